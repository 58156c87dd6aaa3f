/** What a machine with too much to do keeps from a process that wants to run. */
export interface Stalls {
  /** The longest that we were kept waiting between two moments, in milliseconds. */
  longestMs(fromMs: number, untilMs: number): number;
  stop(): void;
}

const EVERY_MS = 50;

/** Wants to run every 50 ms from now on, and writes down how much later than that it could. */
export function watchStalls(): Stalls {
  const kept: { readonly fromMs: number; readonly untilMs: number }[] = [];
  let lastMs = Date.now();
  const timer = setInterval(() => {
    const nowMs = Date.now();
    kept.push({ fromMs: lastMs, untilMs: nowMs });
    lastMs = nowMs;
  }, EVERY_MS);
  return {
    longestMs: (fromMs, untilMs) =>
      kept
        .filter((gap) => gap.untilMs >= fromMs && gap.fromMs <= untilMs)
        .reduce((longest, gap) => Math.max(longest, gap.untilMs - gap.fromMs - EVERY_MS), 0),
    stop: () => clearInterval(timer),
  };
}
