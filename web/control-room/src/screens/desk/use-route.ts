import { useSyncExternalStore } from 'react';
import { routeOf, type Route } from '../../core/route';

/** Where we are, from the hash; also when a notice asks to open something. */
export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => location.hash));
}

function subscribe(listener: () => void): () => void {
  const asked = (event: MessageEvent<unknown>): void => {
    const { data } = event;
    if (
      typeof data === 'object' &&
      data !== null &&
      'link' in data &&
      typeof data.link === 'string'
    ) {
      location.hash = new URL(data.link, location.origin).hash;
    }
  };
  window.addEventListener('hashchange', listener);
  navigator.serviceWorker?.addEventListener('message', asked);
  return () => {
    window.removeEventListener('hashchange', listener);
    navigator.serviceWorker?.removeEventListener('message', asked);
  };
}
