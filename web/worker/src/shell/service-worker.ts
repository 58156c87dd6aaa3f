const PATIENCE_MS = 3000;

/** Registers the service worker: the app then opens without a network and receives notices. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  void navigator.serviceWorker.register('/worker/sw.js', { scope: '/worker/' });
}

/** The service worker once it is ready; null where there is none. */
export async function serviceWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  const tooLate = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  return Promise.race([navigator.serviceWorker.ready, tooLate]);
}
