import { useEffect, useMemo, useRef } from 'react';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import { useLoaded, type Loaded } from '../../../shared/src/components';
import type { Kept, Shelf } from '../shell/kept';

/** What the server says; as long as it does not, what this phone kept of it. */
export interface LoadedOrKept<T> extends Loaded<T> {
  /** Where `value` comes from when the server has not said it just now. */
  readonly kept: Kept<T> | null;
}

export function useKept<T extends object>(
  ask: () => Promise<ApiAnswer<T>>,
  on: Pick<Shelf<T>, 'read'>,
): LoadedOrKept<T> {
  const loaded = useLoaded(ask);
  const { value, failed } = loaded;
  const kept = useMemo(
    () => (value === null || failed !== null ? on.read() : null),
    [value, failed, on],
  );
  return { ...loaded, value: value ?? kept?.value ?? null, kept };
}

/** Asks again when this has become something else: what went out may be in the answer. */
export function useAgainAt(turn: string | number, again: () => Promise<void>): void {
  const before = useRef(turn);
  useEffect(() => {
    if (before.current === turn) return;
    before.current = turn;
    void again();
  }, [turn, again]);
}
