import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { field, list, signInTo, type Api } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import { listenToBell } from '../kit/bell';
import { openDesk, sitDown, toPage } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import { until, type RunningServer } from '../kit/server';

/** So that there is a board to look at. */
const COLLEAGUES = ['fatma', 'joost', 'meiling', 'sanne'];
let server: RunningServer;
let browser: Browser;
let anna: Api;
let bram: Api;
let context: BrowserContext;
let desk: Page;

/** The desk in a real browser. */
export function controlRoom(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
    anna = await signInTo(server.url, 'anna');
    bram = await signInTo(server.url, 'bram');
    for (const colleague of COLLEAGUES) await goesOut(await signInTo(server.url, colleague));
  }, 300_000);

  beforeEach(async () => {
    context = await openDesk(browser);
    desk = await context.newPage();
    await sitDown(desk, server.url, 'bram');
  });

  afterEach(async () => {
    server.thaw();
    await context.close();
    await closeAll();
  });

  test('that nothing here is real stands above everything, in warning colours', async () => {
    await desk.locator('.aw-status-banner--warning', { hasText: 'voorbeeldgemeente' }).waitFor();
  });

  test('what is seldom needed is under "Meer": with the keyboard, and Escape only closes it', async () => {
    const more = desk.getByRole('button', { name: 'Meer', exact: true });
    await more.focus();
    await desk.keyboard.press('Enter');
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    expect(await faultsOfAxe(desk)).toEqual([]);
    await desk.keyboard.press('Tab');
    await desk.keyboard.press('Escape');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    await toPage(desk, 'Adressen');
    const current = desk.locator('.aw-desk__nav > [aria-current="page"]');
    await current.filter({ hasText: 'Adressen' }).waitFor();
    await desk.getByRole('link', { name: 'Bord', exact: true }).click();
    await current.filter({ hasText: 'Bord' }).waitFor();
  });

  test('when the server stops answering the board says so, and so when it is back', async () => {
    await desk.locator('[data-aw-row]').nth(3).waitFor();
    server.freeze();
    await desk
      .getByText(/Bord loopt achter sinds \d\d:\d\d/)
      .first()
      .waitFor();
    await desk.locator('.aw-desk--stale').waitFor();
    expect(await faultsOfAxe(desk)).toEqual([]);

    // What cannot be trusted stays in sight, but never over the row that has the focus.
    const rows = desk.locator('table [data-aw-row]');
    await rows.first().focus();
    for (let row = 1; row < (await rows.count()); row++) await desk.keyboard.press('ArrowDown');
    for (let row = await rows.count(); row > 0; row--) {
      expect(await focusIsCovered(desk)).toBe(false);
      await desk.keyboard.press('ArrowUp');
    }

    server.thaw();
    await desk.getByText('Het bord is weer actueel.').waitFor({ state: 'attached' });
    await desk.locator('.aw-desk--stale').waitFor({ state: 'detached' });
  });

  test('an alarm is handed over: it rings at the other, and stays mine until they accept', async () => {
    const alarmId = await annaPanics({});
    const carla = await (await openDesk(browser)).newPage();
    const bell = await listenToBell(carla);
    await sitDown(carla, server.url, 'carla');
    await open(desk, alarmId);
    await desk.getByRole('button', { name: 'Ik pak dit op' }).click();
    await carla.locator('.aw-desk--calm').waitFor();
    const before = bell.rang.length;

    await desk.getByRole('button', { name: 'Overdragen' }).click();
    await desk.getByLabel(/Carla Smit/).check();
    await desk.getByRole('button', { name: 'Aanbieden' }).click();
    await desk.getByText(/Aangeboden aan Carla Smit/).waitFor();

    await until('the bell of the other', () => bell.rang.length > before);
    await carla.getByText('Bram Jansen draagt dit alarm aan u over').waitFor();
    await carla.locator('.aw-alarm-card__link', { hasText: 'Anna de Vries' }).click();
    await carla.getByRole('button', { name: 'Ik neem het over' }).click();
    await carla.getByText('U heeft dit alarm').first().waitFor();
    await desk.getByText('Carla Smit heeft dit alarm').first().waitFor();
    expect(await desk.getByRole('button', { name: 'Alarm sluiten' }).count()).toBe(0);
    await carla.context().close();
  });

  test('a silent alarm says not to call, and offers no link that would', async () => {
    const alarmId = await annaPanics({ silent: true });
    await desk
      .locator('.aw-alarm-card', { hasText: 'STIL ALARM – bel de medewerker niet' })
      .waitFor();
    await open(desk, alarmId);
    await desk.getByText('Niet bellen: stil alarm').waitFor();
    expect(await linksToCall(desk)).toEqual(['tel:112']);

    await closeAll();
    const loud = await annaPanics({});
    await open(desk, loud);
    expect(await linksToCall(desk)).toContain('tel:+31600000101');
  });

  describe.each(['light', 'dark'] as const)('axe finds nothing, %s,', (colorScheme) => {
    test('on the board and in its dialogs', async () => {
      await annaPanics({});
      const carla = await (await openDesk(browser)).newPage();
      await carla.emulateMedia({ colorScheme });
      await sitDown(carla, server.url, 'carla');
      await carla.locator('.aw-alarm-card--calling').first().waitFor();
      await carla.locator('[data-aw-row]').nth(3).waitFor();
      expect(await faultsOfAxe(carla)).toEqual([]);

      await carla.locator('table [data-aw-row]').first().click();
      await dialogIsRight(carla, 'Bewaking van');
      await carla.getByRole('button', { name: 'Hulp en toetsen' }).click();
      await dialogIsRight(carla, 'Hulp en toetsen');
      await carla.getByRole('button', { name: 'Oefening starten' }).click();
      await dialogIsRight(carla, 'Oefening starten');
      await carla.context().close();
    });

    test('on an alarm, before and after it is taken, and in its dialogs', async () => {
      await desk.emulateMedia({ colorScheme });
      await open(desk, await annaPanics({ silent: true }));
      expect(await faultsOfAxe(desk)).toEqual([]);
      await desk.getByRole('button', { name: 'Ik pak dit op' }).click();
      await desk.getByText('U heeft dit alarm').first().waitFor();
      expect(await faultsOfAxe(desk)).toEqual([]);

      await desk.getByRole('button', { name: 'Overdragen' }).click();
      await dialogIsRight(desk, 'Alarm overdragen');
      await desk.getByRole('button', { name: 'Alarm sluiten' }).click();
      await desk.getByRole('button', { name: 'Verder naar controle' }).click();
      await desk.getByText('Er mist nog iets').waitFor();
      await dialogIsRight(desk, 'Alarm sluiten');
    });
  });
}

/** A dialog is open with this title and without faults; closes it. */
async function dialogIsRight(page: Page, title: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: new RegExp(title) });
  await dialog.waitFor();
  expect(await faultsOfAxe(page), title).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function open(page: Page, alarmId: string): Promise<void> {
  await page.goto(`${server.url}/control-room/#/alarms/${alarmId}`);
  await page.getByRole('heading', { name: 'Belscript' }).waitFor();
}

async function annaPanics(how: { silent?: boolean }): Promise<string> {
  const watchId = await goesOut(anna);
  const taken = await anna.send('POST', `/watches/${watchId}/panics`, how);
  return String(field(taken, 'alarmId'));
}

/** Starts a watch of half an hour; returns its id. */
async function goesOut(worker: Api): Promise<string> {
  const watch = await worker.send('POST', '/watches', {
    shape: 'visit',
    place: { address: 'Kerkstraat 4, Voorbeeldstad', floor: 'tweede, rechts' },
    expectedEndAt: new Date(Date.now() + 30 * 60_000).toISOString(),
    travelMode: 'car',
  });
  return String(field(watch, 'id'));
}

/** Whatever a test leaves open, so that the next one begins with a quiet board. */
async function closeAll(): Promise<void> {
  const carla = await signInTo(server.url, 'carla');
  for (const alarm of list(await bram.get('/board'), 'alarms')) {
    const path = `/alarms/${String(field(alarm, 'id'))}`;
    const mine = field(alarm, 'handledBy') === 'Carla Smit' ? carla : bram;
    await mine.send('POST', `${path}/acknowledgements`, {});
    await mine.send('POST', `${path}/closures`, { outcome: 'safe', text: 'Einde van de test.' });
  }
}

function linksToCall(page: Page): Promise<(string | null)[]> {
  return page
    .locator('main a[href^="tel:"], main a[href^="sms:"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

/** Whether something else lies over the middle, the top or the bottom of what has the focus. */
function focusIsCovered(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) {
      throw new Error('Nothing has the focus.');
    }
    const box = focused.getBoundingClientRect();
    return [box.top + 1, box.top + box.height / 2, box.bottom - 1].some((height) => {
      const onTop = document.elementFromPoint(box.left + box.width / 2, height);
      return onTop === null || !(focused.contains(onTop) || onTop.contains(focused));
    });
  });
}
