import * as v from 'valibot';
import { moment, pageLinksSchema, type Schema } from './parse';
import type { Signal, Signals, Task, Tasks } from './types';

export const SIGNAL_KINDS = [
  'tense',
  'threat',
  'aggression',
  'dog',
  'weapon',
  'substances',
  'surroundings',
  'other',
] as const;

export const TASK_KINDS = [
  'signal',
  'departure',
  'caution',
  'hot-spot',
  'measure',
  'review',
  'drill',
  'device-test',
  'device-broken',
  'incident',
  'aftercare',
  'agreement',
] as const;

export const taskSchema: Schema<Task> = v.object({
  id: v.string(),
  kind: v.picklist(TASK_KINDS),
  what: v.string(),
  subjectId: v.string(),
  teamId: v.string(),
  teamName: v.string(),
  madeByName: v.nullable(v.string()),
  madeAt: moment,
  state: v.picklist(['open', 'done', 'dropped']),
  ownerId: v.nullable(v.string()),
  ownerName: v.nullable(v.string()),
  dueAt: v.nullable(moment),
  rung: v.number(),
  endedAt: v.nullable(moment),
  endedByName: v.nullable(v.string()),
  answer: v.nullable(v.string()),
  incident: v.nullable(v.object({ personName: v.nullable(v.string()), happenedOn: v.string() })),
});

export const tasksSchema: Schema<Tasks> = v.object({
  items: v.array(taskSchema),
  _links: pageLinksSchema,
});

export const signalSchema: Schema<Signal> = v.object({
  id: v.string(),
  kind: v.picklist(SIGNAL_KINDS),
  severity: v.number(),
  text: v.nullable(v.string()),
  address: v.nullable(v.string()),
  placeId: v.nullable(v.string()),
  reporterName: v.nullable(v.string()),
  teamName: v.string(),
  madeAt: moment,
  task: v.nullable(taskSchema),
});

export const signalsSchema: Schema<Signals> = v.object({
  items: v.array(signalSchema),
  _links: pageLinksSchema,
});
