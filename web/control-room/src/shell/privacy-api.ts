import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { anything } from '../../../shared/src/api/parse';
import {
  retentionPreviewSchema,
  retentionRuleSchema,
  retentionRulesSchema,
} from '../../../shared/src/api/parse-privacy';
import type {
  RetentionPreview,
  RetentionRule,
  RetentionRules,
} from '../../../shared/src/api/types';

/** Everything the page about privacy asks of the server. */
export interface PrivacyApi {
  rules(): Promise<ApiAnswer<RetentionRules>>;
  preview(rule: string, amount: number): Promise<ApiAnswer<RetentionPreview>>;
  set(rule: string, amount: number): Promise<ApiAnswer<RetentionRule>>;
  letGo(personId: string): Promise<ApiAnswer<unknown>>;
}

export function privacyApi(api: Api): PrivacyApi {
  return {
    rules: () =>
      api.call({ method: 'GET', path: '/retention-rules', schema: retentionRulesSchema }),
    preview: (rule, amount) =>
      api.call({
        method: 'GET',
        path: `/retention-rules/${rule}/preview?amount=${amount}`,
        schema: retentionPreviewSchema,
      }),
    set: (rule, amount) =>
      api.call({
        method: 'PUT',
        path: `/retention-rules/${rule}`,
        body: { amount },
        schema: retentionRuleSchema,
      }),
    letGo: (personId) =>
      api.call({
        method: 'DELETE',
        path: `/people/${personId}`,
        schema: anything,
      }),
  };
}

/** Where the file about somebody is; the browser keeps it. */
export function fileOf(what: 'people' | 'places', id: string, language: string): string {
  return `/api/v1/${what}/${id}/personal-file?language=${language}`;
}
