import { uuidv7 } from '../core/ids';
import { codeOf, type ApiAnswer } from './answer';
import type { Api, ApiCall } from './client';

/** What is waited before each further request. */
const PAUSES_MS: readonly number[] = [500, 1500];

export interface Waiting {
  /** False when the device itself knows that it has no line: then there is nothing to wait for. */
  readonly isOnline: () => boolean;
  readonly nowMs: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

const REAL: Waiting = {
  isOnline: () => navigator.onLine,
  nowMs: () => performance.now(),
  pause: async (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Asks again after a moment what did not arrive, or came while the server had no time, before
 * anybody is told: a line that is gone for a second is no reason to press twice. Each act gets a
 * key here, unless it has one, and counts once: the same key goes along each time, also when
 * somebody presses again for the very same act. The board's line and the outbox of the phone have
 * ways of their own.
 *
 * @param withinMs so long after the first request it is still sent again; later who waits should
 *   hear of it
 */
export function askingAgain(api: Api, withinMs: number, waiting: Waiting = REAL): Api {
  const unanswered = new Unanswered();
  return {
    async call(asked) {
      const call = unanswered.withItsKey(withKey(asked));
      const began = waiting.nowMs();
      let answer = await api.call(call);
      for (const pause of PAUSES_MS) {
        const tooLate = waiting.nowMs() - began > withinMs;
        if (!mayHelp(answer) || tooLate || !waiting.isOnline()) break;
        await waiting.pause(pause);
        answer = await api.call(call);
      }
      unanswered.note(call, answer);
      return answer;
    },
  };
}

function withKey<T>(call: ApiCall<T>): ApiCall<T> {
  if (call.method === 'GET' || call.asks === true || call.idempotencyKey !== undefined) return call;
  const random = crypto.getRandomValues(new Uint8Array(10));
  return { ...call, idempotencyKey: uuidv7(performance.timeOrigin + performance.now(), random) };
}

/** A first request that nobody waits for any more may still be at work: it holds its key. */
function mayHelp(answer: ApiAnswer<unknown>): boolean {
  if (answer.kind !== 'problem') return answer.kind === 'unreachable';
  return answer.status === 503 || codeOf(answer.problem) === 'still-busy';
}

/** The last act of which nobody knows whether it arrived. */
class Unanswered {
  private last: { readonly act: string; readonly key: string } | null = null;

  withItsKey<T>(call: ApiCall<T>): ApiCall<T> {
    if (call.idempotencyKey === undefined || this.last?.act !== actOf(call)) return call;
    return { ...call, idempotencyKey: this.last.key };
  }

  note(call: ApiCall<unknown>, answer: ApiAnswer<unknown>): void {
    const { idempotencyKey: key } = call;
    const act = key === undefined ? null : actOf(call);
    if (key === undefined || act === null) return;
    if (mayHelp(answer)) this.last = { act, key };
    else if (this.last?.act === act) this.last = null;
  }
}

/** The same text is the same act; null for a file as it is, whose contents are not read for this. */
function actOf({ method, path, body, file }: ApiCall<unknown>): string | null {
  return file === undefined ? JSON.stringify([method, path, body]) : null;
}
