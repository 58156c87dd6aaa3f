import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { actOnNotice } from './act-on-notice';
import { flushOutbox } from './flush';
import { showNotice } from './show-notice';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
};

// The whole app is kept on the phone; what the server says is never kept here.
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/worker/index.html'), {
    denylist: [/^\/api/, /^\/actuator/, /^\/log(in|out)/, /^\/oauth2/, /^\/webauthn/],
  }),
);

self.addEventListener('install', () => {
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('push', (event) => {
  event.waitUntil(showNotice(self.registration, event.data?.text() ?? ''));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(actOnNotice(self, event.action, event.notification.data));
});

// The browser says that the network is back, also when the app is closed (Chromium only).
self.addEventListener('sync', (event) => {
  if (event instanceof ExtendableEvent) event.waitUntil(flushOutbox());
});
