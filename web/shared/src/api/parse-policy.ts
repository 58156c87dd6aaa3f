import * as v from 'valibot';
import { maybe, moment, type Schema } from './parse';
import type {
  PolicyDraft,
  PolicyOutcome,
  PolicyTrial,
  PolicyVersion,
  PolicyVersions,
} from './types';

/** What the page about the policy reads from the server. */
export const policyDraftSchema: Schema<PolicyDraft> = v.object({
  dmn: v.string(),
  basedOn: v.number(),
  revision: v.number(),
  savedByName: maybe(v.string()),
  savedAt: maybe(moment),
});

export const policyVersionSchema: Schema<PolicyVersion> = v.object({
  number: v.number(),
  inForce: v.boolean(),
  note: maybe(v.string()),
  putByName: maybe(v.string()),
  inForceAt: maybe(moment),
});

export const policyVersionsSchema: Schema<PolicyVersions> = v.object({
  items: v.array(policyVersionSchema),
});

const riskClass = v.picklist(['normal', 'raised', 'high', 'very-high']);

const outcomeSchema: Schema<PolicyOutcome> = v.object({
  riskClass,
  summary: v.string(),
  demands: v.array(v.string()),
});

export const policyTrialSchema: Schema<PolicyTrial> = v.object({
  version: v.number(),
  draftRevision: v.number(),
  examples: v.boolean(),
  cases: v.number(),
  changed: v.number(),
  moves: v.array(v.object({ from: riskClass, to: riskClass, cases: v.number() })),
  measures: v.array(
    v.object({ measure: v.string(), name: v.string(), now: v.number(), then: v.number() }),
  ),
  changes: v.array(
    v.object({
      judgedAt: maybe(moment),
      example: maybe(v.string()),
      factors: v.array(v.string()),
      now: outcomeSchema,
      then: outcomeSchema,
      added: v.array(v.string()),
      dropped: v.array(v.string()),
    }),
  ),
});
