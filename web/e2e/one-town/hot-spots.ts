import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsOfAxe } from '../kit/axe';
import { openDesk, sitDown, toPage, type DeskLook } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import type { RunningServer } from '../kit/server';

const FILE = join(import.meta.dirname, '../kit/made-up-neighbourhoods.json');
const ALL_DRAWN = [1, 2, 3, 4, 5, 6].map((number) => `BU9999000${number}`).join(' ');
const OLD_TOWN = 'BU99990005';

let server: RunningServer;
let browser: Browser;

/** Hot spots at the desk: boundaries, map, list and by hand. */
export function hotSpots(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
  }, 300_000);

  describe('H3 risicogebieden', () => {
    test('H3 de beheerder laadt buurtgrenzen; een verkeerd bestand wordt geweigerd met plaats en reden', async () => {
      const beheer = await openPage('beheer');
      await beheer.getByText('Laad ze onderaan deze pagina.').waitFor();
      await beheer.getByRole('button', { name: 'Laden' }).click();
      await beheer.getByText('Kies eerst een bestand.').waitFor();
      expect(await faultsOfAxe(beheer)).toEqual([]);

      await offer(beheer, { name: 'wijken.geojson', mimeType: '', buffer: districts() });
      await beheer.getByText('Het bestand is niet geladen. Wat er was, is gebleven.').waitFor();
      await beheer.getByText('Kies de laag “buurten”').waitFor();
      await beheer.getByText('Het gaat om buurt nummer 1 in het bestand.').waitFor();
      await beheer.getByText('Er is nog niets geladen.').waitFor();

      await offer(beheer, FILE);
      await beheer.getByText('7 buurten zijn geladen.').waitFor();
      await beheer.getByText('1 buurt heeft geen grens.').waitFor();
      await beheer.getByText(/Geladen op .*: 7 buurten\./).waitFor();
      await drawn(beheer, ALL_DRAWN);
      expect(await beheer.getByRole('button', { name: 'Risicogebied toevoegen' }).count()).toBe(0);
      expect(await faultsOfAxe(beheer)).toEqual([]);
      await beheer.context().close();
    });

    test('H3 een buurt die met de hand is toegevoegd, staat in de lijst en op de kaart, en loopt af met een reden', async () => {
      const carla = await openPage('carla');
      await drawn(carla, ALL_DRAWN);
      const dialog = carla.getByRole('dialog');
      await carla.getByRole('button', { name: 'Risicogebied toevoegen' }).click();
      await dialog.getByRole('button', { name: 'Toevoegen' }).click();
      await dialog.getByText('Kies een buurt.').waitFor();
      await dialog.getByText('Schrijf kort waarom.').waitFor();
      await dialog.getByText('Kies een dag.').waitFor();
      expect(await faultsOfAxe(carla)).toEqual([]);
      await dialog.getByLabel('Buurt', { exact: true }).last().selectOption({ label: 'Oude Kern' });
      await dialog.getByLabel('Waarom?').fill('Drie keer geschreeuw op straat in een maand.');
      await dialog.getByLabel('Tot en zonder welke dag?').fill(inDays(400));
      await dialog.getByRole('button', { name: 'Toevoegen' }).click();
      await dialog.getByText('Hooguit 12 maanden. Kies een eerdere dag.').waitFor();
      await dialog.getByLabel('Tot en zonder welke dag?').fill(inDays(60));
      await dialog.getByRole('button', { name: 'Toevoegen' }).click();

      const row = rows(carla).filter({ hasText: 'Oude Kern' });
      await row.getByText('Drie keer geschreeuw op straat in een maand.').waitFor();
      await row.getByText(/^Sinds .*, tot /).waitFor();
      await expect.poll(() => map(carla).getAttribute('data-by-hand')).toBe(OLD_TOWN);

      await row.getByRole('button', { name: 'Risicogebied Oude Kern beëindigen' }).click();
      await dialog.getByRole('button', { name: 'Beëindigen' }).click();
      await dialog.getByText('Schrijf kort waarom.').waitFor();
      await dialog.getByLabel('Waarom is dit geen risicogebied meer?').fill('Het is weer rustig.');
      await dialog.getByRole('button', { name: 'Beëindigen' }).click();
      await row.waitFor({ state: 'detached' });
      await expect.poll(() => map(carla).getAttribute('data-by-hand')).toBe('');
      await carla.context().close();
    });

    test('H3 een klik op de kaart toont die buurt in de lijst; een straat vind je met het filter', async () => {
      const ineke = await openPage('ineke', { dark: true });
      await drawn(ineke, ALL_DRAWN);
      await ineke.getByRole('button', { name: 'Risicogebied toevoegen' }).click();
      const dialog = ineke.getByRole('dialog');
      await dialog.getByLabel('Straat').check();
      await dialog.getByLabel('Straat').last().fill('Vechtstraat');
      await dialog.getByLabel('Plaats').fill('Zwolle');
      await dialog.getByLabel('Waarom?').fill('Veel onrust na sluitingstijd.');
      await dialog.getByLabel('Tot en zonder welke dag?').fill(inDays(30));
      await dialog.getByRole('button', { name: 'Toevoegen' }).click();
      await rows(ineke).filter({ hasText: 'Vechtstraat, Zwolle' }).waitFor();

      await map(ineke).click({ position: await middle(ineke) });
      await ineke.getByText(/1 gebied · Gekozen: /).waitFor();
      expect(await rows(ineke).count()).toBe(1);
      await ineke.getByRole('button', { name: 'Alles tonen' }).click();
      await ineke.getByLabel('Zoek een buurt, straat of reden').fill('ONRUST');
      await expect.poll(() => rows(ineke).count()).toBe(1);
      await ineke.getByLabel('Soort', { exact: true }).selectOption('neighbourhood');
      await ineke.getByText('Geen gebied past bij dit filter.').waitFor();
      await ineke.getByRole('button', { name: 'Alles tonen' }).click();
      expect(await faultsOfAxe(ineke)).toEqual([]);
      await ineke.context().close();
    });

    test('H3 waar de browser geen kaart kan tekenen, zegt de lijst hetzelfde', async () => {
      const carla = await openPage('carla', { canDraw: false });
      await carla.getByText('Deze browser kan de kaart niet tekenen.').waitFor();
      await rows(carla).filter({ hasText: 'Vechtstraat, Zwolle' }).waitFor();
      await carla.context().close();
    });

    test('H3 de kaart vraagt niets buiten de server, en de browser weigert niets', () => {
      expect(askedElsewhere).toEqual([]);
      expect(refused).toEqual([]);
    });
  });
}
/** What a page was refused, and what it asked of others; both stay empty. */
const refused: string[] = [];
const askedElsewhere: string[] = [];

interface Look extends DeskLook {
  readonly canDraw?: boolean;
}

async function openPage(userName: string, look: Look = {}): Promise<Page> {
  const page = await (await openDesk(browser, look)).newPage();
  if (look.canDraw === false) {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
  }
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) refused.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) askedElsewhere.push(request.url());
  });
  await sitDown(page, server.url, userName);
  await toPage(page, 'Risicogebieden');
  await page.getByRole('heading', { level: 1, name: 'Risicogebieden' }).waitFor();
  return page;
}

const map = (page: Page) => page.locator('.aw-area-map');
const rows = (page: Page) => page.locator('.aw-hot-spots__table tbody tr');

/** Waits until the map is at rest, and has drawn these neighbourhoods. */
async function drawn(page: Page, codes: string): Promise<void> {
  await expect.poll(() => map(page).getAttribute('data-drawn'), { timeout: 60_000 }).toBe(codes);
}

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = await map(page).boundingBox();
  return { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 };
}

async function offer(page: Page, file: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  await page.getByLabel('Bestand met buurten').setInputFiles(file);
  await page.getByRole('button', { name: 'Laden' }).click();
}

/** A file that is often taken by mistake: districts instead of neighbourhoods. */
function districts(): Buffer {
  const feature = { type: 'Feature', properties: { wijkcode: 'WK999901' }, geometry: null };
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
