import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { anything } from '../../../shared/src/api/parse';
import { agreementSchema, agreementsSchema } from '../../../shared/src/api/parse-on-the-way';
import type {
  NewReachabilityAgreement,
  ReachabilityAgreement,
  ReachabilityAgreements,
} from '../../../shared/src/api/types';

/** The reachability agreements of others, for who plans for them. */
export interface ReachApi {
  of(workerId: string): Promise<ApiAnswer<ReachabilityAgreements>>;
  add(asked: NewReachabilityAgreement, key: string): Promise<ApiAnswer<ReachabilityAgreement>>;
  end(id: string): Promise<ApiAnswer<unknown>>;
}

export function reachApi(api: Api): ReachApi {
  const path = '/reachability-agreements';
  return {
    of: (workerId) =>
      api.call({ method: 'GET', path: `${path}?workerId=${workerId}`, schema: agreementsSchema }),
    add: (body, idempotencyKey) =>
      api.call({ method: 'POST', path, body, idempotencyKey, schema: agreementSchema }),
    end: (id) => api.call({ method: 'DELETE', path: `${path}/${id}`, schema: anything }),
  };
}
