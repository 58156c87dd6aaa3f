import * as v from 'valibot';
import type { Api } from '../api/client';
import { contactSchema, pushKeySchema } from '../api/parse-worker';

export type PushState =
  /** This browser has no web push; on an iPhone the app must first be put on the home screen. */
  'impossible' | 'not-asked' | 'refused' | 'on';

export async function pushState(registration: ServiceWorkerRegistration): Promise<PushState> {
  if (!('pushManager' in registration) || typeof Notification === 'undefined') return 'impossible';
  if (Notification.permission === 'denied') return 'refused';
  return (await registration.pushManager.getSubscription()) === null ? 'not-asked' : 'on';
}

export type PushOutcome = 'on' | 'refused' | 'failed';

/** Asks leave, subscribes, and tells the server where notices can go. Only after a tap. */
export async function turnPushOn(
  api: Api,
  registration: ServiceWorkerRegistration,
  device: string,
): Promise<PushOutcome> {
  if ((await Notification.requestPermission()) !== 'granted') return 'refused';
  const key = await api.call({ method: 'GET', path: '/push-key', schema: pushKeySchema });
  if (key.kind !== 'ok') return 'failed';
  try {
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key.value.publicKey,
    });
    const body = v.parse(subscriptionSchema, subscription.toJSON());
    const kept = await api.call({
      method: 'POST',
      path: '/me/push-subscriptions',
      body: { ...body, device },
      schema: contactSchema,
    });
    return kept.kind === 'ok' || kept.kind === 'unreadable' ? 'on' : 'failed';
  } catch {
    return 'failed';
  }
}

const subscriptionSchema = v.object({
  endpoint: v.string(),
  keys: v.object({ p256dh: v.string(), auth: v.string() }),
});
