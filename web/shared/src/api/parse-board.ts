import * as v from 'valibot';
import {
  contactableSchema,
  maybe,
  moment,
  placeSchema,
  teamNumbersSchema,
  type Schema,
} from './parse';
import type {
  AlarmPage,
  Assurance,
  Board,
  BoardAlarm,
  BoardEvent,
  BoardWatch,
  Called,
  JournalEntry,
  People,
  Person,
  Position,
  PushKey,
  ScriptStep,
  Teams,
} from './types';
import { workplaceCardSchema } from './parse-drills';

/** What the board reads from the server. A field that is missing breaks here, loudly, not later. */
const watchSchema: Schema<BoardWatch> = v.object({
  id: v.string(),
  version: v.number(),
  state: v.picklist(['planned', 'running', 'overdue', 'alarmed', 'closed']),
  shape: v.picklist(['visit', 'shift', 'journey']),
  leg: v.picklist(['out', 'on-site', 'home']),
  workerId: v.string(),
  workerName: v.string(),
  teamName: v.string(),
  place: maybe(placeSchema),
  startedAt: maybe(moment),
  dueAt: maybe(moment),
  alarmAt: maybe(moment),
  lastSignAt: maybe(moment),
  highRisk: v.boolean(),
  travelMode: v.picklist(['walking', 'bicycle', 'car', 'public-transport', 'other']),
  vehicle: maybe(v.string()),
  companion: maybe(v.string()),
  openAlarmIds: v.array(v.string()),
  couldNotBeHeard: v.boolean(),
});

export const alarmSchema: Schema<BoardAlarm> = v.object({
  id: v.string(),
  version: v.number(),
  kind: v.picklist([
    'missed-sign',
    'panic',
    'duress',
    'departure',
    'device',
    'unverified',
    'drill',
  ]),
  state: v.picklist(['calling', 'acknowledged', 'handing-over', 'closed']),
  silent: v.boolean(),
  drill: v.boolean(),
  watchId: maybe(v.string()),
  workerId: maybe(v.string()),
  workerName: v.string(),
  teamName: v.string(),
  address: maybe(v.string()),
  raisedAt: moment,
  openedAt: moment,
  step: v.number(),
  steps: v.number(),
  round: v.number(),
  nextStepAt: maybe(moment),
  handledBy: maybe(v.string()),
  handledById: maybe(v.string()),
  promiseUntil: maybe(moment),
  offeredToId: maybe(v.string()),
});

export const assuranceSchema: Schema<Assurance> = v.object({
  watching: v.boolean(),
  since: moment,
  reason: maybe(v.string()),
  oldestDueSeconds: v.number(),
  serverTime: moment,
  outage: maybe(v.object({ from: moment, until: moment })),
});

export const boardSchema: Schema<Board> = v.object({
  position: v.string(),
  serverTime: moment,
  watches: v.array(watchSchema),
  alarms: v.array(alarmSchema),
  assurance: assuranceSchema,
});

export const boardEventSchema: Schema<BoardEvent> = v.object({
  kind: v.string(),
  at: moment,
  watch: v.exactOptional(maybe(watchSchema)),
  alarm: v.exactOptional(maybe(alarmSchema)),
});

const personSchema: Schema<Person> = v.object({
  id: v.string(),
  name: v.string(),
  teamId: v.string(),
  roles: v.array(v.string()),
  phone: maybe(v.string()),
  onDuty: v.boolean(),
  language: v.picklist(['nl', 'en']),
});

const positionSchema: Schema<Position> = v.object({
  latitude: v.number(),
  longitude: v.number(),
  accuracyMetres: v.exactOptional(v.number()),
  measuredAt: moment,
});

const journalEntrySchema: Schema<JournalEntry> = v.object({
  position: v.string(),
  at: moment,
  kind: v.string(),
  byName: v.exactOptional(maybe(v.string())),
  madeAt: v.exactOptional(maybe(moment)),
  text: v.string(),
});

const scriptStepSchema: Schema<ScriptStep> = v.object({
  number: v.number(),
  text: v.string(),
  tickedAt: maybe(moment),
  tickedBy: maybe(v.string()),
});

const calledSchema: Schema<Called> = v.object({
  personName: v.string(),
  channel: v.string(),
  step: v.number(),
  state: v.picklist(['waiting', 'accepted', 'delivered', 'refused', 'withdrawn']),
  at: moment,
  detail: maybe(v.string()),
});

export const alarmPageSchema: Schema<AlarmPage> = v.object({
  alarm: alarmSchema,
  watch: maybe(watchSchema),
  worker: maybe(personSchema),
  lastPosition: maybe(positionSchema),
  lateActs: v.array(journalEntrySchema),
  script: v.array(scriptStepSchema),
  card112: v.array(v.string()),
  safeWord: maybe(v.string()),
  called: v.array(calledSchema),
  timeline: v.array(journalEntrySchema),
  handOverTo: v.array(contactableSchema),
  workplace: v.nullable(workplaceCardSchema),
});

export const peopleSchema: Schema<People> = v.object({ items: v.array(personSchema) });

export const teamsSchema: Schema<Teams> = v.object({
  items: v.array(v.object({ id: v.string(), name: v.string(), numbers: teamNumbersSchema })),
});

export const pushKeySchema: Schema<PushKey> = v.object({ publicKey: v.string() });
