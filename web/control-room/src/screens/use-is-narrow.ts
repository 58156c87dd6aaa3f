import { useSyncExternalStore } from 'react';

const NARROW = window.matchMedia('(max-width: 48rem)');

/** Whether there is no room for things side by side, such as the seven days of a week. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => NARROW.matches);
}

function subscribe(listener: () => void): () => void {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
}
