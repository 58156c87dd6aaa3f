/** One comparison of our clock with the server's. */
export interface ClockSample {
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

/** The last few comparisons, newest last. */
export type ServerClock = readonly ClockSample[];

const KEPT = 6;
/** A newest sample this far off means that our clock jumped or slept: the others are worthless. */
const JUMP_MS = 2_000;

/** The server said {@code serverTime} somewhere between our asking and its answer. */
export function compareClocks(
  clock: ServerClock,
  serverTime: string,
  askedMs: number,
  answeredMs: number,
): ServerClock {
  const serverMs = Date.parse(serverTime);
  if (Number.isNaN(serverMs)) {
    return clock;
  }
  const roundTripMs = Math.max(0, answeredMs - askedMs);
  const sample = { offsetMs: serverMs - (askedMs + answeredMs) / 2, roundTripMs };
  const jumped = Math.abs(sample.offsetMs - offsetMs(clock)) > JUMP_MS + roundTripMs;
  return jumped ? [sample] : [...clock, sample].slice(-KEPT);
}

/** What to add to our clock to get the server's: the quickest comparison is the best one. */
export function offsetMs(clock: ServerClock): number {
  const best = clock.reduce<ClockSample | null>(
    (found, sample) => (found === null || sample.roundTripMs <= found.roundTripMs ? sample : found),
    null,
  );
  return best?.offsetMs ?? 0;
}
