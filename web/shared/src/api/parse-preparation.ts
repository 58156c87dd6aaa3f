import * as v from 'valibot';
import { moment, placeSchema, type Schema } from './parse';
import type {
  BothLanguages,
  CompanionSetting,
  Guidance,
  GuidanceInForce,
  MeasureRequests,
  Person,
  Preparation,
  Proof,
  RiskEstimate,
  UnreadyVisits,
  VisitMeasure,
} from './types';

/** What is known of the preparation of a visit, and the cards and lists that go with it. */
export const measureCodeSchema = v.picklist([
  'BEL',
  'INFO',
  'DUO',
  'ACHT',
  'TERUG',
  'KANTOOR',
  'POLVOOR',
  'POLMEE',
  'DAG',
  'BEREIK',
  'CODE',
  'AUTO',
  'PARK',
  'ACCU',
  'DEK',
  'PAK',
  'LEID',
  'NIET',
]);

export const FACTORS = [
  ...(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'] as const),
  ...(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'] as const),
  ...(['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'] as const),
  ...(['T1', 'T2', 'T3'] as const),
  ...(['O1', 'O2', 'O3', 'O4'] as const),
  ...(['M1', 'M2', 'M3', 'M4', 'M5'] as const),
] as const;

const factorSchema = v.picklist(FACTORS);

const estimateSchema: Schema<RiskEstimate> = v.object({
  factors: v.array(factorSchema),
  reaction: v.picklist(['calm', 'tense', 'unknown']),
  wayOut: v.exactOptional(v.nullable(v.string())),
  safeWordUsed: v.exactOptional(v.boolean()),
  callFirst: v.exactOptional(v.nullable(v.string())),
  batteryPercent: v.exactOptional(v.nullable(v.number())),
});

/** What was heard on the telephone. */
export const OUTCOMES = ['calm', 'tense', 'mood-unknown', 'nobody-reached'] as const;

const proofSchema: Schema<Proof> = v.object({
  kind: v.picklist([
    'phoned',
    'informed',
    'promised',
    'call-back',
    'office',
    'police-told',
    'escort',
    'within-hours',
    'reachable',
    'ticked',
    'approved',
    'called-off',
  ]),
  phonedAt: v.exactOptional(moment),
  outcome: v.exactOptional(v.picklist(OUTCOMES)),
  askedOf: v.exactOptional(v.string()),
  answered: v.exactOptional(v.boolean()),
  personId: v.exactOptional(v.string()),
  callAt: v.exactOptional(moment),
  address: v.exactOptional(v.string()),
  room: v.exactOptional(v.string()),
  name: v.exactOptional(v.string()),
  toldAt: v.exactOptional(moment),
  reference: v.exactOptional(v.string()),
  confirmedBy: v.exactOptional(v.string()),
  confirmedAt: v.exactOptional(moment),
  number: v.exactOptional(v.string()),
  fromAt: v.exactOptional(moment),
  untilAt: v.exactOptional(moment),
  note: v.exactOptional(v.string()),
});

const visitMeasureSchema: Schema<VisitMeasure> = v.object({
  measure: measureCodeSchema,
  demanded: v.boolean(),
  settled: v.boolean(),
  reasons: v.array(v.string()),
  alternatives: v.array(measureCodeSchema),
  state: v.picklist(['asked', 'offered', 'declined', 'proven', 'waived', 'withdrawn']),
  colleagueId: v.nullable(v.string()),
  colleagueName: v.nullable(v.string()),
  proof: v.nullable(proofSchema),
  reason: v.nullable(v.string()),
  byName: v.nullable(v.string()),
  at: v.nullable(moment),
});

const riskClassSchema = v.picklist(['normal', 'raised', 'high', 'very-high']);

const goerSchema = v.object({
  personId: v.string(),
  name: v.string(),
  watchId: v.string(),
  watchState: v.picklist(['planned', 'running', 'overdue', 'alarmed', 'closed']),
  leg: v.picklist(['out', 'on-site', 'home']),
  arrivedAt: v.nullable(moment),
});

export const preparationSchema: Schema<Preparation> = v.object({
  visitId: v.string(),
  visitVersion: v.number(),
  cancelled: v.boolean(),
  place: placeSchema,
  plannedStartAt: moment,
  plannedEndAt: moment,
  ready: v.boolean(),
  missing: v.array(measureCodeSchema),
  riskClass: riskClassSchema,
  score: v.number(),
  policyVersion: v.number(),
  judgedAt: moment,
  estimate: v.nullable(estimateSchema),
  suggestion: v.nullable(estimateSchema),
  measures: v.array(visitMeasureSchema),
  worker: goerSchema,
  companion: v.nullable(goerSchema),
});

export const unreadyVisitsSchema: Schema<UnreadyVisits> = v.object({
  items: v.array(
    v.object({
      visitId: v.string(),
      workerName: v.string(),
      teamId: v.nullable(v.string()),
      plannedStartAt: moment,
      plannedEndAt: moment,
      riskClass: riskClassSchema,
      missing: v.array(measureCodeSchema),
    }),
  ),
});

export const measureRequestsSchema: Schema<MeasureRequests> = v.object({
  items: v.array(
    v.object({
      visitId: v.string(),
      measure: measureCodeSchema,
      accepted: v.boolean(),
      workerName: v.string(),
      place: placeSchema,
      plannedStartAt: moment,
      plannedEndAt: moment,
      watchId: v.nullable(v.string()),
    }),
  ),
});

const bothSchema: Schema<BothLanguages> = v.object({ nl: v.string(), en: v.string() });

export const guidanceTextsSchema: Schema<Guidance> = v.object({
  cards: v.array(
    v.object({
      code: v.string(),
      factors: v.array(factorSchema),
      title: bothSchema,
      text: bothSchema,
    }),
  ),
  atTheDoor: v.array(bothSchema),
  leaveSentences: v.array(bothSchema),
  riskyMoments: v.array(
    v.object({
      function: bothSchema,
      moments: v.array(v.object({ text: bothSchema, factors: v.array(factorSchema) })),
    }),
  ),
});

export const guidanceSchema: Schema<GuidanceInForce> = v.object({
  version: v.number(),
  guidance: guidanceTextsSchema,
});

export const companionSettingSchema: Schema<CompanionSetting> = v.object({
  companionTold: v.picklist(['silently', 'not-at-all']),
});

/** Whom one may ask along: no more of each than a choice needs. */
export const colleaguesSchema: Schema<{
  readonly items: readonly Pick<Person, 'id' | 'name' | 'roles'>[];
}> = v.object({
  items: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      roles: v.array(v.string()),
    }),
  ),
});
