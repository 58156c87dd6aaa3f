import { codeOf, type ApiAnswer } from '../../../shared/src/api/answer';
import type { ActAnswer } from '../../../shared/src/api/parse-worker';
import type { Problem, WorkerWatch } from '../../../shared/src/api/types';
import type { Item } from './outbox';

/** What an answer means for the act that was sent. */
export type Verdict =
  | { readonly kind: 'delivered'; readonly counted: boolean; readonly watch: WorkerWatch | null }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly detail: string;
    }
  | { readonly kind: 'held' }
  | {
      readonly kind: 'failed';
      readonly waitMs: number | null;
      readonly callInstead: string | null;
      readonly serverAnswered: boolean;
      /** The server did not take it under this watch; try the door that asks for nothing. */
      readonly withoutWatch: boolean;
    };

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
      const { status, problem } = answer;
      const waitMs = answer.retryAfterSeconds === null ? null : answer.retryAfterSeconds * 1000;
      const callInstead = problem.callInstead ?? null;
      if (isPassing(status, problem)) return failed(patient(item, waitMs), callInstead, true);
      if (item.kind === 'panic') return { ...failed(null, callInstead, true), withoutWatch: true };
      if (status === 401 || isForgotten(item, problem)) return { kind: 'held' };
      return { kind: 'refused', status, code: codeOf(problem), detail: problem.detail };
    }
  }
}

const TRIES_WITH_A_FRESH_TOKEN = 3;

/** The phone sent an old token of its session: asking for a fresh one mends that. */
function isForgotten(item: Item, problem: Problem): boolean {
  return problem.type.endsWith('/csrf-token') && item.attempts < TRIES_WITH_A_FRESH_TOKEN;
}

function isPassing(status: number, problem: Problem): boolean {
  if (status === 409) return problem.type.endsWith('/still-busy');
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
