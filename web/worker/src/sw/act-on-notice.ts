import * as v from 'valibot';
import { clockTime } from '../../../shared/src/core/clock';
import { actOfNotice, placeOfNotice } from '../core/notice-act';
import { workerText } from '../text';
import { actAndFlush } from './flush';

const dataSchema = v.object({ link: v.nullable(v.string()) });

/** A button does the act at once and says what the server answered; a tap opens the app. */
export async function actOnNotice(
  scope: ServiceWorkerGlobalScope,
  action: string,
  data: unknown,
): Promise<void> {
  if (action === '') {
    const parsed = v.safeParse(dataSchema, data);
    await openApp(scope, placeOfNotice(parsed.success ? parsed.output.link : null));
    return;
  }
  const { act, confirmed, phone } = await actAndFlush((known) => actOfNotice(action, known));
  const text = workerText[phone.me?.language ?? 'nl'];
  const tag = 'act';
  if (act === null) {
    await scope.registration.showNotification(text.notice.noWatch, { tag });
    return;
  }
  const what = text.proof.kinds[act.kind];
  if (confirmed) {
    const title = text.notice.done(what, clockTime(Date.now()));
    await scope.registration.showNotification(title, { tag, silent: true });
  } else {
    const body = text.notice.notYetHint;
    await scope.registration.showNotification(text.notice.notYet(what), { tag, body });
  }
}

async function openApp(scope: ServiceWorkerGlobalScope, place: string): Promise<void> {
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = open.find((client) => new URL(client.url).pathname.startsWith('/worker/'));
  if (ours === undefined) {
    await scope.clients.openWindow(place);
    return;
  }
  await ours.focus();
}
