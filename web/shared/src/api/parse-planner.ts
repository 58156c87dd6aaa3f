import * as v from 'valibot';
import { moment, type Schema } from './parse';
import { visitSchema } from './parse-worker';
import type { ChangedVisits, PlannerWeek, VisitWarning, VisitWarnings } from './types';

/** What who plans visits reads from the server. */
const warningSchema: Schema<VisitWarning> = v.object({
  visitId: v.nullable(v.string()),
  kind: v.picklist(['overlap', 'travel', 'vehicle', 'no-standby']),
  otherVisitId: v.nullable(v.string()),
  otherWorkerName: v.nullable(v.string()),
  otherStartAt: v.nullable(moment),
  otherEndAt: v.nullable(moment),
});

export const visitWarningsSchema: Schema<VisitWarnings> = v.object({
  items: v.array(warningSchema),
});

export const changedVisitsSchema: Schema<ChangedVisits> = v.object({
  items: v.array(visitSchema),
  leftAlone: v.number(),
});

export const plannerWeekSchema: Schema<PlannerWeek> = v.object({
  mondayDate: v.string(),
  visits: v.array(visitSchema),
  warnings: v.array(warningSchema),
  people: v.array(v.object({ id: v.string(), name: v.string(), teamId: v.string() })),
  teams: v.array(v.object({ id: v.string(), name: v.string() })),
  vehicles: v.array(
    v.object({
      id: v.string(),
      personId: v.string(),
      kind: v.picklist(['car', 'bicycle', 'moped', 'other']),
      description: v.string(),
    }),
  ),
  isComplete: v.boolean(),
});
