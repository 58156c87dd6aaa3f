import * as v from 'valibot';
import { maybe, moment, type Schema } from './parse';
import type {
  AccessNotes,
  Address,
  Caution,
  Cautions,
  Coverage,
  FoundAddresses,
  KnownPlace,
  KnownPlaces,
  LookedUpAddress,
  ResponseTime,
  SilenceEvidence,
  VisitPlace,
} from './types';

/** What is read about addresses and cautions. */
const text = v.exactOptional(maybe(v.string()));

const addressSchema: Schema<Address> = v.object({
  text: v.string(),
  street: text,
  houseNumber: v.exactOptional(maybe(v.number())),
  houseLetter: text,
  houseAddition: text,
  postcode: text,
  town: text,
  addressId: text,
  objectId: text,
  neighbourhoodCode: text,
  latitude: v.exactOptional(maybe(v.number())),
  longitude: v.exactOptional(maybe(v.number())),
});

const notesSchema: Schema<AccessNotes> = v.object({
  floor: text,
  howToGetIn: text,
  secondExit: text,
  parking: text,
});

const coverageSchema: Schema<Coverage> = v.object({
  floor: v.string(),
  silent: v.number(),
  visits: v.number(),
  poor: v.boolean(),
});

export const knownPlaceSchema: Schema<KnownPlace> = v.object({
  id: v.string(),
  version: v.number(),
  address: addressSchema,
  notes: notesSchema,
  coverage: v.array(coverageSchema),
  hotSpots: v.array(v.object({ id: v.string(), reason: v.string(), endsAt: moment })),
  cautionsInForce: v.number(),
});

export const knownPlacesSchema: Schema<KnownPlaces> = v.object({
  items: v.array(knownPlaceSchema),
});

export const foundAddressesSchema: Schema<FoundAddresses> = v.object({
  available: v.boolean(),
  items: v.array(v.object({ id: v.string(), label: v.string() })),
});

export const lookedUpAddressSchema: Schema<LookedUpAddress> = v.object({
  available: v.boolean(),
  address: maybe(addressSchema),
});

export const cautionSchema: Schema<Caution> = v.object({
  id: v.string(),
  placeId: v.string(),
  version: v.number(),
  kind: v.picklist(['aggression', 'weapon', 'dog', 'substances', 'other']),
  behaviour: v.string(),
  source: v.picklist([
    'incident',
    'early-signal',
    'police',
    'colleague',
    'own-experience',
    'other',
  ]),
  evidence: maybe(v.string()),
  happenedOn: v.string(),
  state: v.picklist(['proposed', 'in-force', 'ended']),
  proposedByName: maybe(v.string()),
  proposedAt: moment,
  confirmedByName: maybe(v.string()),
  confirmedAt: maybe(moment),
  reviewAt: maybe(moment),
  endsAt: maybe(moment),
  letterSentOn: maybe(v.string()),
  noLetterReason: maybe(v.string()),
  reply: maybe(v.string()),
  repliedOn: maybe(v.string()),
  reason: maybe(v.string()),
  wordHints: v.array(v.string()),
});

export const cautionsSchema: Schema<Cautions> = v.object({ items: v.array(cautionSchema) });

const responseTimeSchema: Schema<ResponseTime> = v.object({
  medianSeconds: v.number(),
  alarms: v.number(),
  scope: v.picklist(['place', 'neighbourhood']),
});

/** What is known of where a visit will be, for who goes there. */
export const visitPlaceSchema: Schema<VisitPlace> = v.object({
  place: knownPlaceSchema,
  floorCoverage: coverageSchema,
  cautionsHidden: v.boolean(),
  cautions: v.array(cautionSchema),
  responseTime: maybe(responseTimeSchema),
});

export const silenceEvidenceSchema: Schema<SilenceEvidence> = v.object({
  items: v.array(
    v.object({
      kind: v.picklist(['battery', 'coverage', 'own-outage', 'position-age', 'no-position']),
      explains: v.boolean(),
      text: v.string(),
    }),
  ),
});
