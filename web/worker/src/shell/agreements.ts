import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { agreementsSchema } from '../../../shared/src/api/parse-on-the-way';
import type { ReachabilityAgreements } from '../../../shared/src/api/types';

/** My agreements that stand now or later. */
export async function readAgreements(api: Api): Promise<ApiAnswer<ReachabilityAgreements>> {
  return api.call({ method: 'GET', path: '/reachability-agreements', schema: agreementsSchema });
}
