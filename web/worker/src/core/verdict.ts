import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { ActAnswer } from '../../../shared/src/api/parse-worker';
import type { WorkerWatch } from '../../../shared/src/api/types';
import type { Item } from './outbox';

/** What an answer means for the act that was sent. */
export type Verdict =
  | { readonly kind: 'delivered'; readonly counted: boolean; readonly watch: WorkerWatch | null }
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  | { readonly kind: 'held' }
  | {
      readonly kind: 'failed';
      readonly waitMs: number | null;
      readonly callInstead: string | null;
      readonly serverAnswered: boolean;
      /** The server did not take it under this watch; try the door that asks for nothing. */
      readonly withoutWatch: boolean;
    };

const TRIES_BEFORE_A_CONFLICT_COUNTS = 4;
const TRIES_BEFORE_FORBIDDEN_COUNTS = 2;

/** Pure. Help is never given up; anything else is, once the server has plainly said no. */
export function verdictOn(item: Item, answer: ApiAnswer<ActAnswer>): Verdict {
  switch (answer.kind) {
    case 'ok':
      return {
        kind: 'delivered',
        counted: !('counted' in answer.value) || answer.value.counted,
        watch: watchIn(answer.value),
      };
    case 'unreadable':
      return { kind: 'delivered', counted: true, watch: null };
    case 'unreachable':
      return failed(null, null, false);
    case 'problem': {
      const waitMs = answer.retryAfterSeconds === null ? null : answer.retryAfterSeconds * 1000;
      const callInstead = answer.problem.callInstead ?? null;
      if (isPassing(answer.status)) return failed(patient(item, waitMs), callInstead, true);
      if (item.kind === 'panic') return { ...failed(null, callInstead, true), withoutWatch: true };
      if (mayBeMended(item, answer.status)) return { kind: 'held' };
      if (answer.status === 409 && item.attempts < TRIES_BEFORE_A_CONFLICT_COUNTS && !item.secret) {
        return failed(null, callInstead, true);
      }
      return { kind: 'refused', status: answer.status, detail: answer.problem.detail };
    }
  }
}

/** Signing in, or a fresh token, may still make the server take it. */
function mayBeMended(item: Item, status: number): boolean {
  if (status === 401) return true;
  return status === 403 && !item.secret && item.attempts < TRIES_BEFORE_FORBIDDEN_COUNTS;
}

function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

/** A call for help does not wait as long as the server would like. */
function patient(item: Item, waitMs: number | null): number | null {
  return item.kind === 'panic' || item.kind === 'sign-of-life' ? null : waitMs;
}

function failed(
  waitMs: number | null,
  callInstead: string | null,
  serverAnswered: boolean,
): Verdict & { kind: 'failed' } {
  return { kind: 'failed', waitMs, callInstead, serverAnswered, withoutWatch: false };
}

export function watchIn(answer: ActAnswer): WorkerWatch | null {
  if ('alarmId' in answer) return answer.watch;
  return 'state' in answer ? answer : null;
}
