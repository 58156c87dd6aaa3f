// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { localLock } from './lock';
import { createPhoneShell } from './phone-shell';
import { openStore } from './store';

const NAME = 'achterwacht-phone';

/** The requests that were made, as "METHOD path", and what each is answered. */
class Line {
  readonly heard: string[] = [];
  answer: (request: string) => Response = () => {
    throw new TypeError('no network');
  };

  readonly fetch: typeof fetch = async (input, init) => {
    const request = `${init?.method ?? 'GET'} ${String(input).replace('/api/v1', '')}`;
    this.heard.push(request);
    return this.answer(request);
  };
}

let line: Line;

beforeEach(async () => {
  line = new Line();
  vi.stubGlobal('fetch', line.fetch);
  await new Promise<void>((resolve) => {
    indexedDB.deleteDatabase(NAME).onsuccess = () => resolve();
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a call for help goes out also when the tables of the phone were taken away', async () => {
  const shell = createPhoneShell(await openStore(), localLock());
  await new Promise<void>((resolve) => {
    indexedDB.open(NAME, 99).onsuccess = () => resolve();
  });
  await shell.act({ kind: 'panic', watchId: null });
  expect(shell.shown().phone.outbox.items).toMatchObject([{ kind: 'panic' }]);
  await vi.waitFor(() => expect(line.heard).toEqual(['POST /panics']));
});
