import { createApi } from '../../../shared/src/api/client';
import type { Act } from '../core/act';
import { nextOutbox } from '../core/outbox';
import type { Phone } from '../core/phone';
import { browserLock } from '../shell/lock';
import { makeItem } from '../shell/make-item';
import { createSender, newSecrets } from '../shell/sender';
import { openStore, type Store } from '../shell/store';

/** Sends what waits, without a page. Acts with a code are not here: they never leave the page. */
export async function flushOutbox(): Promise<void> {
  await flush(await openStore());
}

/** Does what a button of a notification asks, through the same outbox as the page. */
export async function actAndFlush(
  choose: (phone: Phone) => Act | null,
): Promise<{ readonly act: Act | null; readonly confirmed: boolean; readonly phone: Phone }> {
  const store = await openStore();
  const before = await store.read();
  const act = choose(before);
  if (act === null) return { act, confirmed: false, phone: before };
  const watchKey = act.watchId === null ? null : await store.watchKey(act.watchId);
  const madeAtMs = Date.now();
  const { clockOffsetMs } = before;
  const stamp = { madeAtMs, clockOffsetMs, batteryPercent: null, position: null };
  const made = makeItem(act, stamp, before, watchKey);
  await store.applyTo((phone) => {
    const seq = 1 + Math.max(0, ...phone.outbox.items.map((waiting) => waiting.seq));
    const outbox = nextOutbox(phone.outbox, { kind: 'made', item: { ...made, seq } });
    return [{ kind: 'outbox-changed', outbox }];
  });
  await flush(store);
  const phone = await store.read();
  const confirmed = phone.settled.some(
    (done) => done.id === made.id && done.outcome.kind === 'confirmed' && done.outcome.counted,
  );
  return { act, confirmed, phone };
}

async function flush(store: Store): Promise<void> {
  const session = await store.session();
  const channel = new BroadcastChannel('achterwacht-phone');
  const sender = createSender({
    store,
    api: createApi({ csrfToken: () => session?.csrfToken ?? null }),
    now: Date.now,
    chance: Math.random,
    secrets: newSecrets(),
    lock: browserLock,
    onChange: () => channel.postMessage('changed'),
    onHeld: () => undefined,
  });
  await Promise.all([sender.flush('help'), sender.flush('ordinary')]);
  channel.close();
}
