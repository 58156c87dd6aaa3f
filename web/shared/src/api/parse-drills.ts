import * as v from 'valibot';
import { moment, pageLinksSchema, type Schema } from './parse';
import type { Drill, Drills, DrillSummaries, WorkplaceCard } from './types';

const text = v.nullable(v.string());

export const ALARM_RESULTS = ['works', 'unreliable', 'fails'] as const;

const measured = v.object({
  times: v.number(),
  drills: v.number(),
  medianSeconds: v.number(),
  worstSeconds: v.number(),
});

export const drillSchema: Schema<Drill> = v.object({
  id: v.string(),
  workplaceId: text,
  workplaceName: text,
  teamName: v.string(),
  state: v.picklist(['planned', 'running', 'held', 'overtaken', 'cancelled']),
  announced: v.boolean(),
  plannedAt: v.nullable(moment),
  note: text,
  madeByName: v.string(),
  alarmId: text,
  startedAt: v.nullable(moment),
  startedByName: text,
  onTheSpot: v.boolean(),
  arrivedAt: v.nullable(moment),
  tookSeconds: v.nullable(v.number()),
  endedAt: v.nullable(moment),
  alarmResult: text,
  said: text,
});

export const drillsSchema: Schema<Drills> = v.object({
  items: v.array(drillSchema),
  _links: pageLinksSchema,
});

const summary = v.object({
  workplaceId: v.string(),
  workplaceName: v.string(),
  statedMinutes: v.nullable(v.number()),
  measured: v.nullable(measured),
  gap: v.picklist(['none', 'sometimes', 'usually']),
  everyMonths: v.number(),
  dueAt: v.nullable(moment),
});

export const drillSummarySchema = summary;

export const drillSummariesSchema: Schema<DrillSummaries> = v.object({
  items: v.array(summary),
  _links: pageLinksSchema,
});

export const workplaceCardSchema: Schema<WorkplaceCard> = v.object({
  id: v.string(),
  name: v.string(),
  address: text,
  spot: text,
  teamId: v.string(),
  alarmMeans: text,
  alarmResult: text,
  coverage: text,
  safeRoom: text,
  wayOut: text,
  firstAid: text,
  keyHolder: text,
  howHelpGetsIn: text,
  responseMinutes: v.nullable(v.number()),
  measured: v.nullable(measured),
  withColleague: v.boolean(),
  drill: v.nullable(
    v.object({
      id: v.string(),
      alarmId: v.string(),
      startedAt: moment,
      arrivedAt: v.nullable(moment),
    }),
  ),
  plannedDrills: v.array(moment),
});
