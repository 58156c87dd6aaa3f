import * as v from 'valibot';
import { maybe, moment, type Schema } from './parse';
import type { RetentionPreview, RetentionRule, RetentionRules } from './types';

export const retentionRuleSchema: Schema<RetentionRule> = v.object({
  rule: v.string(),
  unit: v.picklist(['hours', 'days', 'months']),
  amount: v.number(),
  standard: v.number(),
  shortest: v.number(),
  longest: v.number(),
  setByName: maybe(v.string()),
  setAt: maybe(moment),
  ranAt: maybe(moment),
  erasedAt: maybe(moment),
  erased: v.number(),
  erasedEver: v.number(),
});

export const retentionRulesSchema: Schema<RetentionRules> = v.object({
  items: v.array(retentionRuleSchema),
});

export const retentionPreviewSchema: Schema<RetentionPreview> = v.object({ records: v.number() });
