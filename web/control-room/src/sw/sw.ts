declare const self: ServiceWorkerGlobalScope;

// Takes over at once: an old version must not swallow a notice.
self.addEventListener('install', () => {
  void self.skipWaiting();
});

export {};
