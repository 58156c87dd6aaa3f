// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ANNA, visitAt, WATCH } from '../../../e2e/fake-server';
import { createApi } from '../../../shared/src/api/client';
import {
  closePage,
  draw,
  openPage,
  press as pressButton,
  wipePage,
} from '../../../shared/src/test-kit/page';
import type { Act } from '../core/act';
import { NEW_PHONE, type Settled } from '../core/phone';
import type { PhoneShell, Shown } from '../shell/phone-shell';
import { readSettings } from '../shell/settings';
import { AppContext } from './app-context';
import { AllCards } from './Cards';
import { Means } from './Means';
import { NobodyWatching } from './NobodyWatching';
import { ProtocolScreen } from './ProtocolScreen';
import { SignalForm } from './SignalForm';
import { Watched } from './Watched';
import { Workplace } from './Workplace';

const T14_03 = Date.UTC(2026, 10, 23, 13, 3);

/** What the server says to "GET /path": a body, the status of a no, or null when it is away. */
let says: (request: string) => object | number | null;
let shown: Shown;
const acts: Act[] = [];
const refreshed = vi.fn(async () => Promise.resolve());

const api = createApi({
  csrfToken: () => null,
  fetch: async (address, init) => {
    const said = says(`${init?.method ?? 'GET'} ${String(address).replace('/api/v1', '')}`);
    if (said === null) throw new TypeError('no network');
    if (typeof said === 'object') return Promise.resolve(Response.json(said));
    const headers = { 'Content-Type': 'application/problem+json' };
    const problem = { type: 'about:blank', status: said, title: 'Nee', detail: '' };
    return Promise.resolve(Response.json(problem, { status: said, headers }));
  },
});

const shell: PhoneShell = {
  api,
  subscribe: () => () => undefined,
  shown: () => shown,
  act: async (made) => {
    acts.push(made);
    return Promise.resolve();
  },
  newWatchId: () => 'new',
  putAway: async (id) => {
    shown = { ...shown, phone: { ...shown.phone, putAway: [id] } };
    return Promise.resolve();
  },
  signedIn: async () => Promise.resolve(),
  signOut: async () => Promise.resolve(),
  refresh: refreshed,
};

async function show(screen: ReactNode): Promise<string> {
  const parts = { shell, shown, settings: readSettings(), changeSettings: () => undefined };
  return draw(<AppContext.Provider value={parts}>{screen}</AppContext.Provider>);
}

const text = (): string => document.body.textContent ?? '';
const buttons = (): HTMLButtonElement[] => [...document.querySelectorAll('button')];
const called = (name: string): HTMLButtonElement | undefined =>
  buttons().find((one) => [one.textContent, one.getAttribute('aria-label')].includes(name));

const press = async (name: string): Promise<string> => pressButton(called(name));

/** Opens the app anew. */
function reopen(): void {
  wipePage();
  openPage();
}

beforeEach(() => {
  vi.useFakeTimers({ now: T14_03 });
  localStorage.clear();
  sessionStorage.clear();
  openPage();
  says = () => null;
  shown = {
    ready: true,
    phone: { ...NEW_PHONE, me: ANNA, session: 'in' },
    visits: [],
    visitsAnswer: null,
  };
  acts.length = 0;
  refreshed.mockClear();
});
afterEach(closePage);

describe('the opening screen', () => {
  test('says nothing of appointments before it heard, and no word too much when it did not', async () => {
    expect(await show(<NobodyWatching />)).not.toContain('Er staan geen afspraken klaar.');
    shown = { ...shown, visitsAnswer: { kind: 'unreachable' } };
    const said = await show(<NobodyWatching />);
    expect(said).toContain('Geen verbinding. Uw afspraken ziet u nu niet.');
    expect(said).toContain('Wat collega’s u vragen, ziet u nu niet.');
    expect(said).not.toContain('Er staan geen afspraken klaar.');
    shown = { ...shown, visitsAnswer: { kind: 'ok', status: 200, value: {} } };
    expect(await show(<NobodyWatching />)).toContain('Er staan geen afspraken klaar.');
  });

  test('shows the visits it kept with their age, and the buttons that start stand above', async () => {
    shown = {
      ...shown,
      visits: [visitAt('v1', T14_03 + 3_600_000, 'Dorpsstraat 12', false)],
      visitsAnswer: { kind: 'unreachable' },
      phone: { ...shown.phone, visitsHeardAtMs: T14_03 },
    };
    const said = await show(<NobodyWatching />);
    expect(said).toContain(
      'Uw afspraken staan hier zoals uw telefoon ze bewaarde. Zo was het op maandag 23 november om 14:03.',
    );
    const names = buttons().map((one) => one.textContent);
    expect(names.indexOf('Start')).toBeLessThan(names.indexOf('Opnieuw proberen'));
    expect(names.indexOf('Start zonder afspraak')).toBeLessThan(names.indexOf('Opnieuw proberen'));
    await press('Start bewaking, afspraak van 15:03');
    expect(acts).toMatchObject([{ kind: 'start' }]);
    await press('Opnieuw proberen');
    expect(refreshed).toHaveBeenCalledOnce();
  });

  test('says beside the button that an answer to a colleague was not taken', async () => {
    says = (request) => (request === 'GET /measure-requests' ? { items: [REQUEST] } : 503);
    await show(<NobodyWatching />);
    const said = await press('Ja');
    expect(said).toContain('De server heeft het nu te druk. Dit lukte niet. Probeer het opnieuw.');
    expect(called('Ja')).toBeDefined();
  });
});

describe('under a watch', () => {
  const watch = { ...WATCH, visitId: 'v1' };

  test('what did not load stands below the acts, and nobody hears it', async () => {
    const said = await show(<Watched watch={watch} dueAtMs={T14_03 + 60_000} />);
    expect(said).toContain('Geen verbinding. Of er een collega met u meegaat, ziet u nu niet.');
    const names = buttons().map((one) => one.textContent);
    for (const name of ['Ik ben oké', 'Ik vertrek', 'Afmelden']) {
      expect(names.indexOf(name)).toBeGreaterThanOrEqual(0);
      expect(names.indexOf(name)).toBeLessThan(names.indexOf('Opnieuw proberen'));
    }
    const spoken = [...document.querySelectorAll('[role=alert],[role=status],[aria-live]')];
    expect(spoken.map((one) => one.textContent).join(' ')).not.toContain('Geen verbinding');
    await press('Ik ben oké');
    expect(acts).toMatchObject([{ kind: 'sign-of-life' }]);
  });

  test('the cards are those that were kept, or it is said that there are none yet', async () => {
    expect(await show(<AllCards />)).toContain(
      'De situatiekaarten staan nog niet op deze telefoon.',
    );
    says = () => ({ version: 1, guidance: GUIDANCE });
    expect(await press('Opnieuw proberen')).toContain('Bij de deur');
    reopen();
    says = () => null;
    const said = await show(<AllCards />);
    expect(said).toContain('Bij de deur');
    expect(said).toContain('Geen verbinding. Dit is wat uw telefoon bewaarde. Zo was het op');
  });
});

describe('a list that did not load', () => {
  test('is not an empty list', async () => {
    const said = await show(<Means />);
    expect(said).toContain('Geen verbinding. Uw alarmapparaten ziet u nu niet.');
    expect(said).toContain('Geen verbinding. Of er vervoer is afgesproken, ziet u nu niet.');
    expect(said).not.toContain('Voor vandaag is er geen vervoer afgesproken.');
    expect(said).not.toContain('U hebt geen alarmapparaat gekregen.');
  });

  test.each([
    [503, 'De server heeft het nu te druk.'],
    [401, 'U bent uitgelogd.'],
    [403, 'U mag dit niet.'],
    [500, 'Er ging iets mis.'],
  ])('says why: %i', async (status, why) => {
    says = () => status;
    expect(await show(<SignalForm />)).toContain(`${why} Uw signalen ziet u nu niet.`);
  });

  test('comes when it is asked again, and stays with a word when it fails later', async () => {
    await show(<SignalForm />);
    says = () => ({ items: [], _links: { self: { href: '/' } } });
    expect(await press('Opnieuw proberen')).toContain('U heeft nog niets gemeld.');
    says = () => null;
    shown = {
      ...shown,
      phone: { ...shown.phone, outbox: { items: [{ ...WAITING, kind: 'signal' }] } },
    };
    const said = await show(<SignalForm />);
    expect(said).toContain('U heeft nog niets gemeld.');
    expect(said).toContain('Geen verbinding. Wat hier staat, kan intussen veranderd zijn.');
  });
});

test('a workplace that is not on this phone leaves a way to start a watch', async () => {
  const said = await show(<Workplace workplaceId="w1" />);
  expect(said).toContain('Geen verbinding. De werkplek is hier te zien als u hem eerder opende.');
  await press('Bewaking starten');
  expect(window.location.hash).toBe('#/start');
  says = () => 404;
  expect(await press('Opnieuw proberen')).toContain('Deze werkplek is er niet (meer).');
});

test('the protocol that was kept is shown at once, and its age when the server is away', async () => {
  says = (request) => (request === 'GET /protocol' ? PROTOCOL : null);
  await show(<ProtocolScreen />);
  reopen();
  let answer: () => void = () => undefined;
  vi.spyOn(api, 'call').mockReturnValue(
    new Promise((resolve) => {
      answer = () => resolve({ kind: 'unreachable' });
    }),
  );
  expect(await show(<ProtocolScreen />)).toContain('Ga een stap achteruit.');
  await act(async () => Promise.resolve(answer()));
  expect(text()).toContain('Ga een stap achteruit.');
  expect(text()).toContain('Geen verbinding. Dit is wat uw telefoon bewaarde. Zo was het op');
  vi.restoreAllMocks();
});

describe('an act that the server refused', () => {
  const refused = (kind: Settled['kind']): void => {
    const outcome = { kind: 'refused', status: 400, code: 'x', detail: 'Te lang.' } as const;
    const settled = { ...WAITING, kind, settledAtMs: T14_03, outcome };
    shown = { ...shown, phone: { ...shown.phone, settled: [settled] } };
  };

  test('is said where it was sent from, until somebody has seen it', async () => {
    says = (request) => (request === 'GET /protocol' ? PROTOCOL : null);
    refused('read-protocol');
    expect(await show(<ProtocolScreen />)).toContain(
      'Protocol gelezen van 14:03 is niet aangenomen. Te lang.',
    );
    expect(called('Gelezen en begrepen')).toBeDefined();
    await press('Begrepen');
    expect(await show(<ProtocolScreen />)).not.toContain('is niet aangenomen');
  });

  test('gives back what was typed', async () => {
    await show(<SignalForm />);
    act(() => document.querySelector<HTMLInputElement>('input[type=radio]')?.click());
    await press('Signaal versturen');
    expect(acts).toMatchObject([{ kind: 'signal', signal: { kind: 'tense' } }]);
    expect(document.querySelector('input[type=radio]')).toMatchObject({ checked: false });
    refused('signal');
    expect(await show(<SignalForm />)).toContain('Signaal van 14:03 is niet aangenomen. Te lang.');
    await press('Zet mijn tekst terug');
    expect(document.querySelector('input[type=radio]')).toMatchObject({ checked: true });
  });
});

const WAITING = {
  id: 'i1',
  seq: 1,
  watchId: null,
  path: '/',
  body: {},
  madeAtMs: T14_03,
  secret: false,
  attempts: 0,
  notBeforeMs: 0,
  held: false,
};

const REQUEST = {
  visitId: 'v2',
  measure: 'DUO',
  workerName: 'Joost',
  place: { address: 'Dorpsstraat 1' },
  plannedStartAt: '2026-11-23T14:00:00Z',
  plannedEndAt: '2026-11-23T15:00:00Z',
  accepted: false,
  watchId: null,
};

const GUIDANCE = { cards: [], atTheDoor: [], leaveSentences: [], riskyMoments: [] };

const PROTOCOL = {
  version: 1,
  inForceFrom: '2026-11-01',
  words: { nl: '## Bij de deur\n\nGa een stap achteruit.\n', en: null },
  readAt: null,
  next: null,
};
