import { createApi } from '../../../shared/src/api/client';
import { anything, sessionSchema } from '../../../shared/src/api/parse';
import { uuidv7 } from '../../../shared/src/core/ids';

/** Takes an alarm from the button on a notice, as whoever is signed in at this browser. */
export async function takeAlarm(alarmId: string): Promise<boolean> {
  const madeAtMs = Date.now();
  let csrfToken: string | null = null;
  const api = createApi({ csrfToken: () => csrfToken });
  const session = await api.call({
    method: 'GET',
    path: '/sessions/current',
    schema: sessionSchema,
  });
  if (session.kind !== 'ok') {
    return false;
  }
  csrfToken = session.value.csrfToken;
  const answer = await api.call({
    method: 'POST',
    path: `/alarms/${alarmId}/acknowledgements`,
    body: { made: { madeAt: new Date(madeAtMs).toISOString() } },
    idempotencyKey: uuidv7(madeAtMs, crypto.getRandomValues(new Uint8Array(10))),
    schema: anything,
  });
  return answer.kind === 'ok';
}
