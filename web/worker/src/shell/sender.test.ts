import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createApi } from '../../../shared/src/api/client';
import type { Act } from '../core/act';
import { nextOutbox } from '../core/outbox';
import { lastActOf } from '../core/screen';
import { localLock, type Lock } from './lock';
import { makeItem } from './make-item';
import { createSender, newSecrets, type Secrets } from './sender';
import { openStore, type Store } from './store';

const T14_00 = Date.UTC(2026, 2, 3, 13, 0);
const SIGN: Act = { kind: 'sign-of-life', watchId: 'w1' };

/** A server of one function: it notes each request and answers as it is told. */
class Line {
  readonly heard: { path: string; key: string | null; watchKey: string | null; body: string }[] =
    [];
  answer: () => Response = () => json(200, { takenAt: '2026-03-03T13:00:00Z', counted: true });

  readonly fetch: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    this.heard.push({
      path: String(input).replace('/api/v1', ''),
      key: headers.get('Idempotency-Key'),
      watchKey: headers.get('Watch-Key'),
      body: String(init?.body),
    });
    return this.answer();
  };
}

const json = (status: number, body: object) => Response.json(body, { status });
const page = (status: number) =>
  new Response('<h1>Log in op dit netwerk</h1>', {
    status,
    headers: { 'Content-Type': 'text/html' },
  });
const noNetwork = () => {
  throw new TypeError('no network');
};

let nowMs: number;
let line: Line;
let store: Store;
let secrets: Secrets;
let lock: Lock;

beforeEach(async () => {
  indexedDB.deleteDatabase('achterwacht-phone');
  nowMs = T14_00;
  line = new Line();
  store = await openStore();
  secrets = newSecrets();
  lock = localLock();
});

function sender() {
  return createSender({
    store,
    api: createApi({ csrfToken: () => null, fetch: line.fetch }),
    now: () => nowMs,
    chance: () => 1,
    secrets,
    lock,
    onChange: () => undefined,
    onHeld: () => undefined,
  });
}

async function make(act: Act): Promise<void> {
  const stamp = { madeAtMs: nowMs, clockOffsetMs: null, batteryPercent: null, position: null };
  const key = act.watchId === null ? null : await store.watchKey(act.watchId);
  await store.applyTo((phone) => {
    const item = makeItem(act, stamp, phone, key);
    return [{ kind: 'outbox-changed', outbox: nextOutbox(phone.outbox, { kind: 'made', item }) }];
  });
}

describe('the outbox of the phone', () => {
  test('an act survives the end of the app and goes out with the same key', async () => {
    line.answer = noNetwork;
    await make(SIGN);
    await sender().flush('ordinary');
    store = await openStore();
    line.answer = () => json(200, { takenAt: '2026-03-03T13:00:00Z', counted: true });
    nowMs += 60_000;
    expect(await sender().flush('ordinary')).toBeNull();
    expect(line.heard.map((request) => request.key)).toEqual([
      line.heard[0]?.key,
      line.heard[0]?.key,
    ]);
    expect(line.heard[0]?.body).toBe(line.heard[1]?.body);
    expect(lastActOf(await store.read(), 'w1')).toMatchObject({ kind: 'confirmed', counted: true });
  });

  test('without a network it says when to come back, and keeps everything', async () => {
    line.answer = noNetwork;
    await make(SIGN);
    expect(await sender().flush('ordinary')).toBe(T14_00 + 1000);
    const phone = await store.read();
    expect(phone.line).toEqual({ kind: 'unreachable', sinceMs: T14_00 });
    expect(phone.outbox.items).toHaveLength(1);
  });

  test('a page of the network in between confirms no call for help', async () => {
    await make({ kind: 'panic', watchId: null });
    line.answer = () => page(200);
    await sender().flush('help');
    const phone = await store.read();
    expect(phone.settled).toEqual([]);
    expect(phone.outbox.items).toHaveLength(1);
    expect(phone.line.kind).toBe('unreachable');
  });

  test('a page of the network in between refuses no sign of life', async () => {
    for (const status of [403, 404, 407, 502]) {
      line.answer = () => page(status);
      await make(SIGN);
      await sender().flush('ordinary');
      nowMs += 60_000;
    }
    const phone = await store.read();
    expect(phone.settled).toEqual([]);
    expect(phone.outbox.items).toHaveLength(4);
  });

  test('two senders at once, page and service worker, send each act once', async () => {
    await make(SIGN);
    await make({ kind: 'extend', watchId: 'w1', minutes: 15 });
    await Promise.all([sender().flush('ordinary'), sender().flush('ordinary')]);
    expect(line.heard.map((request) => request.path)).toEqual([
      '/watches/w1/signs-of-life',
      '/watches/w1/extensions',
    ]);
  });

  test('a call for help does not wait for a request that hangs', async () => {
    let letGo: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow: typeof fetch = async (input, init) => {
      if (!String(input).endsWith('panics')) await hanging;
      return line.fetch(input, init);
    };
    const parts = {
      store,
      api: createApi({ csrfToken: () => null, fetch: slow }),
      now: () => nowMs,
      chance: () => 1,
      secrets,
      lock,
      onChange: () => undefined,
      onHeld: () => undefined,
    };
    await make(SIGN);
    const stuck = createSender(parts).flush('ordinary');
    await make({ kind: 'panic', watchId: null });
    await createSender(parts).flush('help');
    expect(line.heard.map((request) => request.path)).toEqual(['/panics']);
    letGo();
    await stuck;
  });

  test('the key of the watch goes along with its acts', async () => {
    await store.keepWatchKey('w1', 'sleutel');
    await make(SIGN);
    await sender().flush('ordinary');
    expect(line.heard[0]?.watchKey).toBe('sleutel');
  });

  test('a server that is away leaves the number to call', async () => {
    const problem = { type: 'about:blank', status: 503, title: 'Weg', detail: '' };
    line.answer = () => json(503, { ...problem, callInstead: '+31101234567' });
    await make(SIGN);
    await sender().flush('ordinary');
    expect((await store.read()).line).toMatchObject({ kind: 'away', callInstead: '+31101234567' });
  });

  test('an act with a code is sent from memory and never stored', async () => {
    const stamp = { madeAtMs: nowMs, clockOffsetMs: null, batteryPercent: null, position: null };
    const phone = await store.read();
    const act = { kind: 'give-code', watchId: 'w1', code: '2580' } as const;
    secrets.keep([makeItem(act, stamp, phone, null)]);
    line.answer = noNetwork;
    await sender().flush('ordinary');
    expect(JSON.stringify(await store.read())).not.toContain('2580');
    expect(secrets.items()).toHaveLength(1);
    line.answer = () => json(200, { takenAt: '2026-03-03T13:00:00Z', counted: true });
    nowMs += 5000;
    await sender().flush('ordinary');
    expect(secrets.items()).toEqual([]);
  });
});
