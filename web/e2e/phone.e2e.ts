import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANNA, iso, startFakeServer, visitAt, WATCH, type FakeServer } from './fake-server';
import { openBrowser, openPhone, signIn } from './phone-browser';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const MINUTE = 60_000;

let browser: Browser;
let server: FakeServer;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  server = await startFakeServer(DIST, {
    me: ANNA,
    signedIn: false,
    watch: null,
    visits: [visitAt('v1', Date.now() + 20 * MINUTE, 'Dorpsstraat 12, Voorbeeldstad', false)],
    problem: null,
  });
  context = await openPhone(browser);
  page = await context.newPage();
  faults = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
});

afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
  await server.close();
});

const title = (words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();
const tap = (words: string) => page.getByRole('button', { name: words, exact: true }).click();
const sent = (what: string) => server.acts.filter((act) => act.path.endsWith(what));
const until = (claim: () => boolean) => expect.poll(claim, { timeout: 30_000 }).toBe(true);
/** The app works without a network only once the service worker holds it. */
const held = () => page.evaluate(async () => void (await navigator.serviceWorker.ready));
/** Nobody waits in a test: the network being back is an event. */
const networkBack = async () => {
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
};

async function hold(milliseconds: number) {
  await page.locator('.aw-panic').dispatchEvent('pointerdown', { button: 0, pointerId: 1 });
  await page.waitForTimeout(milliseconds);
}

describe('a day of Anna', () => {
  test('she starts a planned visit with one tap, signs, extends and ends it', async () => {
    await signIn(page, server.url);
    await title('Niemand bewaakt u nu');
    await page.getByRole('button', { name: /^Start bewaking, afspraak/ }).click();
    await title('Bram Jansen bewaakt u');
    await tap('Ik ben oké');
    await page.getByText(/^Levensteken: gestuurd \d\d:\d\d, bevestigd \d\d:\d\d$/).waitFor();
    await page.getByRole('button', { name: /^\+15 min/ }).click();
    await page.getByText(/^Verlenging: gestuurd/).waitFor();
    await tap('Afmelden');
    await tap('Klaar');
    await tap('Op weg naar huis of kantoor');
    await page.getByText('Op de terugweg').waitFor();
    await tap('Afmelden');
    await tap('Klaar');
    await tap('Ik ben thuis');
    await title('De bewaking is gestopt');
    await tap('Gespannen');
    await title('Niemand bewaakt u nu');
    expect(sent('debriefs')[0]?.body).toMatchObject({ answer: 'tense' });
    expect(server.acts.every((act) => act.csrf === 'token')).toBe(true);
    expect(new Set(server.acts.map((act) => act.key)).size).toBe(server.acts.length);
  });

  test('what she does without a network is delivered in order, once, after a reload', async () => {
    await signIn(page, server.url);
    const start = page.getByRole('button', { name: /^Start bewaking, afspraak/ });
    await start.waitFor();
    await held();
    await context.setOffline(true);
    await start.click();
    await title('De start is nog niet bevestigd');
    await page.reload();
    await title('De start is nog niet bevestigd');
    expect(server.acts).toEqual([]);
    await networkBack();
    await title('Bram Jansen bewaakt u');
    await context.setOffline(true);
    await tap('Ik ben oké');
    await page.getByText(/^Levensteken van \d\d:\d\d: nog niet bevestigd/).waitFor();
    await page.getByRole('button', { name: /^\+15 min/ }).click();
    await networkBack();
    await page.getByText(/^Verlenging: gestuurd/).waitFor();
    expect(server.acts.map((act) => act.path.split('/').at(-1))).toEqual([
      'watches',
      'signs-of-life',
      'extensions',
    ]);
  });

  test('when her session has ended her signs go on with the key of the watch', async () => {
    await signIn(page, server.url);
    await page.getByRole('button', { name: /^Start bewaking, afspraak/ }).click();
    await title('Bram Jansen bewaakt u');
    server.state.signedIn = false;
    await tap('Ik ben oké');
    await page.getByText(/^Levensteken: gestuurd/).waitFor();
    expect(sent('signs-of-life')[0]?.watchKey).toBe('sleutel');
  });

  test('under duress the phone shows exactly what it shows for the safe code', async () => {
    const looks: string[] = [];
    for (const code of ['2580', '1470']) {
      server.state.watch = { ...WATCH, version: Date.now(), codeToEnd: true, leg: 'home' };
      await page.goto('about:blank');
      await context.clearCookies();
      await signIn(page, server.url);
      await title('Bram Jansen bewaakt u');
      await tap('Afmelden');
      await tap('Klaar');
      await tap('Ik ben thuis');
      await page.getByLabel('Uw code').fill(code);
      await tap('Verder');
      await title('De bewaking is gestopt');
      looks.push(await page.locator('main').innerHTML());
      const kept = await page.evaluate(keptOnThePhone);
      expect(kept).not.toContain(code);
      await tap('Nu niet');
      await title('Niemand bewaakt u nu');
      server.state.watch = null;
      server.state.signedIn = false;
      await page.evaluate(() => indexedDB.deleteDatabase('achterwacht-phone'));
    }
    expect(looks[0]).toBe(looks[1]);
  });
});

/** Everything the phone has written down, as one text. Runs in the page. */
async function keptOnThePhone(): Promise<string> {
  const open = (name: string) =>
    new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
  const all = (store: IDBObjectStore) =>
    new Promise<unknown>((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
  for (const { name } of await indexedDB.databases()) {
    const database = await open(name ?? '');
    for (const store of database.objectStoreNames) {
      kept.push(await all(database.transaction(store).objectStore(store)));
    }
    database.close();
  }
  return JSON.stringify(kept, (key, value: unknown) =>
    key.endsWith('AtMs') || key === 'version' || key === 'clockOffsetMs' ? undefined : value,
  );
}

describe('calling for help', () => {
  test('holding the button for two seconds calls, a short press does not', async () => {
    server.state.watch = WATCH;
    await signIn(page, server.url);
    await title('Bram Jansen bewaakt u');
    await hold(600);
    await page.locator('.aw-panic').dispatchEvent('pointerup', { pointerId: 1 });
    expect(sent('panics')).toEqual([]);
    await hold(0);
    await title('Het alarm is aan');
    expect(sent('panics')).toHaveLength(1);
  });

  test('five quick taps call too', async () => {
    await signIn(page, server.url);
    await title('Niemand bewaakt u nu');
    for (let taps = 0; taps < 5; taps++) await page.locator('.aw-panic').tap();
    await title('Het alarm is aan');
  });

  test('a keyboard or screen reader presses once and confirms', async () => {
    await signIn(page, server.url);
    await title('Niemand bewaakt u nu');
    await page.locator('.aw-panic').focus();
    await page.keyboard.press('Enter');
    await tap('Ja, verstuur alarm');
    await title('Het alarm is aan');
  });

  test('it works when nobody is signed in, and tells who the phone belongs to', async () => {
    await signIn(page, server.url);
    await title('Niemand bewaakt u nu');
    server.state.signedIn = false;
    await page.reload();
    await title('Welkom terug, Anna de Vries');
    await page.locator('.aw-panic').focus();
    await page.keyboard.press('Enter');
    await tap('Ja, verstuur alarm');
    await title('Het alarm is aan');
    expect(sent('panics')[0]?.body).toMatchObject({
      personHint: 'Anna de Vries',
      organisationHint: ANNA.organisationId,
    });
  });

  test('without a network it says so, and offers 112, a call and an SMS', async () => {
    server.state.watch = WATCH;
    await signIn(page, server.url);
    await title('Bram Jansen bewaakt u');
    await context.setOffline(true);
    await hold(0);
    await title('Alarm wordt verstuurd …');
    await page.getByText('Het alarm is nog niet bevestigd.', { exact: true }).waitFor();
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links[0]).toBe('tel:112');
    expect(links[1]).toBe('tel:+31612345678');
    expect(links[2]).toMatch(/^sms:\+31612345678\?&body=ALARM%20van%20Anna/);
    await networkBack();
    await title('Het alarm is aan');
    await until(() => sent('panics').length === 1);
  });

  test('a server that cannot take it says whom to call', async () => {
    server.state.watch = WATCH;
    await signIn(page, server.url);
    await title('Bram Jansen bewaakt u');
    server.state.problem = { status: 503, detail: 'Even niet.', callInstead: '+31101234567' };
    await tap('Ik ben oké');
    await page.getByText('Gebruik SMS of bel 010 1234567.').waitFor();
    server.state.problem = null;
    await page.getByText(/^Levensteken: gestuurd/).waitFor();
  });
});

describe('everybody can use it', () => {
  const SCREENS = [
    'home',
    'start',
    'before-leaving',
    'reachable',
    'numbers',
    'settings',
    'vehicles',
    'codes',
    'sign-in',
  ];
  const STATES = ['nobody', 'watched', 'overdue', 'alarm', 'closed'] as const;

  test.each(STATES)('axe finds nothing while %s', async (name) => {
    server.state.watch = watchFor(name);
    await signIn(page, server.url);
    await page.locator('.aw-status').waitFor();
    for (const screen of name === 'nobody' ? SCREENS : ['home', 'end']) {
      await page.evaluate((to) => {
        window.location.hash = `#/${to}`;
      }, screen);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await drawn();
        expect(await faultsOfAxe(), `${screen} ${scheme}`).toEqual([]);
        expect(await tooSmall(), `${screen} targets`).toEqual([]);
      }
    }
  });

  function watchFor(name: (typeof STATES)[number]) {
    const late = { dueAt: iso(Date.now() - MINUTE), alarmAt: iso(Date.now() + 4 * MINUTE) };
    switch (name) {
      case 'nobody':
        return null;
      case 'watched':
        return WATCH;
      case 'overdue':
        return { ...WATCH, ...late, state: 'overdue' as const };
      case 'alarm':
        return { ...WATCH, state: 'alarmed' as const, helpComing: 'Bram Jansen' };
      case 'closed':
        return { ...WATCH, state: 'closed' as const, dueAt: null, alarmAt: null };
    }
  }

  async function faultsOfAxe(): Promise<string[]> {
    await page.evaluate(axe.source);
    const found: unknown = await page.evaluate(`axe
      .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + nodes.map((n) => n.html)))`);
    return Array.isArray(found) ? found.map(String) : ['axe did not answer'];
  }

  const drawn = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }),
    );

  /** Targets are at least 48 by 48: more than WCAG asks, since the hand shakes. */
  function tooSmall(): Promise<string[]> {
    return page
      .locator('a:visible, button:visible, input:visible, select:visible')
      .evaluateAll((all) =>
        all
          .filter((one) => {
            const { width, height } = one.getBoundingClientRect();
            return width < 47.5 || height < 47.5;
          })
          .map((one) => one.outerHTML.slice(0, 120)),
      );
  }
});
