import type { Api } from '../../../shared/src/api/client';
import { agreementsSchema } from '../../../shared/src/api/parse-on-the-way';
import type { ReachabilityAgreement } from '../../../shared/src/api/types';

/** My agreements that stand now or later; null when the server could not be asked. */
export async function readAgreements(api: Api): Promise<readonly ReachabilityAgreement[] | null> {
  const answer = await api.call({
    method: 'GET',
    path: '/reachability-agreements',
    schema: agreementsSchema,
  });
  return answer.kind === 'ok' ? answer.value.items : null;
}
