import * as v from 'valibot';
import { maybe, moment, pageLinksSchema, type Schema } from './parse';
import { attachmentSchema } from './parse-attachments';
import { taskSchema } from './parse-tasks';
import type {
  PageLinks,
  Attachments,
  RiskScore,
  Workplace,
  WorkplaceAssessment,
  WorkplaceDecision,
  WorkplaceFields,
  WorkplaceHistory,
  WorkplaceSummary,
} from './types';

/** A workplace as it is answered: every field is there, if only as null. */
export type LoneWorkplace = Workplace & Required<WorkplaceFields>;

export const WORKPLACE_KINDS = [
  'building',
  'room',
  'outdoor',
  'vehicle',
  'home-visits',
  'shift',
  'remote',
] as const;

export const HAZARDS = [
  'aggression',
  'fall',
  'electricity',
  'substances',
  'animals',
  'traffic',
  'heat-cold',
  'health',
  'cash',
  'other',
] as const;

export const RISK_CLASSES = ['accept', 'attention', 'measures', 'at-once', 'stop'] as const;
export const OUTCOMES = ['allowed', 'with-measures', 'never'] as const;
export const MEASURE_KINDS = [
  'colleague',
  'safe-room',
  'personal-alarm',
  'transport',
  'own',
] as const;
export const MEASURE_LEVELS = ['source', 'collective', 'personal'] as const;

const text = maybe(v.string());
const number = maybe(v.number());

const scoreSchema: Schema<RiskScore> = v.object({
  effect: v.number(),
  exposure: number,
  probability: v.number(),
  value: v.number(),
  riskClass: v.picklist(RISK_CLASSES),
});

const decisionSchema: Schema<WorkplaceDecision> = v.object({
  outcome: v.picklist(OUTCOMES),
  reason: v.string(),
  byName: v.string(),
  at: moment,
});

const summarySchema: Schema<WorkplaceSummary> = v.object({
  worst: maybe(scoreSchema),
  decision: maybe(decisionSchema),
  measures: v.number(),
  openMeasures: v.number(),
  overdueMeasures: v.number(),
});

export const workplaceSchema: Schema<LoneWorkplace> = v.object({
  id: v.string(),
  version: v.number(),
  name: v.string(),
  kind: v.picklist(WORKPLACE_KINDS),
  teamId: v.string(),
  teamName: v.string(),
  ownerId: v.string(),
  ownerName: v.string(),
  address: text,
  placeId: text,
  spot: text,
  responseMinutes: number,
  normMinutes: number,
  method: v.picklist(['fine-kinney', 'matrix']),
  who: text,
  when: text,
  howOften: text,
  howLong: text,
  why: text,
  outOfSight: v.boolean(),
  hazards: v.array(v.picklist(HAZARDS)),
  alarmMeans: text,
  alarmTestedOn: text,
  alarmTestedBy: text,
  alarmResult: maybe(v.picklist(['works', 'unreliable', 'fails'])),
  coverage: text,
  safeRoom: text,
  wayOut: text,
  firstAid: text,
  keyHolder: text,
  howHelpGetsIn: text,
  transport: text,
  notForYoung: v.boolean(),
  notForNew: v.boolean(),
  instructedOn: text,
  consentOn: text,
  madeByName: v.string(),
  madeAt: moment,
  endedAt: maybe(moment),
  endedByName: text,
  endReason: text,
  measured: maybe(
    v.object({
      times: v.number(),
      drills: v.number(),
      medianSeconds: v.number(),
      worstSeconds: v.number(),
    }),
  ),
  review: maybe(taskSchema),
  summary: summarySchema,
});

export const workplacesSchema: Schema<{
  readonly items: readonly LoneWorkplace[];
  readonly _links: PageLinks;
}> = v.object({
  items: v.array(workplaceSchema),
  _links: pageLinksSchema,
});

export const assessmentSchema: Schema<WorkplaceAssessment> = v.object({
  risks: v.array(
    v.object({
      id: v.string(),
      version: v.number(),
      hazard: v.picklist(HAZARDS),
      scenario: v.string(),
      before: scoreSchema,
      after: maybe(scoreSchema),
      scoredWith: text,
      scoredByName: v.string(),
      scoredAt: moment,
    }),
  ),
  decisions: v.array(decisionSchema),
  measures: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(MEASURE_KINDS),
      level: v.picklist(MEASURE_LEVELS),
      what: v.string(),
      companionId: text,
      companionName: text,
      companionLeft: v.boolean(),
      costEuros: number,
      effect: text,
      task: maybe(taskSchema),
    }),
  ),
});

export const workplaceHistorySchema: Schema<WorkplaceHistory> = v.object({
  items: v.array(
    v.object({
      id: v.string(),
      at: moment,
      byName: v.string(),
      field: v.string(),
      was: text,
      became: text,
    }),
  ),
  _links: pageLinksSchema,
});

export const attachmentsSchema: Schema<Attachments> = v.object({
  items: v.array(attachmentSchema),
});
