/** Silence of the stream after which the board may not be trusted any more. */
export const STALE_AFTER_MS = 5_000;

/**
 * How long the server may fail to say whether it watches. A line can be alive while the database
 * behind it is away: then nothing new comes, and the stream alone would not show it.
 */
export const UNASSURED_AFTER_MS = 15_000;

/** Whether the board on the screen is the present. */
export type Freshness =
  | { readonly kind: 'loading' }
  | { readonly kind: 'fresh' }
  | { readonly kind: 'stale'; readonly sinceMs: number };

/** When we last knew something; null when that never happened since this page opened. */
export interface Heard {
  readonly openedMs: number;
  /** Anything over the stream, a comment included. */
  readonly streamMs: number | null;
  /** The server answered from its database: a snapshot, or whether it watches. */
  readonly answerMs: number | null;
}

export function freshness(heard: Heard, nowMs: number): Freshness {
  const stream = heard.streamMs ?? heard.openedMs;
  const answer = heard.answerMs ?? heard.openedMs;
  const isSilent = nowMs - stream >= STALE_AFTER_MS;
  const isUnassured = nowMs - answer >= UNASSURED_AFTER_MS;
  if (isSilent || isUnassured) {
    const since = Math.min(isSilent ? stream : nowMs, isUnassured ? answer : nowMs);
    return { kind: 'stale', sinceMs: since };
  }
  return heard.streamMs === null ? { kind: 'loading' } : { kind: 'fresh' };
}

/** How long to wait before the next try: soon at first, never longer than some seconds. */
export function retryDelayMs(failures: number, jitter: number): number {
  const base = Math.min(5_000, 500 * 2 ** Math.min(failures, 4));
  return Math.round(base * (0.75 + 0.5 * jitter));
}
