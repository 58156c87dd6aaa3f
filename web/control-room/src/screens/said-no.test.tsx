// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ANNA, GUIDANCE } from '../../../e2e/fake-server';
import { createApi } from '../../../shared/src/api/client';
import {
  closePage,
  draw,
  openPage,
  press as pressButton,
  settled,
} from '../../../shared/src/test-kit/page';
import { deskApi } from '../shell/desk-api';
import { houseRulesOf } from '../shell/house-rules';
import { Room } from '../shell/room';
import { SessionDesk } from '../shell/session';
import ImportPage from './imports/ImportPage';
import { PolicyPage } from './policy/PolicyPage';
import { SeatContext, type Seat } from './room-context';
import { ProtocolEditor } from './together/ProtocolEditor';
import { ProtocolReading } from './together/ProtocolReading';
import { keepWords } from './together/unsaved-protocol';

vi.mock('./policy/dmn-editor', () => ({
  openDmnEditor: async () =>
    Promise.resolve({ xml: async () => '', show: async () => undefined, close: () => undefined }),
}));

const AWAY = null;
const INEKE = { ...ANNA, roles: ['safety-officer', 'supervisor'] } satisfies Seat['me'];

/** What the server says to "GET /path": a body, true for done, or null when it is away. */
let says: (request: string) => object | true | null;
let seat: Seat;

const fetchNow: typeof fetch = async (address, init) => {
  const said = says(`${init?.method ?? 'GET'} ${String(address).replace('/api/v1', '')}`);
  if (said === AWAY) throw new TypeError('no network');
  return Promise.resolve(said === true ? new Response(null, { status: 204 }) : Response.json(said));
};
const api = createApi({ csrfToken: () => null, fetch: fetchNow });

const show = async (page: ReactNode): Promise<string> =>
  draw(<SeatContext.Provider value={seat}>{page}</SeatContext.Provider>);

/** The last button of that name: that of a dialog stands below the one that opened it. */
async function press(name: string): Promise<string> {
  const called = [...document.querySelectorAll('button')].filter((one) => one.textContent === name);
  return pressButton(called.at(-1));
}

beforeEach(() => {
  vi.useFakeTimers();
  openPage();
  vi.stubGlobal('Worker', class {});
  vi.stubGlobal('AudioContext', EventTarget);
  const room = new Room(deskApi(api), INEKE.id);
  seat = { room, me: INEKE, api, houseRules: houseRulesOf(api, INEKE.id) };
});
afterEach(() => {
  closePage();
  keepWords(null);
});

describe('the protocol', () => {
  test('says beside the button that the receipt did not arrive', async () => {
    says = (request) =>
      request === 'GET /protocol' ? PROTOCOL : request === 'GET /guidance' ? CARDS : AWAY;
    await show(<ProtocolReading />);
    expect(await press('Gelezen en begrepen')).toContain(
      'Niet verstuurd: de server is niet bereikbaar.',
    );
    says = (request) =>
      request === 'POST /protocol/receipts' ? {} : { ...PROTOCOL, readAt: '2026-11-23T13:00:00Z' };
    expect(await press('Gelezen en begrepen')).toContain('U las deze versie op');
  });

  test('keeps what was written when the draft could not be thrown away', async () => {
    says = (request) =>
      request === 'GET /protocol/draft' ? DRAFT : request === 'GET /guidance' ? CARDS : AWAY;
    keepWords({ personId: INEKE.id, nl: '# Mijn tekst', en: '', revision: 3 });
    await show(<ProtocolEditor />);
    await press('Concept weggooien');
    expect(await press('Concept weggooien')).toContain(
      'Niet verstuurd: de server is niet bereikbaar.',
    );
    expect(document.querySelector('textarea')?.value).toBe('# Mijn tekst');
    says = (request) =>
      request.startsWith('DELETE') ? true : request === 'GET /guidance' ? CARDS : NO_DRAFT;
    await press('Concept weggooien');
    expect(document.querySelector('dialog')).toBeNull();
    expect(document.querySelector('textarea')?.value).toBe('# Protocol');
  });
});

describe('the policy', () => {
  test('that did not load is asked again with one press', async () => {
    says = () => AWAY;
    expect(await show(<PolicyPage />)).toContain('Dit is niet te laden');
    says = policy;
    expect(await press('Opnieuw proberen')).toContain('Versie 4');
    expect(await settled()).not.toContain('Dit is niet te laden');
  });

  test('stays as it was read last, with a word, when it cannot be read anew', async () => {
    says = policy;
    await show(<PolicyPage />);
    says = (request) => (request.startsWith('DELETE') ? true : AWAY);
    const said = await press('Concept weggooien');
    expect(said).toContain('Dit is niet te laden');
    expect(said).toContain('Versie 4');
  });
});

test('the bad rows of a file can be asked again, and a file that was not thrown away stays', async () => {
  says = (request) => (request === 'POST /visit-imports' ? IMPORT : AWAY);
  await show(<ImportPage />);
  const input = document.querySelector('input');
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'visits.csv')] });
  act(() => void input?.dispatchEvent(new Event('change', { bubbles: true })));
  const sent = new Event('submit', { bubbles: true, cancelable: true });
  act(() => void document.querySelector('form')?.dispatchEvent(sent));
  await settled();
  expect(await settled()).toContain('De regels die niet kloppen, zijn niet te laden.');
  says = () => ({ items: [ROW] });
  expect(await press('Opnieuw proberen')).toContain('Wie is dit?');
  says = () => AWAY;
  const said = await press('Weggooien');
  expect(said).toContain('Niet verstuurd: de server is niet bereikbaar.');
  expect(said).toContain('Nagekeken');
});

test('a sign-out that the server did not hear is no sign-out', async () => {
  vi.stubGlobal('fetch', fetchNow);
  says = () => AWAY;
  expect(await new SessionDesk().signOut()).toBe(false);
  says = () => true;
  expect(await new SessionDesk().signOut()).toBe(true);
});

const CARDS = { version: 1, guidance: GUIDANCE };

const PROTOCOL = {
  version: 2,
  inForceFrom: '2026-11-01',
  words: { nl: '# Protocol', en: null },
  readAt: null,
  next: null,
};

const DRAFT = {
  version: 3,
  revision: 3,
  standing: 'draft',
  inForceFrom: null,
  madeByName: 'Ineke',
  madeAt: '2026-11-23T13:00:00Z',
  words: { nl: '# Concept', en: null },
};
const NO_DRAFT = { ...DRAFT, standing: 'none', words: PROTOCOL.words };

function policy(request: string): object {
  if (request === 'GET /policy/versions') {
    const version = { number: 4, inForce: true, note: null, putByName: null, inForceAt: null };
    return { items: [version] };
  }
  return { dmn: '', basedOn: 4, revision: 1, savedByName: 'Ineke', savedAt: DRAFT.madeAt };
}

const IMPORT = {
  id: 'i1',
  state: 'checked',
  madeAt: '2026-11-23T13:00:00Z',
  madeById: INEKE.id,
  rows: 2,
  bad: 1,
  known: 0,
  planned: 0,
  waiting: 1,
  finishedAt: null,
};

const ROW = {
  number: 2,
  state: 'bad',
  faults: [
    {
      column: 'medewerker',
      code: 'unknown',
      given: 'Piet',
      reason: 'Wie is dit?',
      remedy: 'Kies.',
    },
  ],
  workerName: null,
  address: null,
  plannedStartAt: null,
  plannedEndAt: null,
  visitId: null,
};
