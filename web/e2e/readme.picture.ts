import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { signInTo } from './kit/api';
import { startServer, type RunningServer } from './kit/server';
import { openBrowser, openPhone, signIn } from './phone-browser';

/** The pictures of the README, of the real program with its example town, in Dutch. */
const FOLDER = resolve(import.meta.dirname, '../../docs/images');

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  server = await startServer('--example-town');
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('the pictures of the README are taken', async () => {
  const anna = await signInTo(server.url, 'anna');
  const now = Date.now();
  await anna.send('POST', '/visits', {
    place: { address: 'Kerkstraat 4, Voorbeeldstad', floor: 'tweede, rechts' },
    plannedStartAt: new Date(now - 60_000).toISOString(),
    plannedEndAt: new Date(now + 45 * 60_000).toISOString(),
    travelMode: 'bicycle',
  });
  const phone = await (await openPhone(browser)).newPage();
  await signIn(phone, server.url);
  const start = phone.getByRole('button', { name: /Start bewaking, afspraak van/ }).first();
  await start.waitFor();
  await take(phone, 'phone-start');
  const bram = await openBoard();
  await bram.locator('[data-aw-row]').nth(5).waitFor();
  await take(bram, 'board-quiet');

  await start.click();
  await phone.getByRole('button', { name: 'Ik ben oké' }).waitFor();
  await take(phone, 'phone-running');

  await phone.locator('.aw-panic').focus();
  await phone.keyboard.press('Enter');
  await phone.getByRole('button', { name: 'Ja, verstuur alarm' }).click();
  await phone.getByText('Het alarm is aan').first().waitFor();
  await take(phone, 'phone-alarm');

  await bram
    .getByText(/Paniekalarm/)
    .first()
    .waitFor();
  await take(bram, 'board-alarm');
  await bram.locator('.aw-alarm-card__link').first().click();
  await bram.getByRole('heading', { name: 'Belscript' }).waitFor();
  await take(bram, 'alarm-page');
}, 240_000);

async function openBoard(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'nl-NL',
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/control-room/#/`);
  await page.locator('input[autocomplete^="username"]').fill('bram');
  await page.locator('input[type="password"]').fill('achterwacht-voorbeeld');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Geluid aanzetten' }).first().click();
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: resolve(FOLDER, `${name}.png`) });
}
