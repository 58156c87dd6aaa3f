import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore, type Store } from './store';

const NAME = 'achterwacht-phone';

let store: Store;
let connections: IDBDatabase[];

beforeEach(async () => {
  connections = [];
  vi.stubGlobal('indexedDB', new IDBFactory());
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    const request = open(name, version);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  });
  store = await openStore();
  await store.apply({ kind: 'put-away', id: 'seen' });
  await store.keepWatchKey('w1', 'sleutel');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function deleted(): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase(NAME).onsuccess = () => resolve();
  });
}

/** What a newer version of the app does. */
function takenOver(): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.open(NAME, 99).onsuccess = () => resolve();
  });
}

async function works(): Promise<void> {
  const phone = await store.apply({ kind: 'put-away', id: 'later' });
  expect(phone.putAway).toEqual(['seen', 'later']);
  expect((await store.read()).putAway).toEqual(['seen', 'later']);
  expect(await store.watchKey('w1')).toBe('sleutel');
}

describe('a store that loses its tables', () => {
  test('opens them again when the connection was closed', async () => {
    connections[0]?.close();
    await works();
    expect((await (await openStore()).read()).putAway).toEqual(['seen', 'later']);
  });

  test('opens them again when the browser ended the connection', async () => {
    connections.forEach((connection) => Reflect.apply(forceCloseDatabase, null, [connection]));
    await works();
    expect((await (await openStore()).read()).putAway).toEqual(['seen', 'later']);
  });

  test('fills new tables with what it saw, when all were thrown away', async () => {
    await deleted();
    await works();
    expect((await (await openStore()).read()).putAway).toEqual(['seen', 'later']);
  });

  test('goes on in memory when a newer version of the app has taken them', async () => {
    await takenOver();
    await works();
  });

  test('goes on in memory when they do not open again in time', async () => {
    connections[0]?.close();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest());
    await works();
  });

  test('asked by many at once it stays one store', async () => {
    connections[0]?.close();
    const ids = ['a', 'b', 'c', 'd'];
    await Promise.all(ids.map((id) => store.apply({ kind: 'put-away', id })));
    expect((await store.read()).putAway.toSorted()).toEqual(['a', 'b', 'c', 'd', 'seen']);
  });
});
