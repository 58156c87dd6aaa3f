import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Preparation, VisitMeasure } from '../shared/src/api/types';
import { ANNA, iso, startFakeServer, visitAt, type FakeServer } from './fake-server';
import { faultsOfAxe } from './kit/axe';
import { openBrowser, openPhone, signIn } from './phone-browser';

/** Getting ready on the phone: what only a browser can show. The rules are the server's journeys. */
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const HOUR = 3_600_000;
const ADDRESS = 'Dorpsstraat 12, Voorbeeldstad';

let browser: Browser;
let server: FakeServer;
let context: BrowserContext;
let page: Page;
let faults: string[];

function measure(code: VisitMeasure['measure'], reasons: string[]): VisitMeasure {
  return {
    measure: code,
    demanded: true,
    settled: false,
    reasons,
    alternatives: [],
    state: 'asked',
    colleagueId: null,
    colleagueName: null,
    proof: null,
    reason: null,
    byName: null,
    at: null,
  };
}

function preparation(): Preparation {
  const start = Date.now() + 2 * HOUR;
  return {
    visitId: 'v1',
    visitVersion: 0,
    cancelled: false,
    place: { address: ADDRESS },
    plannedStartAt: iso(start),
    plannedEndAt: iso(start + HOUR),
    ready: false,
    missing: ['BEL', 'PAK'],
    riskClass: 'raised',
    score: 5,
    policyVersion: 1,
    judgedAt: iso(Date.now()),
    estimate: { factors: ['W2'], reaction: 'tense' },
    suggestion: null,
    measures: [measure('BEL', ['W2']), measure('PAK', [])],
    worker: {
      personId: 'anna',
      name: 'Anna',
      watchId: 'w1',
      watchState: 'planned',
      leg: 'out',
      arrivedAt: null,
    },
    companion: null,
  };
}

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  server = await startFakeServer(DIST, {
    me: ANNA,
    signedIn: false,
    watch: null,
    visits: [visitAt('v1', Date.now() + 2 * HOUR, ADDRESS, false)],
    preparation: preparation(),
    requests: [
      {
        visitId: 'v2',
        measure: 'DUO',
        accepted: false,
        workerName: 'Joost',
        place: { address: 'Molenweg 3, Voorbeeldstad' },
        plannedStartAt: iso(Date.now() + HOUR),
        plannedEndAt: iso(Date.now() + 2 * HOUR),
        watchId: null,
      },
    ],
    problem: null,
  });
  context = await openPhone(browser);
  page = await context.newPage();
  faults = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await signIn(page, server.url);
});

afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
  await server.close();
});

async function prepare(): Promise<void> {
  await page.getByRole('button', { name: /^Voorbereiden:/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Verhoogd risico' }).waitFor();
}

const one = (words: string) => page.locator('.aw-measures__one', { hasText: words });

test('V3 the class, each measure with why, and one tap that proves it', async () => {
  await prepare();
  await page.getByText('Nog 2 maatregelen te regelen.').waitFor();
  await one('Eerst bellen').getByText('Gevaarlijke of losse hond').waitFor();
  await one('Paklijst')
    .getByRole('button', { name: /^Gedaan/ })
    .click();
  await one('Eerst bellen').getByRole('button', { name: 'Gespannen' }).click();
  await expect.poll(() => server.acts.length).toBe(2);
  expect(server.acts.map((act) => act.path)).toEqual([
    '/visits/v1/measures/PAK/proofs',
    '/visits/v1/measures/BEL/proofs',
  ]);
  expect(server.acts[1]?.body).toMatchObject({ kind: 'phoned', outcome: 'tense' });
  expect(new Set(server.acts.map((act) => act.key)).size).toBe(2);
});

test('H1 the answers go to the server as they stand on the screen', async () => {
  await prepare();
  await page.getByText('Vragen vooraf').click();
  await page.getByLabel('Ik breng slecht nieuws of wijs op fouten').check();
  await page.getByLabel('Hoe komt u weg?').fill('achterdeur');
  await page.getByRole('button', { name: 'Antwoorden bewaren' }).click();
  await expect.poll(() => server.acts.length).toBe(1);
  expect(server.acts[0]?.path).toBe('/visits/v1/risk-estimates');
  expect(server.acts[0]?.body).toMatchObject({
    factors: ['W2', 'D2'],
    reaction: 'tense',
    wayOut: 'achterdeur',
  });
});

test('H2 and V9 the cards that fit stand first, and are there without a network', async () => {
  await prepare();
  await page.getByText('Losse hond', { exact: true }).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/^Geen verbinding. De voorbereiding/).waitFor();
  await page.getByText('Hond', { exact: true }).click();
  await page.getByText('Bel vooraf.').waitFor();
  // What was answered about the resident does not stay on the phone.
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(kept).not.toContain('reaction');
});

test('H14 a colleague who is asked along answers on the own phone', async () => {
  await page.getByText('Joost vraagt u mee').waitFor();
  await page.getByRole('button', { name: 'Ja', exact: true }).click();
  await expect.poll(() => server.acts.length).toBe(1);
  expect(server.acts[0]).toMatchObject({
    path: '/visits/v2/measures/DUO/answers',
    body: { accepts: true },
  });
});

test('axe finds nothing on the preparation', async () => {
  await prepare();
  expect(await faultsOfAxe(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/preparation.png', fullPage: true });
});
