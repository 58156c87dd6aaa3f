import { useSyncExternalStore } from 'react';

const NARROW = window.matchMedia('(max-width: 48rem)');

/** Whether seven days side by side do not fit. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => NARROW.matches);
}

function subscribe(listener: () => void): () => void {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
}
