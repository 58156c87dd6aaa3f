/** Silence of the stream after which the board may not be trusted any more. */
export const STALE_AFTER_MS = 5_000;

/** Whether the board on the screen is the present. */
export type Freshness =
  | { readonly kind: 'loading' }
  | { readonly kind: 'fresh' }
  | { readonly kind: 'stale'; readonly sinceMs: number };

/**
 * @param lastHeardMs when anything last came over the stream, a comment included; null when
 *     nothing has come since this page opened
 * @param openedMs when this page began to ask
 */
export function freshness(lastHeardMs: number | null, openedMs: number, nowMs: number): Freshness {
  const since = lastHeardMs ?? openedMs;
  if (nowMs - since >= STALE_AFTER_MS) {
    return { kind: 'stale', sinceMs: since };
  }
  return lastHeardMs === null ? { kind: 'loading' } : { kind: 'fresh' };
}

/** How long to wait before the next try: soon at first, never longer than 5 s. */
export function retryDelayMs(failures: number, jitter: number): number {
  const base = Math.min(5_000, 500 * 2 ** Math.min(failures, 4));
  return Math.round(base * (0.75 + 0.5 * jitter));
}
