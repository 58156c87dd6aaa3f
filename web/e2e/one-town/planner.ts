import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayOf, mondayOf, sayDay } from '../../shared/src/core/local-day';
import { field, list, signInTo, type Api } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import { openDesk, sitDown } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import { until, type RunningServer } from '../kit/server';
import { openPhone, signIn } from '../phone-browser';

const MONDAY = addDays(mondayOf(dayOf(Date.now())), 14);
const TUESDAY = addDays(MONDAY, 1);
const WEDNESDAY = addDays(MONDAY, 2);
const FRIDAY = addDays(MONDAY, 4);

let server: RunningServer;
let browser: Browser;
let bram: Api;
let context: BrowserContext;
let desk: Page;

/** The planner in a real browser. */
export function planner(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
    bram = await signInTo(server.url, 'bram');
  }, 300_000);

  beforeEach(async () => {
    context = await openDesk(browser);
    desk = await context.newPage();
    await sitDown(desk, server.url, 'bram');
    await openWeek(desk);
  });

  afterEach(async () => {
    await context.close();
    for (const visit of list(await week(), 'visits')) {
      await bram.send('DELETE', `/visits/${String(field(visit, 'id'))}`, undefined);
    }
  });

  describe('H12 op afspraak, op tijd, en wie te laat is zegt dat', () => {
    test('H12 een bezoek wordt gepland, verplaatst, geannuleerd en teruggezet', async () => {
      await plan(desk, 'Kerkstraat 1, Voorbeeldstad');
      const chip = desk.locator('.aw-visit', { hasText: 'Kerkstraat 1' });
      await cell('Anna de Vries', TUESDAY).locator('.aw-visit').waitFor();

      // By keyboard: a day later.
      await chip.focus();
      await desk.keyboard.press('Shift+ArrowRight');
      await desk.locator('.aw-week__cell--target').waitFor();
      await desk.keyboard.press('Enter');
      await desk.locator('.aw-planner__notice', { hasText: `Verplaatst: Anna de Vries` }).waitFor();
      await cell('Anna de Vries', WEDNESDAY).locator('.aw-visit').waitFor();
      expect(await plannedDay()).toBe(WEDNESDAY);

      // By mouse: to Friday. And back, with the button that takes it back.
      await chip.dragTo(cell('Anna de Vries', FRIDAY));
      await cell('Anna de Vries', FRIDAY).locator('.aw-visit').waitFor();
      await until('the move at the server', async () => (await plannedDay()) === FRIDAY);
      await desk.getByRole('button', { name: 'Terugzetten' }).click();
      await cell('Anna de Vries', WEDNESDAY).locator('.aw-visit').waitFor();
      await until('the move back', async () => (await plannedDay()) === WEDNESDAY);

      await chip.click();
      await desk.getByRole('button', { name: 'Bezoek annuleren' }).click();
      await desk.getByRole('dialog').getByText('Kerkstraat 1, Voorbeeldstad').waitFor();
      await desk.getByRole('button', { name: 'Bezoek annuleren' }).click();
      await chip.waitFor({ state: 'detached' });
      expect(list(await week(), 'visits')).toEqual([]);

      await desk.getByRole('button', { name: 'Ongedaan maken' }).click();
      await chip.waitFor();
      await desk
        .locator('.aw-planner__notice', { hasText: 'Het bezoek staat weer in de planner.' })
        .waitFor();
      expect(await plannedDay()).toBe(WEDNESDAY);
    });

    test('H12 wat niet samengaat staat bij het veld, en houdt niets tegen', async () => {
      await plan(desk, 'Kerkstraat 1, Voorbeeldstad');
      await cell('Anna de Vries', TUESDAY).locator('.aw-visit').waitFor();
      await fillIn(desk, 'Molenweg 9, Voorbeeldstad');
      await desk.getByText('Anna de Vries heeft dan al een bezoek (10:00–10:45).').waitFor();
      await desk.getByLabel('Van', { exact: true }).fill('11:00');
      await desk
        .getByText(/Weinig reistijd: Anna de Vries heeft ook een bezoek van 10:00/)
        .waitFor();
      await desk.getByRole('button', { name: 'Plannen', exact: true }).click();
      await desk.locator('.aw-visit', { hasText: 'Molenweg 9' }).waitFor();
      expect(list(await week(), 'visits')).toHaveLength(2);
    });

    test('H12 een reeks wordt gepland, en alleen wat volgt verandert', async () => {
      await fillIn(desk, 'Havenkade 7, Voorbeeldstad');
      await desk.getByLabel('Herhalen').selectOption('weekly');
      await desk.getByLabel('Tot en met').fill(addDays(TUESDAY, 14));
      await desk.getByRole('button', { name: 'Plannen', exact: true }).click();
      await desk.locator('.aw-visit', { hasText: 'Havenkade 7' }).waitFor();
      await desk.getByRole('link', { name: 'Volgende week' }).click();
      await desk.locator('.aw-visit', { hasText: 'Havenkade 7' }).click();
      await desk.getByLabel('Van', { exact: true }).fill('14:00');
      await desk.getByLabel('Dit en alle volgende').check();
      await desk.getByRole('button', { name: 'Opslaan' }).click();
      await desk.getByText('2 bezoeken gewijzigd.').first().waitFor();
      await desk.locator('.aw-visit', { hasText: '14:00–14:45' }).waitFor();
      await desk.getByRole('link', { name: 'Vorige week' }).click();
      await desk.locator('.aw-visit', { hasText: '10:00–10:45' }).click();
      await desk.getByRole('button', { name: 'Bezoek annuleren' }).click();
      await desk.getByLabel('De hele reeks').check();
      await desk.getByRole('button', { name: 'Bezoek annuleren' }).click();
      await desk.locator('.aw-visit').waitFor({ state: 'detached' });
      expect(list(await week(addDays(MONDAY, 7)), 'visits')).toEqual([]);
    });

    test('H12 wie een oude versie heeft, hoort wat er intussen veranderd is', async () => {
      await plan(desk, 'Kerkstraat 1, Voorbeeldstad');
      await desk.locator('.aw-visit').click();
      const known = list(await week(), 'visits')[0];
      await bram.send('PUT', `/visits/${String(field(known, 'id'))}`, {
        version: field(known, 'version'),
        place: { address: 'Kerkstraat 1, Voorbeeldstad', floor: '3 hoog' },
        plannedStartAt: field(known, 'plannedStartAt'),
        plannedEndAt: field(known, 'plannedEndAt'),
        travelMode: 'car',
        travelMinutes: 30,
      });
      await desk.getByLabel('Waarvoor?').fill('Kennismaking');
      await desk.getByRole('button', { name: 'Opslaan' }).click();
      await desk.getByText(/Bram Jansen heeft dit bezoek intussen gewijzigd/).waitFor();
      await desk.getByText('Adres: Kerkstraat 1, Voorbeeldstad, 3 hoog').waitFor();
      await desk.getByRole('button', { name: 'Overnemen wat er nu staat' }).click();
      expect(await desk.getByLabel('Verdieping of bel').inputValue()).toBe('3 hoog');
      await desk.getByRole('button', { name: 'Opslaan' }).click();
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
    });

    test('H12 op de telefoon staan mijn bezoeken, en ik verplaats en annuleer ze zelf', async () => {
      await plan(desk, 'Kerkstraat 1, Voorbeeldstad');
      await desk.locator('.aw-visit').waitFor();
      const phone = await openPhone(browser);
      const page = await phone.newPage();
      await signIn(page, server.url);
      await page.getByRole('button', { name: 'Al mijn bezoeken' }).click();
      await page.getByRole('heading', { name: 'Mijn bezoeken' }).waitFor();
      await page.getByRole('heading', { name: sayDay(TUESDAY, 'nl', 'long') }).waitFor();
      expect(await faultsOfAxe(page)).toEqual([]);

      const own = page.locator('li', { hasText: 'Kerkstraat 1' });
      await own.getByRole('button', { name: /^Wijzigen:/ }).click();
      await page.getByLabel('Van', { exact: true }).fill('15:30');
      expect(await faultsOfAxe(page)).toEqual([]);
      await page.getByRole('button', { name: 'Opslaan' }).click();
      await page.locator('li', { hasText: '15:30–16:15' }).waitFor();

      await own.getByRole('button', { name: /^Annuleren:/ }).click();
      await page.getByRole('button', { name: 'Ja, annuleren' }).click();
      await own.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Ongedaan maken' }).click();
      await own.waitFor();
      await phone.close();
    });
  });

  test('what a phone keeps of visits is of today and tomorrow only', async () => {
    await plan(desk, 'Kerkstraat 1, Voorbeeldstad');
    await desk.locator('.aw-visit').waitFor();
    const phone = await openPhone(browser);
    const page = await phone.newPage();
    await signIn(page, server.url);
    await page.getByRole('button', { name: 'Al mijn bezoeken' }).click();
    await page.locator('li', { hasText: 'Kerkstraat 1' }).waitFor();
    const kept = await page.evaluate(() => {
      return new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('achterwacht-phone');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const read = opening.result.transaction(names).objectStore('visits').getAll();
          read.onsuccess = () => resolve(JSON.stringify(read.result));
        };
      });
    });
    expect(kept).not.toContain('Kerkstraat 1');
    await phone.close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the planner, %s', async (scheme) => {
    await desk.emulateMedia({ colorScheme: scheme });
    await desk.getByText('Er zijn deze week nog geen bezoeken gepland.').waitFor();
    expect(await faultsOfAxe(desk)).toEqual([]);
    await plan(desk, 'Kerkstraat 1, Voorbeeldstad');
    const chip = desk.locator('.aw-visit');
    await chip.waitFor();
    expect(await faultsOfAxe(desk)).toEqual([]);
    await chip.click();
    await desk.getByRole('dialog').waitFor();
    expect(await faultsOfAxe(desk)).toEqual([]);
    await desk.keyboard.press('Escape');
    await desk.setViewportSize({ width: 390, height: 844 });
    await desk.locator('.aw-agenda').waitFor();
    expect(await faultsOfAxe(desk)).toEqual([]);
  });

  test('while somebody plans, an alarm stands above the week', async () => {
    const anna = await signInTo(server.url, 'anna');
    const panic = await anna.send('POST', '/panics', {});
    await desk.locator('.aw-alarm-strip', { hasText: 'Anna de Vries' }).waitFor();
    const alarm = `/alarms/${String(field(panic, 'alarmId'))}`;
    await bram.send('POST', `${alarm}/acknowledgements`, {});
    await bram.send('POST', `${alarm}/closures`, { outcome: 'safe', text: 'Alles is goed.' });
  });

  /** How long from press to paint, printed: it is a measurement and decides nothing. */
  test('a press with 500 visits of 200 people: how long until it is painted', async () => {
    await desk.route('**/api/v1/planner-weeks/*', (route) => route.fulfill({ json: bigWeek() }));
    await context.tracing.start({ screenshots: true, snapshots: true });
    await desk.getByRole('link', { name: 'Volgende week' }).click();
    await desk.locator('.aw-visit').first().waitFor();
    expect(await desk.locator('.aw-visit').count()).toBe(500);
    expect(await desk.locator('[data-person]').count()).toBe(200);
    await desk.evaluate(() => {
      const seen: number[] = [];
      Reflect.set(window, 'seen', seen);
      const presses = { type: 'event', durationThreshold: 16 };
      new PerformanceObserver((entries) => {
        entries.getEntries().forEach(({ duration }) => seen.push(duration));
      }).observe(presses);
    });
    const chips = desk.locator('.aw-visit');
    await chips.nth(3).click();
    await desk.getByRole('dialog').waitFor();
    await desk.keyboard.press('Escape');
    await chips.nth(40).focus();
    await desk.keyboard.press('Shift+ArrowDown');
    await desk.keyboard.press('Shift+ArrowRight');
    await desk.keyboard.press('Escape');
    await desk.locator('[data-aw-search]').fill('Medewerker 17');
    await until(
      'the rows that match',
      async () => (await desk.locator('[data-person]').count()) < 200,
    );
    await desk.getByRole('button', { name: 'Filter wissen' }).click();
    await until('all rows', async () => (await desk.locator('[data-person]').count()) === 200);
    const measured: unknown = await desk.evaluate(() => Reflect.get(window, 'seen'));
    await context.tracing.stop({ path: 'test-results/planner-trace.zip' });
    const durations = Array.isArray(measured) ? measured.map(Number) : [];
    process.stdout.write(
      `planner, 500 visits × 200 people: press to paint at most ${Math.max(0, ...durations)} ms ` +
        `(${durations.length} presses of 16 ms or more)\n`,
    );
  });
}

function bigWeek(): unknown {
  const people = Array.from({ length: 200 }, (_, at) => ({
    id: `person-${at}`,
    name: `Medewerker ${String(at).padStart(3, '0')}`,
    teamId: `team-${at % 8}`,
  }));
  const monday = addDays(MONDAY, 7);
  const visits = Array.from({ length: 500 }, (_, at) => {
    const person = people[(at * 7) % 200];
    const day = addDays(monday, at % 5);
    const hour = String(8 + (at % 8)).padStart(2, '0');
    return {
      id: `visit-${at}`,
      version: 1,
      workerId: person?.id,
      workerName: person?.name,
      place: { address: `Dorpsstraat ${at}, Voorbeeldstad` },
      purpose: null,
      plannedStartAt: `${day}T${hour}:00:00Z`,
      plannedEndAt: `${day}T${hour}:45:00Z`,
      highRisk: at % 9 === 0,
      travelMode: 'bicycle',
      vehicleId: null,
      travelMinutes: 20,
      state: 'planned',
      watchId: `watch-${at}`,
    };
  });
  const warnings = visits
    .filter((_, at) => at % 6 === 0)
    .map(({ id }) => ({
      visitId: id,
      kind: 'no-standby',
      otherVisitId: null,
      otherWorkerName: null,
      otherStartAt: null,
      otherEndAt: null,
    }));
  const teams = Array.from({ length: 8 }, (_, at) => ({ id: `team-${at}`, name: `Team ${at}` }));
  return { mondayDate: monday, visits, warnings, people, teams, vehicles: [], isComplete: true };
}

async function openWeek(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Planner' }).click();
  await page.getByRole('heading', { name: 'Planner', exact: true }).waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/planner/${MONDAY}`);
  await page.locator('.aw-week').waitFor();
}

/** A new visit of Anna on Tuesday at ten, filled in but not planned yet. */
async function fillIn(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Bezoek plannen', exact: true }).click();
  await page.getByLabel('Wie gaat er?').selectOption({ label: 'Anna de Vries' });
  await page.getByLabel('Adres', { exact: true }).fill(address);
  await page.getByLabel('Dag', { exact: true }).fill(TUESDAY);
}

async function plan(page: Page, address: string): Promise<void> {
  await fillIn(page, address);
  await page.getByRole('button', { name: 'Plannen', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

function cell(name: string, day: string) {
  return desk
    .locator('[data-person]', { has: desk.getByRole('rowheader', { name }) })
    .locator(`[data-day="${day}"]`);
}

function week(monday = MONDAY): Promise<unknown> {
  return bram.get(`/planner-weeks/${monday}`);
}

/** The day of the only visit, as the server has it. */
async function plannedDay(): Promise<string> {
  const visits = list(await week(), 'visits');
  expect(visits).toHaveLength(1);
  return dayOf(Date.parse(String(field(visits[0], 'plannedStartAt'))));
}
