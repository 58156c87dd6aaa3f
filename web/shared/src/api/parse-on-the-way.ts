import * as v from 'valibot';
import { moment, plateWarningSchema, type Schema } from './parse';
import type {
  Delay,
  OfficeHours,
  PackedThing,
  PackingCheck,
  PackingList,
  PlateCheck,
  ReachabilityAgreement,
  ReachabilityAgreements,
} from './types';

/** Answers about going out: the list, the phone, the number plate, who can be reached. */
const thingSchema: Schema<PackedThing> = v.object({
  id: v.string(),
  along: v.boolean(),
  text: v.string(),
  ticked: v.boolean(),
});

export const packingCheckSchema: Schema<PackingCheck> = v.object({
  things: v.array(thingSchema),
  packed: v.boolean(),
  charged: v.boolean(),
  numbersKnown: v.boolean(),
  noticesOn: v.boolean(),
  checkedAt: v.nullable(moment),
});

export const packingListSchema: Schema<PackingList> = v.object({
  items: v.array(
    v.object({ id: v.string(), along: v.boolean(), textNl: v.string(), textEn: v.string() }),
  ),
});

export const officeHoursSchema: Schema<OfficeHours> = v.object({
  days: v.array(v.object({ weekDay: v.number(), from: v.string(), until: v.string() })),
});

export const plateCheckSchema: Schema<PlateCheck> = v.object({
  plate: v.string(),
  mark: v.picklist(['dutch', 'military', 'diplomatic', 'other']),
  sort: v.nullable(v.picklist(['light-van', 'heavy-goods', 'motorbike', 'moped', 'trailer'])),
  warnings: v.array(plateWarningSchema),
  register: v.picklist(['found', 'unknown', 'not-asked']),
  found: v.nullable(
    v.object({
      brand: v.nullable(v.string()),
      model: v.nullable(v.string()),
      colour: v.nullable(v.string()),
      kind: v.nullable(v.string()),
    }),
  ),
});

export const delaySchema: Schema<Delay> = v.object({
  minutes: v.number(),
  plannedStartAt: moment,
  plannedEndAt: moment,
  begun: v.boolean(),
  forClient: v.string(),
});

export const agreementSchema: Schema<ReachabilityAgreement> = v.object({
  id: v.string(),
  workerId: v.string(),
  contactId: v.nullable(v.string()),
  contactName: v.string(),
  phone: v.string(),
  from: moment,
  until: moment,
  watchId: v.string(),
  ownWatch: v.boolean(),
});

export const agreementsSchema: Schema<ReachabilityAgreements> = v.object({
  items: v.array(agreementSchema),
});
