import type { DeskApi } from './desk-api';

export type NoticeState = 'unsupported' | 'off' | 'on' | 'blocked';

const SCOPE = '/control-room/';

/** Notices of the browser: on this screen when it is behind another, and by push when it is closed. */
export function noticeState(): NoticeState {
  if (!('Notification' in window) || !('serviceWorker' in navigator)) {
    return 'unsupported';
  }
  switch (Notification.permission) {
    case 'granted':
      return 'on';
    case 'denied':
      return 'blocked';
    case 'default':
      return 'off';
  }
}

/** The service worker only receives notices; without it the board works just as well. */
export function registerServiceWorker(): void {
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    // A browser that refuses (private window) has no notices; the button then says so.
    navigator.serviceWorker.register(`${SCOPE}sw.js`, { scope: SCOPE }).catch(() => undefined);
  }
}

/**
 * Call it from a click. Asks for permission and tells the server where to push to.
 *
 * @returns false when notices could not be turned on
 */
export async function turnNoticesOn(api: DeskApi, device: string): Promise<boolean> {
  return (await Notification.requestPermission()) === 'granted' && subscribe(api, device);
}

/** Browsers drop subscriptions now and then: whoever allowed notices gets them back unasked. */
export async function keepNoticesOn(api: DeskApi, device: string): Promise<void> {
  if (noticeState() === 'on') {
    const registration = await navigator.serviceWorker.getRegistration(SCOPE);
    if (registration !== undefined && (await registration.pushManager.getSubscription()) === null) {
      await subscribe(api, device);
    }
  }
}

async function subscribe(api: DeskApi, device: string): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  const key = await api.pushKey();
  if (registration === undefined || key.kind !== 'ok') {
    return false;
  }
  try {
    // One that was made with an older key of the server could never be reached any more.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key.value.publicKey,
    });
    const { endpoint, keys } = subscription.toJSON();
    const p256dh = keys?.['p256dh'];
    const auth = keys?.['auth'];
    if (endpoint === undefined || p256dh === undefined || auth === undefined) {
      return false;
    }
    const answer = await api.addPushAddress({ endpoint, keys: { p256dh, auth }, device });
    return answer.kind === 'ok';
  } catch {
    return false;
  }
}

/** A notice from this page itself, when somebody looks at another window. No names: it may be seen. */
export async function showNotice(alarmId: string, title: string, text: string): Promise<void> {
  if (!document.hidden || noticeState() !== 'on') {
    return;
  }
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  await registration?.showNotification(title, {
    body: text,
    tag: `alarm-${alarmId}`,
    icon: '/control-room/icon-alarm.svg',
    requireInteraction: true,
    data: { link: `/control-room/#/alarms/${alarmId}` },
  });
}
