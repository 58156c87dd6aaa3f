import { alarmInLink } from '../core/route';
import { takeAlarm } from './take-alarm';
import { readPush, type PushMessage } from './push-message';

/**
 * The service worker of the control room: it only receives notices. Nothing is kept for offline
 * use, since an old board is worse than none.
 */
declare const self: ServiceWorkerGlobalScope;

const HOME = '/control-room/';

self.addEventListener('install', () => {
  // Takes over at once: an old version must not swallow a notice.
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  event.waitUntil(show(readPush(event.data?.text() ?? '')));
});

self.addEventListener('notificationclick', (event) => {
  const { notification, action } = event;
  event.waitUntil(answer(notification, action));
});

async function show(message: PushMessage): Promise<void> {
  const alarmId = alarmInLink(message.link);
  const tag = alarmId === null ? (message.topic ?? message.id) : `alarm-${alarmId}`;
  const options = {
    body: message.text,
    lang: message.language,
    tag,
    // A later step of the ladder must sound again, though it replaces the notice before it.
    renotify: message.urgency === 'alarm',
    requireInteraction: message.urgency === 'alarm',
    icon: message.urgency === 'alarm' ? `${HOME}icon-alarm.svg` : `${HOME}icon.svg`,
    actions: message.actions.map(({ name, label }) => ({ action: name, title: label })),
    data: { link: message.link },
  };
  await self.registration.showNotification(message.title, options);
}

async function answer(notification: Notification, action: string): Promise<void> {
  const link = readLink(notification.data);
  const alarmId = alarmInLink(link);
  notification.close();
  if (action === 'acknowledge' && alarmId !== null) {
    // Opened whatever the answer: the page says who has the alarm, and offers to try again.
    await takeAlarm(alarmId);
  }
  await open(link);
}

async function open(link: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = windows.find((client) => new URL(client.url).pathname.startsWith(HOME));
  if (ours === undefined) {
    await self.clients.openWindow(link);
    return;
  }
  await ours.focus();
  ours.postMessage({ kind: 'open', link });
}

function readLink(carried: unknown): string {
  return typeof carried === 'object' &&
    carried !== null &&
    'link' in carried &&
    typeof carried.link === 'string' &&
    carried.link.startsWith(HOME)
    ? carried.link
    : HOME;
}
