import type { Api } from '../../../shared/src/api/client';
import { parseAs } from '../../../shared/src/api/parse';
import { transportsSchema } from '../../../shared/src/api/parse-means';
import type { Transport } from '../../../shared/src/api/types';

/** Until the app is closed: who fetches me must also be there when the shift ends without a network. */
const KEPT_AS = 'achterwacht-transports';

/** What was arranged for me; what is known of before when the server could not be asked. */
export async function readTransports(api: Api): Promise<readonly Transport[]> {
  const answer = await api.call({
    method: 'GET',
    path: '/me/transports',
    schema: transportsSchema,
  });
  if (answer.kind === 'ok') {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(answer.value));
    return answer.value.items;
  }
  const kept = parseAs(transportsSchema, sessionStorage.getItem(KEPT_AS) ?? '');
  return kept.ok ? kept.value.items : [];
}
