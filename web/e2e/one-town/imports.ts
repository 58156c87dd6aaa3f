import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { field, list, signInTo, type Api } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import { openDesk, sitDown } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import { until, type RunningServer } from '../kit/server';

const ROWS = 5000;
const STREET = 'Vijfduizendstraat';
const LONG = 120_000;
const SOON = 5000;
const TIMES = 3;

/** What can be wrong with a row, in which cell, and what the page says of it. */
const WRONG = [
  { at: 0, cell: 'Niemand', reason: 'Wij kennen geen medewerker “Niemand”.' },
  { at: 1, cell: '', reason: 'De kolom adres is leeg.' },
  { at: 2, cell: '31-02-2027', reason: '“31-02-2027” is geen datum.' },
  { at: 3, cell: 'morgen', reason: '“morgen” is geen tijd.' },
  { at: 4, cell: 'straks', reason: '“straks” is geen tijd.' },
] as const;

let server: RunningServer;
let browser: Browser;
let bram: Api;
let context: BrowserContext;
let desk: Page;

/** The import of visits in a real browser. */
export function imports(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
    bram = await signInTo(server.url, 'bram');
    context = await openDesk(browser);
    desk = await context.newPage();
    await sitDown(desk, server.url, 'bram');
    await desk.getByRole('link', { name: 'Planner' }).click();
    await desk.getByRole('link', { name: 'Importeren' }).click();
  }, 300_000);

  beforeEach(async () => {
    await desk.reload();
    await desk.getByRole('heading', { name: 'Bezoeken importeren' }).waitFor();
  });

  describe('H12 bezoeken uit een bestand', () => {
    test('H12 wat niet klopt staat er met regel en reden, de rest wordt gepland, één keer', async () => {
      await offer(file(), '3 bezoeken worden gepland');
      await desk.getByText('1 regel klopt niet').waitFor();
      const bad = desk.locator('.aw-imports__rows tbody tr');
      await bad.first().waitFor();
      expect(await bad.allInnerTexts()).toHaveLength(1);
      expect(await bad.innerText()).toContain('4');
      expect(await bad.innerText()).toContain('Wij kennen geen medewerker “Niemand”.');
      expect(await faultsOfAxe(desk)).toEqual([]);

      await desk.getByRole('button', { name: 'Plan deze 3 bezoeken' }).click();
      await desk.getByText('3 bezoeken zijn gepland.').waitFor();
      expect(await planned('Invoerstraat')).toHaveLength(3);

      await desk.getByRole('button', { name: 'Nog een bestand' }).click();
      await offer(file(), 'Er is niets nieuws om te plannen.');
      await desk.getByText('3 regels waren al ingelezen').waitFor();
      expect(await planned('Invoerstraat')).toHaveLength(3);
    });

    test('H12 vijfduizend regels: de voortgang is te zien, 37 staan er met reden, de rest één keer', async () => {
      const { text, bad } = fiveThousand();
      const good = ROWS - bad.length;
      expect(bad).toHaveLength(37);
      await offer(text, `${good} bezoeken worden gepland`);
      await desk.getByText('37 regels kloppen niet').waitFor();
      expect(await namedRows(37)).toEqual(bad);
      expect(await faultsOfAxe(desk)).toEqual([]);

      await watchProgress();
      await desk.getByRole('button', { name: `Plan deze ${good} bezoeken` }).click();
      await desk.getByRole('progressbar', { name: 'Voortgang' }).waitFor();
      await desk.getByText(`${good} bezoeken zijn gepland.`).waitFor({ timeout: LONG });
      const seen = await seenProgress();
      expect(seen.some((done) => done > 0 && done < good)).toBe(true);
      expect(seen).toEqual(seen.toSorted((one, other) => one - other));
      expect(await namedRows(37)).toEqual(bad);
      const before = await planned(STREET);
      expect(before).toHaveLength(good);

      await desk.getByRole('button', { name: 'Nog een bestand' }).click();
      await offer(text, 'Er is niets nieuws om te plannen.');
      await desk.getByText(`${good} regels waren al ingelezen`).waitFor();
      expect(await namedRows(37)).toEqual(bad);
      expect(await desk.getByRole('button', { name: /^Plan/ }).count()).toBe(0);
      expect(await planned(STREET)).toEqual(before);
    }, 400_000);
  });
}

interface NamedRow {
  readonly number: number;
  readonly reason: string;
}

/** Every hundredth is wrong, in one of five ways, until there are 37. */
function fiveThousand(): { readonly text: string; readonly bad: readonly NamedRow[] } {
  const lines = ['Medewerker;Adres;Datum;Begin;Einde'];
  const bad: NamedRow[] = [];
  for (let row = 1; row <= ROWS; row++) {
    const day = dutchDay(10 + (row % 50));
    const hour = String(8 + (row % 9)).padStart(2, '0');
    const minute = String(row % 30).padStart(2, '0');
    const good = ['anna', `${STREET} ${row}`, day, `${hour}:${minute}`, `${hour}:45`];
    const wrong = row % 100 === 0 && bad.length < 37 ? WRONG[bad.length % WRONG.length] : undefined;
    lines.push(good.map((cell, at) => (at === wrong?.at ? wrong.cell : cell)).join(';'));
    // As a spreadsheet shows it: the names of the columns are row 1.
    if (wrong !== undefined) bad.push({ number: row + 1, reason: wrong.reason });
  }
  return { text: [...lines, ''].join('\r\n'), bad };
}

/** The rows that are wrong, as the page names them; so many are awaited. */
async function namedRows(count: number): Promise<readonly NamedRow[]> {
  const rows = desk.locator('.aw-imports__rows tbody tr');
  await rows.nth(count - 1).waitFor();
  return Promise.all(
    (await rows.all()).map(async (row) => ({
      number: Number(await row.getByRole('rowheader').innerText()),
      reason: await row.getByRole('cell').nth(1).innerText(),
    })),
  );
}

/** From now on the page remembers how far the bar stood. */
async function watchProgress(): Promise<void> {
  await desk.evaluate(() => {
    const seen: number[] = [];
    Reflect.set(window, 'seen', seen);
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar !== null && bar.value !== seen.at(-1)) seen.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

async function seenProgress(): Promise<readonly number[]> {
  const seen: unknown = await desk.evaluate(() => Reflect.get(window, 'seen'));
  return Array.isArray(seen) ? seen.map(Number) : [];
}

/**
 * Offers a file; when the page does not get on, it is loaded anew and asked again, as people do. What
 * it said instead is printed.
 */
async function offer(text: string, found: string): Promise<void> {
  const said: string[] = [];
  while (said.length < TIMES) {
    await desk.getByLabel('Bestand').setInputFiles({
      name: 'bezoeken.csv',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from(text),
    });
    await send();
    const isFound = await desk
      .getByText(found)
      .waitFor({ timeout: LONG / 2 })
      .then(
        () => true,
        () => false,
      );
    if (isFound) return;
    said.push(await desk.locator('main').innerText());
    process.stderr.write(`not “${found}” but: ${said.at(-1) ?? ''}\n`);
    await desk.reload();
  }
  throw new Error(`${said.length} times not “${found}” but: ${said.join(' / ')}`);
}

/** A banner that comes or goes just then moves the button away from under the press. */
async function send(): Promise<void> {
  const button = desk.getByRole('button', { name: 'Bekijk wat erin staat' });
  await until('a file to be sent', async () => {
    await button.click({ timeout: SOON }).catch(() => undefined);
    return button.waitFor({ state: 'detached', timeout: SOON }).then(
      () => true,
      () => false,
    );
  });
}

function file(): string {
  const day = dutchDay(10);
  return [
    'Medewerker;Adres;Datum;Begin;Einde',
    `anna;Invoerstraat 1;${day};10:00;10:45`,
    `anna;Invoerstraat 2;${day};11:00;11:45`,
    `Niemand;Invoerstraat 3;${day};12:00;12:45`,
    `anna;Invoerstraat 4;${day};13:00;13:45`,
    '',
  ].join('\r\n');
}

function dutchDay(ahead: number): string {
  const day = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  return day.split('-').reverse().join('-');
}

/** All that is planned in a street, by id. */
async function planned(street: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let page = 1; ; page++) {
    const visits = list(await bram.get(`/visits?mine=false&pageSize=200&page=${page}`), 'items');
    for (const visit of visits) {
      const address = String(field(field(visit, 'place'), 'address'));
      if (address.startsWith(street)) {
        found.push(`${String(field(visit, 'id'))} ${String(field(visit, 'version'))} ${address}`);
      }
    }
    if (visits.length === 0) return found.sort();
  }
}
