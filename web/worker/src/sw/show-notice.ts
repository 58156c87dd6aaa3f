import { parseAs } from '../../../shared/src/api/parse';
import { pushNoticeSchema } from '../../../shared/src/api/parse-push';

/** What the types of the browser do not know yet, but Chromium does. */
interface NoticeOptions extends NotificationOptions {
  readonly actions?: readonly { readonly action: string; readonly title: string }[];
  readonly renotify?: boolean;
  readonly vibrate?: readonly number[];
}

/** Shows a notice. Every push must show something, also one we cannot read. */
export async function showNotice(
  registration: Pick<ServiceWorkerRegistration, 'showNotification'>,
  payload: string,
): Promise<void> {
  const parsed = parseAs(pushNoticeSchema, payload);
  if (!parsed.ok) {
    await registration.showNotification('Achterwacht', { icon: ICON, tag: 'unread' });
    return;
  }
  const notice = parsed.value;
  const silent = notice.kind === COMPANION_HELP;
  const options: NoticeOptions = {
    body: notice.text,
    icon: ICON,
    tag: notice.topic ?? notice.id,
    renotify: true,
    requireInteraction: notice.urgency === 'alarm',
    // A browser refuses a pattern of vibration with what must be silent.
    ...(silent ? { silent } : { vibrate: [200, 100, 200] }),
    actions: notice.actions.map(({ name, label }) => ({ action: name, title: label })),
    data: { link: notice.link },
  };
  await registration.showNotification(notice.title, options);
}

const ICON = '/worker/icon-192.png';

/** Whoever stands beside a colleague in need is told without a sound. */
const COMPANION_HELP = 'companion-help';
