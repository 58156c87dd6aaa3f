import * as v from 'valibot';

const syncSchema = v.object({ register: v.function() });

/** Asks the browser to wake the service worker once the network is back. Only Chromium does. */
export async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration('/worker/');
  if (registration === undefined) return;
  const sync: unknown = Reflect.get(registration, 'sync');
  const parsed = v.safeParse(syncSchema, sync);
  if (!parsed.success) return;
  try {
    await parsed.output.register.call(sync, 'outbox');
  } catch {
    // Not allowed here; the app sends when it opens, and by its own timer.
  }
}
