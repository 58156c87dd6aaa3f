import { useSyncExternalStore } from 'react';

/** A text that was not saved, with the draft on which it was written. */
export interface UnsavedWords {
  readonly personId: string;
  readonly nl: string;
  readonly en: string;
  readonly revision: number;
}

let kept: UnsavedWords | null = null;
const listeners = new Set<() => void>();

/** What somebody wrote and has not saved stays here when they go to an alarm. */
export function keepWords(words: UnsavedWords | null): void {
  kept = words;
  listeners.forEach((listener) => listener());
}

export function useUnsavedWords(personId: string): UnsavedWords | null {
  const words = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
  return words?.personId === personId ? words : null;
}
