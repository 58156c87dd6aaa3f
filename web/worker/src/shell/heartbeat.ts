import { screenOf } from '../core/screen';
import type { PhoneShell } from './phone-shell';

const WHILE_WATCHED_MS = 15_000;
const WHILE_IDLE_MS = 60_000;

/** Asks the server again while the page shows, and at once when it comes back or the network does. */
export function startHeartbeat(shell: PhoneShell): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;

  const beat = () => {
    if (timer !== null) clearTimeout(timer);
    const idle = screenOf(shell.shown().phone, Date.now()).kind === 'nobody-watching';
    timer = setTimeout(beat, idle ? WHILE_IDLE_MS : WHILE_WATCHED_MS);
    if (document.visibilityState === 'visible') void shell.refresh();
  };

  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('online', beat, { signal });
  window.addEventListener('focus', beat, { signal });
  document.addEventListener('visibilitychange', beat, { signal });
  beat();
  return () => {
    listening.abort();
    if (timer !== null) clearTimeout(timer);
  };
}
