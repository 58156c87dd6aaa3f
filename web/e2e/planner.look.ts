import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { addDays, dayOf, mondayOf } from '../shared/src/core/local-day';
import { field, list, signInTo, type Api } from './kit/api';
import { openDesk, openOwnMenu, sitDown } from './kit/desk';
import { STILL_TOWN } from './kit/one-town';
import { startServer, type RunningServer } from './kit/server';
import { openBrowser, openPhone, signIn } from './phone-browser';

/** The planner as it looks, in both languages, on a desk and on a phone, to be looked at. */
const OUT =
  process.env['SCREENSHOTS'] ?? fileURLToPath(new URL('../../out/planner', import.meta.url));
const MONDAY = addDays(mondayOf(dayOf(Date.now())), 7);

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer(...STILL_TOWN);
  browser = await openBrowser();
  await mkdir(OUT, { recursive: true });
  await fill(await signInTo(server.url, 'carla'));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A week in which there is something of everything. */
async function fill(carla: Api): Promise<void> {
  const people = list(await carla.get(`/planner-weeks/${MONDAY}`), 'people');
  const streets = [
    'Dorpsstraat 12',
    'Burgemeester van Lanschotlaan 112',
    'Kerkstraat 1',
    'Havenkade 7',
  ];
  for (const [at, person] of people.entries()) {
    for (let day = at % 2; day < 5; day += 1 + (at % 3)) {
      const hour = 8 + ((at * 3 + day) % 8);
      const date = addDays(MONDAY, day);
      await carla.send('POST', '/visits', {
        workerId: field(person, 'id'),
        place: { address: `${streets[(at + day) % streets.length]}, Voorbeeldstad` },
        purpose: 'Keukentafelgesprek',
        plannedStartAt: `${date}T${String(hour).padStart(2, '0')}:30:00Z`,
        plannedEndAt: `${date}T${String(hour + 1).padStart(2, '0')}:15:00Z`,
        highRisk: (at + day) % 4 === 0,
        travelMode: 'bicycle',
        travelMinutes: 20,
        ...(day === 1 && at < 3
          ? { repeat: { weekdays: ['tuesday'], lastDate: addDays(MONDAY, 30) } }
          : {}),
      });
    }
  }
}

const LOOKS = [
  { language: 'nl', dark: false, width: 1280 },
  { language: 'en', dark: true, width: 1280 },
  { language: 'nl', dark: false, width: 390 },
  { language: 'en', dark: true, width: 390 },
] as const;

test.each(LOOKS)('the planner, $language, $width wide', async ({ language, dark, width }) => {
  const name = `${OUT}/desk-${language}-${width}`;
  const context = await openDesk(browser, { dark });
  const page = await context.newPage();
  await sitDown(page, server.url, 'carla');
  if (language === 'en') {
    await openOwnMenu(page);
    await page.getByRole('button', { name: 'English' }).click();
  }
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${server.url}/control-room/#/planner/${addDays(MONDAY, 70)}`);
  await page.locator('.aw-planner .aw-board__empty').waitFor();
  await page.screenshot({ path: `${name}-empty.png` });
  await page.goto(`${server.url}/control-room/#/planner/${MONDAY}`);
  await page.locator('.aw-visit').first().waitFor();
  await page.screenshot({ path: `${name}-week.png`, fullPage: width < 500 });
  if (width > 500) {
    await page.locator('.aw-visit').nth(2).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator('.aw-week__cell--target').waitFor();
    await page.screenshot({ path: `${name}-moving.png` });
    await page.keyboard.press('Enter');
    await page.locator('.aw-planner__notice').waitFor();
    await page.screenshot({ path: `${name}-moved.png` });
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${name}-print.png` });
    await page.emulateMedia({ media: 'screen' });
  }
  await page.locator('.aw-visit').first().click();
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${name}-dialog.png` });
  await page.locator('.aw-visit-form__cancel').click();
  await page.screenshot({ path: `${name}-cancel.png` });
  await context.close();
});

test.each(['nl', 'en'] as const)('my visits on a phone, %s', async (language) => {
  const name = `${OUT}/phone-${language}`;
  const context = await openPhone(browser, { language, dark: language === 'en' });
  const page = await context.newPage();
  await signIn(page, server.url);
  await page.locator('.aw-status').first().waitFor();
  await page.screenshot({ path: `${name}-home.png`, fullPage: true });
  await page.goto(`${server.url}/worker/#/visits`);
  await page.locator('.aw-visits__day').first().waitFor();
  await page.screenshot({ path: `${name}-visits.png`, fullPage: true });
  await page.locator('.aw-visits__visit button').first().click();
  await page.locator('form').waitFor();
  await page.screenshot({ path: `${name}-form.png`, fullPage: true });
  await context.close();
});
