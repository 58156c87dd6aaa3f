import { useSyncExternalStore } from 'react';
import { ownNowMs } from './own-clock';

/** The one clock of the screen: everything that counts down looks at the same second. */
export interface Ticker {
  readonly subscribe: (listener: () => void) => () => void;
  /** Our own clock at the last tick. */
  readonly nowMs: () => number;
  readonly stop: () => void;
}

export function startTicker(): Ticker {
  let now = ownNowMs();
  const listeners = new Set<() => void>();
  const worker = new Worker(new URL('../sw/tick.ts', import.meta.url), { type: 'module' });
  worker.onmessage = () => {
    now = ownNowMs();
    listeners.forEach((listener) => listener());
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nowMs: () => now,
    stop: () => worker.terminate(),
  };
}

/**
 * Something plain that is worked out every second; the component is drawn again only when it
 * changes, so that hundreds of countdowns cost next to nothing.
 */
export function useTicking<T extends string | number | boolean | null>(
  ticker: Ticker,
  workOut: (nowMs: number) => T,
): T {
  return useSyncExternalStore(ticker.subscribe, () => workOut(ticker.nowMs()));
}
