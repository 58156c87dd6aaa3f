// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ANNA, visitAt } from '../../../e2e/fake-server';
import type { Me, Session } from '../../../shared/src/api/types';
import type { Phone } from '../core/phone';
import { localLock, type Lock } from './lock';
import { createPhoneShell, type PhoneShell } from './phone-shell';
import { openStore, type Store } from './store';

/** What waits comes back after a while, also when the last test is over and there is no browser. */
vi.mock('./background-sync', () => ({ askForSync: () => Promise.resolve() }));

/** The requests that were made, as "METHOD path", and what each is answered. */
class Line {
  readonly heard: string[] = [];
  answer: (request: string) => Response = () => noNetwork();

  readonly fetch: typeof fetch = async (input, init) => {
    const request = `${init?.method ?? 'GET'} ${String(input).replace('/api/v1', '')}`;
    this.heard.push(request);
    return this.answer(request);
  };
}

const BRAM: Me = { ...ANNA, id: 'bram', name: 'Bram Jansen' };
const session = (person: Me): Session => ({
  person,
  csrfToken: `token of ${person.id}`,
  expiresAt: '2026-03-04T13:00:00Z',
});
const ended = () => new Response(null, { status: 204 });
const noSession = () =>
  Response.json(
    { type: '/problems/unauthenticated', status: 401, title: 'Nee' },
    { status: 401, headers: { 'Content-Type': 'application/problem+json' } },
  );
const noNetwork = () => {
  throw new TypeError('no network');
};

let line: Line;
let lock: Lock;
let store: Store;
let shell: PhoneShell;

beforeEach(async () => {
  line = new Line();
  vi.stubGlobal('fetch', line.fetch);
  vi.stubGlobal('indexedDB', new IDBFactory());
  lock = localLock();
  store = await openStore();
  shell = createPhoneShell(store, lock);
});

afterEach(() => vi.unstubAllGlobals());

test('a call for help goes out also when the tables of the phone were taken away', async () => {
  await new Promise<void>((resolve) => {
    indexedDB.open('achterwacht-phone', 99).onsuccess = () => resolve();
  });
  await shell.act({ kind: 'panic', watchId: null });
  expect(shell.shown().phone.outbox.items).toMatchObject([{ kind: 'panic' }]);
  await vi.waitFor(() => expect(line.heard).toEqual(['POST /panics']));
});

describe('the place of a call for help', () => {
  const HERE = { coords: { latitude: 52.09, longitude: 5.12, accuracy: 12.3 }, timestamp: 0 };
  const phoneThat = (state: PermissionState, locate: (found: (at: object) => void) => void) =>
    vi.stubGlobal('navigator', {
      permissions: { query: async () => ({ state }) },
      geolocation: { getCurrentPosition: locate },
    });
  const madeOfPanic = async () => {
    await shell.act({ kind: 'panic', watchId: null });
    return shell.shown().phone.outbox.items[0]?.body;
  };

  test('goes along when the phone knows it', async () => {
    phoneThat('granted', (found) => found(HERE));
    expect(await madeOfPanic()).toMatchObject({
      made: { position: { latitude: 52.09, longitude: 5.12, accuracyMetres: 12 } },
    });
  });

  test('is not waited for', async () => {
    phoneThat('granted', () => undefined);
    expect(await madeOfPanic()).not.toHaveProperty('made.position');
  });

  test('is not asked for at that moment', async () => {
    const locate = vi.fn();
    phoneThat('prompt', locate);
    expect(await madeOfPanic()).not.toHaveProperty('made.position');
    expect(locate).not.toHaveBeenCalled();
  });
});

test('a sign-out without a network holds, and is the first the server hears of it', async () => {
  await shell.signedIn(session(ANNA));
  await shell.signOut();
  expect(shell.shown().phone.session).toBe('leaving');
  await shell.refresh();
  expect(shell.shown().phone.session).toBe('leaving');

  // The app was closed, and the session at the server still stands.
  const reopened = createPhoneShell(store, lock);
  line.heard.length = 0;
  line.answer = (request) =>
    request === 'DELETE /sessions/current' ? ended() : Response.json(session(ANNA));
  await reopened.refresh();
  expect(line.heard).toEqual(['DELETE /sessions/current']);
  expect(reopened.shown().phone.session).toBe('out');
  expect(await store.session()).toBeNull();
});

test('a sign-out that the server heard is over', async () => {
  await shell.signedIn(session(ANNA));
  line.answer = ended;
  await shell.signOut();
  expect(shell.shown().phone.session).toBe('out');
});

test('signing in again takes the wish to sign out back', async () => {
  await shell.signedIn(session(ANNA));
  await shell.signOut();
  await shell.signedIn(session(ANNA));
  expect(shell.shown().phone.session).toBe('in');
});

test('nothing of the one before goes out or shows when somebody else signs in', async () => {
  const written: Phone[] = [];
  const noted = async (writing: Promise<Phone>) => {
    written.push(await writing);
    return writing;
  };
  shell = createPhoneShell(
    {
      ...store,
      apply: (...events) => noted(store.apply(...events)),
      applyTo: (decide) => noted(store.applyTo(decide)),
    },
    lock,
  );
  await shell.signedIn(session(ANNA));
  await store.keepVisits([visitAt('v1', Date.now(), 'Dorpsstraat 12', false)]);
  line.answer = noSession;
  await shell.act({ kind: 'extend', watchId: 'w1', minutes: 15 });
  await vi.waitFor(() => expect(shell.shown().phone.outbox.items[0]?.held).toBe(true));
  line.answer = noNetwork;
  await shell.act({ kind: 'give-code', watchId: 'w2', code: '2580' });
  await vi.waitFor(() => expect(line.heard).toContain('POST /watches/w2/safe-codes'));

  line.heard.length = 0;
  written.length = 0;
  await shell.signedIn(session(BRAM));
  expect(written.flatMap((phone) => phone.outbox.items)).toEqual([]);
  await shell.refresh();
  expect(shell.shown().phone.me?.id).toBe('bram');
  expect(shell.shown().phone.outbox.items).toEqual([]);
  expect(shell.shown().visits).toEqual([]);
  expect(line.heard.filter((request) => request.startsWith('POST'))).toEqual([]);
});

test('what waits for a session goes out when the same person signs in', async () => {
  await shell.signedIn(session(ANNA));
  line.answer = noSession;
  await shell.act({ kind: 'extend', watchId: 'w1', minutes: 15 });
  await vi.waitFor(() => expect(shell.shown().phone.outbox.items[0]?.held).toBe(true));
  line.heard.length = 0;
  line.answer = noNetwork;
  await shell.signedIn(session(ANNA));
  await vi.waitFor(() => expect(line.heard).toContain('POST /watches/w1/extensions'));
});
