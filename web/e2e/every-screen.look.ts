import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { ANNA, iso, startFakeServer, visitAt, WATCH, type FakeState } from './fake-server';
import { openBrowser, openPhone, signIn } from './phone-browser';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const OUT =
  process.env['SCREENSHOTS'] ?? fileURLToPath(new URL('../../out/phone', import.meta.url));
const MINUTE = 60_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await mkdir(OUT, { recursive: true });
});
afterAll(() => browser.close());

const state = (change: Partial<FakeState> = {}): FakeState => ({
  me: ANNA,
  signedIn: false,
  watch: null,
  visits: [
    visitAt(
      'v1',
      Date.now() + 20 * MINUTE,
      'Burgemeester van Lanschotlaan 112, Voorbeeldstad',
      true,
    ),
    visitAt('v2', Date.now() + 150 * MINUTE, 'Dorpsstraat 12, Voorbeeldstad', false),
  ],
  problem: null,
  ...change,
});

const running = (change: object) => ({ ...WATCH, version: 5, ...change });

const SCREENS: readonly (readonly [
  string,
  Partial<FakeState>,
  ((page: Page) => Promise<void>)?,
])[] = [
  ['nobody', {}],
  ['nobody-codes', { me: { ...ANNA, codesSet: false }, visits: [] }],
  ['start', {}, (page) => hash(page, 'start')],
  ['before-leaving', {}, (page) => hash(page, 'before-leaving')],
  ['reachable', {}, (page) => hash(page, 'reachable')],
  ['vehicles', {}, (page) => hash(page, 'vehicles')],
  [
    'watched',
    { watch: WATCH },
    async (page) => {
      await page.locator('.utrecht-button--ready').click();
      await page.waitForTimeout(400);
    },
  ],
  ['leave', { watch: WATCH }, (page) => page.locator('.aw-pair button').nth(1).click()],
  [
    'overdue',
    {
      watch: running({
        state: 'overdue',
        dueAt: iso(Date.now() - MINUTE),
        alarmAt: iso(Date.now() + 4 * MINUTE),
      }),
    },
  ],
  ['alarm', { watch: running({ state: 'alarmed', helpComing: 'Bram Jansen' }) }],
  ['end-1', { watch: WATCH }, (page) => hash(page, 'end')],
  [
    'end-2',
    { watch: WATCH },
    async (page) => {
      await hash(page, 'end');
      await page.locator('.aw-choices button').first().click();
    },
  ],
  [
    'end-3-code',
    { watch: running({ codeToEnd: true, leg: 'home' }) },
    async (page) => {
      await hash(page, 'end');
      await page.locator('.aw-choices button').first().click();
      await page.locator('main .aw-button--large').first().click();
    },
  ],
  ['ended', { watch: running({ state: 'closed', dueAt: null, alarmAt: null }) }],
  ['numbers', {}, (page) => hash(page, 'numbers')],
  ['settings', {}, (page) => hash(page, 'settings')],
  ['codes', {}, (page) => hash(page, 'codes')],
  [
    'panic-asked',
    {},
    async (page) => {
      await page.locator('.aw-panic').focus();
      await page.keyboard.press('Enter');
    },
  ],
  ['server-away', { watch: WATCH }, async () => undefined],
];

async function hash(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = `#/${to}`;
  }, route);
  await page.waitForTimeout(200);
}

/** The whole screen, as tall as it is: with a fixed height the panic button would float over it. */
async function shoot(page: Page, path: string): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 390, height: Math.max(844, height) });
  await page.screenshot({ path });
  await page.setViewportSize({ width: 390, height: 844 });
}

const LOOKS = [
  { name: 'nl-light', language: 'nl', dark: false, zoom: 1 },
  { name: 'en-dark', language: 'en', dark: true, zoom: 1 },
  { name: 'nl-200', language: 'nl', dark: false, zoom: 2 },
] as const;

test.each(LOOKS)('every screen is drawn: $name', async ({ name, language, dark, zoom }) => {
  for (const [screen, change, prepare] of SCREENS) {
    const server = await startFakeServer(DIST, state(change));
    const context = await openPhone(browser, { language, dark });
    const page = await context.newPage();
    // Text at 200 %: what a reader sets in the system, without a larger window.
    if (zoom !== 1) {
      await page.addInitScript((size) => {
        document.addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.fontSize = `${16 * size}px`;
        });
      }, zoom);
    }
    if (screen === 'nobody') {
      await page.goto(`${server.url}/worker/`);
      await page.locator('form').waitFor();
      await shoot(page, `${OUT}/${name}-sign-in.png`);
    }
    await signIn(page, server.url);
    await page
      .locator(change.watch === undefined ? '.aw-visits' : '.aw-status')
      .first()
      .waitFor({
        state: 'attached',
      });
    await page.locator('.aw-status').first().waitFor();
    if (change.watch !== undefined) await page.locator('.aw-visits').waitFor({ state: 'detached' });
    await prepare?.(page);
    if (screen === 'server-away') {
      server.state.problem = { status: 503, detail: 'Even niet.', callInstead: '+31101234567' };
      await page.locator('.utrecht-button--ready').click();
      await page.locator('.aw-status-banner--alarm').waitFor();
    }
    await page.waitForTimeout(150);
    await shoot(page, `${OUT}/${name}-${screen}.png`);
    if (screen === 'watched') {
      await context.setOffline(true);
      await page.locator('.utrecht-button--ready').click();
      await page.locator('.aw-status-banner--warning').waitFor();
      await shoot(page, `${OUT}/${name}-offline.png`);
      await page.locator('.aw-panic').focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog .utrecht-button--danger').click();
      await page.waitForTimeout(400);
      await shoot(page, `${OUT}/${name}-panic-offline.png`);
    }
    await context.close();
    await server.close();
  }
});
