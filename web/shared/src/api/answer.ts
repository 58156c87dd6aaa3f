import type { Problem } from './types';

/** The stable word of a problem: that of its first fault, else the end of its type. */
export function codeOf(problem: Problem): string {
  return problem.errors?.[0]?.code ?? problem.type.split('/').at(-1) ?? '';
}

/** What became of a request. Nothing is thrown: a failing world is an answer. */
export type ApiAnswer<T> =
  | { readonly kind: 'ok'; readonly status: number; readonly value: T }
  /** The server said no, or not now; `retryAfterSeconds` when it said how long to wait. */
  | {
      readonly kind: 'problem';
      readonly status: number;
      readonly problem: Problem;
      readonly retryAfterSeconds: number | null;
    }
  /** No network, no server, no answer in time, or one that is not ours: it may not have arrived. */
  | { readonly kind: 'unreachable' }
  /** A 2xx in JSON of another shape: the server has taken it, we just do not know what it said. */
  | { readonly kind: 'unreadable'; readonly status: number };
