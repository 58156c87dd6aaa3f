import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { anything } from '../../../shared/src/api/parse';
import {
  policyDraftSchema,
  policyTrialSchema,
  policyVersionSchema,
  policyVersionsSchema,
} from '../../../shared/src/api/parse-policy';
import type {
  PolicyDraft,
  PolicyTrial,
  PolicyVersion,
  PolicyVersions,
} from '../../../shared/src/api/types';

/** Everything the page about the policy asks of the server. */
export interface PolicyApi {
  draft(): Promise<ApiAnswer<PolicyDraft>>;
  versions(): Promise<ApiAnswer<PolicyVersions>>;
  save(dmn: string, revision: number): Promise<ApiAnswer<PolicyDraft>>;
  discard(): Promise<ApiAnswer<unknown>>;
  tryOut(): Promise<ApiAnswer<PolicyTrial>>;
  putIntoForce(draftRevision: number, note: string): Promise<ApiAnswer<PolicyVersion>>;
}

/** Ten thousand visits, judged twice each, take longer than other answers. */
const TRIAL_WITHIN_MS = 60_000;
const MOST_CASES = 10_000;

export function policyApi(api: Api): PolicyApi {
  return {
    draft: () => api.call({ method: 'GET', path: '/policy/draft', schema: policyDraftSchema }),
    versions: () =>
      api.call({ method: 'GET', path: '/policy/versions', schema: policyVersionsSchema }),
    save: (dmn, revision) =>
      api.call({
        method: 'PUT',
        path: '/policy/draft',
        body: { dmn, revision },
        schema: policyDraftSchema,
      }),
    discard: () => api.call({ method: 'DELETE', path: '/policy/draft', schema: anything }),
    tryOut: () =>
      api.call({
        method: 'POST',
        asks: true,
        path: '/policy/trials',
        body: { cases: MOST_CASES },
        schema: policyTrialSchema,
        timeoutMs: TRIAL_WITHIN_MS,
      }),
    putIntoForce: (draftRevision, note) =>
      api.call({
        method: 'POST',
        path: '/policy/versions',
        body: { draftRevision, note },
        schema: policyVersionSchema,
      }),
  };
}
