import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { transportsSchema } from '../../../shared/src/api/parse-means';
import type { Transports } from '../../../shared/src/api/types';
import { keeping, shelf } from './kept';

/** Until the app is closed: who fetches me must also be there when the shift ends without a network. */
export const keptTransports = shelf(
  'achterwacht-transports',
  transportsSchema,
  () => sessionStorage,
);

/** What was arranged for me. */
export async function readTransports(api: Api): Promise<ApiAnswer<Transports>> {
  return keeping(
    keptTransports,
    api.call({ method: 'GET', path: '/me/transports', schema: transportsSchema }),
  );
}
