import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiAnswer } from '../../api/answer';

type Ask<T> = () => Promise<ApiAnswer<T>>;

/** Something of the server, and what stands in the way of it. */
export interface Loaded<T> {
  /** What came last. The answer to an earlier question stays until this one is answered. */
  readonly value: T | null;
  /** The last answer, when it was no. */
  readonly failed: ApiAnswer<unknown> | null;
  /** True until the question as it is now has its first answer. */
  readonly waiting: boolean;
  readonly again: () => Promise<void>;
  /** Shows what an act left; an answer that was asked for before it is dropped. */
  readonly set: (value: T) => void;
  /** The same, made of what is shown. */
  readonly change: (to: (known: T) => T) => void;
}

/** The last answer, and the question it belongs to. */
interface Heard<T> {
  readonly ask: Ask<T> | null;
  readonly value: T | null;
  readonly failed: ApiAnswer<unknown> | null;
}

/**
 * Asks when the page opens, at every other question, and on demand. The same function is the same
 * question; null asks nothing. Once, also where a look is written in the journal.
 */
export function useLoaded<T>(ask: Ask<T> | null): Loaded<T> {
  const [heard, setHeard] = useState<Heard<T>>({ ask: null, value: null, failed: null });
  const now = useRef<{ ask: Ask<T> | null; asked: number; taken: number }>({
    ask: null,
    asked: 0,
    taken: 0,
  });

  const take = useCallback(
    (turn: number, next: (before: Heard<T>) => Heard<T>): void => {
      // To an earlier question, or overtaken by a later answer: nobody's any more.
      if (now.current.ask !== ask || turn < now.current.taken) return;
      now.current.taken = turn;
      setHeard(next);
    },
    [ask],
  );
  const again = useCallback(async (): Promise<void> => {
    if (ask === null || ask !== now.current.ask) return;
    const turn = ++now.current.asked;
    const answer = await ask();
    take(turn, (before) =>
      answer.kind === 'ok'
        ? { ask, value: answer.value, failed: null }
        : { ask, value: before.ask === ask ? before.value : null, failed: answer },
    );
  }, [ask, take]);
  const change = useCallback(
    (to: (known: T) => T): void =>
      take(++now.current.asked, (before) =>
        before.ask !== ask || before.value === null
          ? before
          : { ...before, value: to(before.value) },
      ),
    [ask, take],
  );
  const set = useCallback(
    (value: T): void => take(++now.current.asked, () => ({ ask, value, failed: null })),
    [ask, take],
  );

  useEffect(() => {
    const asks = now.current;
    asks.ask = ask;
    const timer = setTimeout(() => void again(), 0);
    return () => {
      asks.ask = null;
      clearTimeout(timer);
    };
  }, [ask, again]);

  return {
    value: heard.value,
    failed: heard.ask === ask ? heard.failed : null,
    waiting: ask !== null && heard.ask !== ask,
    again,
    set,
    change,
  };
}

/** The same, without what was the answer to an earlier question. */
export function ofNow<T>(loaded: Loaded<T>): Loaded<T> {
  return loaded.waiting ? { ...loaded, value: null } : loaded;
}

/** Looks again every so often, and when the page comes into sight; null does not. */
export function useEvery(everyMs: number | null, look: () => Promise<void>): void {
  useEffect(() => {
    if (everyMs === null) return undefined;
    const lookIfSeen = (): void => {
      if (document.visibilityState === 'visible') void look();
    };
    const timer = setInterval(lookIfSeen, everyMs);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [everyMs, look]);
}

/** Two questions that are one: a no to either is the answer. */
export async function both<A, B>(
  one: Promise<ApiAnswer<A>>,
  other: Promise<ApiAnswer<B>>,
): Promise<ApiAnswer<readonly [A, B]>> {
  const [a, b] = await Promise.all([one, other]);
  if (a.kind !== 'ok') return a;
  return b.kind === 'ok' ? { kind: 'ok', status: 200, value: [a.value, b.value] } : b;
}

/** What it is once it has stayed the same for a moment. */
export function useSettled<T>(value: T, pauseMs: number): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
