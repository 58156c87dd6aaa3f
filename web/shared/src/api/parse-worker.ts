import * as v from 'valibot';
import { contactableSchema, moment, placeSchema, pageLinksSchema, type Schema } from './parse';
import type {
  Assurance,
  Contact,
  Contacts,
  MyWatch,
  PanicTaken,
  Taken,
  Visit,
  Visits,
  WorkerWatch,
} from './types';

/** Answers the phone reads. */
const legSchema = v.picklist(['out', 'on-site', 'home']);

export const travelModeSchema = v.picklist([
  'walking',
  'bicycle',
  'car',
  'public-transport',
  'other',
]);

export const workerWatchSchema: Schema<WorkerWatch> = v.object({
  id: v.string(),
  version: v.number(),
  shape: v.picklist(['visit', 'shift', 'journey']),
  state: v.picklist(['planned', 'running', 'overdue', 'alarmed', 'closed']),
  leg: legSchema,
  place: v.nullable(placeSchema),
  purpose: v.nullable(v.string()),
  visitId: v.nullable(v.string()),
  startedAt: v.nullable(moment),
  dueAt: v.nullable(moment),
  alarmAt: v.nullable(moment),
  expectedEndAt: v.nullable(moment),
  signEverySeconds: v.nullable(v.number()),
  highRisk: v.boolean(),
  codeToEnd: v.boolean(),
  standby: v.nullable(contactableSchema),
  lastSignAt: v.nullable(moment),
  watchKey: v.nullable(v.string()),
  helpComing: v.nullable(v.string()),
  serverTime: moment,
});

export const myWatchSchema: Schema<MyWatch> = v.object({
  watch: v.nullable(workerWatchSchema),
  serverTime: moment,
});

export const panicTakenSchema: Schema<PanicTaken> = v.object({
  alarmId: v.string(),
  verified: v.boolean(),
  takenAt: moment,
  watch: v.nullable(workerWatchSchema),
});

export const takenSchema: Schema<Taken> = v.object({ takenAt: moment, counted: v.boolean() });

/** What an act may answer: the watch as it is now, that a panic is taken, or only that it is stored. */
export type ActAnswer = WorkerWatch | PanicTaken | Taken;
export const actAnswerSchema: Schema<ActAnswer> = v.union([
  workerWatchSchema,
  panicTakenSchema,
  takenSchema,
]);

export const visitSchema: Schema<Visit> = v.object({
  id: v.string(),
  version: v.number(),
  workerId: v.string(),
  workerName: v.string(),
  place: placeSchema,
  purpose: v.nullable(v.string()),
  plannedStartAt: moment,
  plannedEndAt: moment,
  highRisk: v.boolean(),
  travelMode: travelModeSchema,
  vehicleId: v.nullable(v.string()),
  travelMinutes: v.number(),
  state: v.picklist(['planned', 'under-watch', 'done', 'cancelled']),
  watchId: v.nullable(v.string()),
  seriesId: v.exactOptional(v.nullable(v.string())),
  companion: v.exactOptional(v.nullable(v.string())),
  changedByName: v.exactOptional(v.nullable(v.string())),
  changedAt: v.exactOptional(v.nullable(moment)),
});

export const visitsSchema: Schema<Visits> = v.object({
  items: v.array(visitSchema),
  _links: pageLinksSchema,
});

export const assuranceSchema: Schema<Assurance> = v.object({
  watching: v.boolean(),
  since: moment,
  reason: v.nullable(v.string()),
  oldestDueSeconds: v.number(),
  serverTime: moment,
  outage: v.nullable(v.object({ from: moment, until: moment })),
});

export const contactSchema: Schema<Contact> = v.object({
  id: v.string(),
  channel: v.string(),
  label: v.string(),
  verifiedAt: v.nullable(moment),
});

export const contactsSchema: Schema<Contacts> = v.object({ items: v.array(contactSchema) });

export const pushKeySchema = v.object({ publicKey: v.string() });
