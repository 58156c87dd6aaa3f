import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { field, list, signInTo, type Api } from './kit/api';
import { faultsOfAxe } from './kit/axe';
import { openDesk, sitDown } from './kit/desk';
import { startServer, type RunningServer } from './kit/server';
import { openBrowser } from './phone-browser';

/** The import of visits in a real browser, on the real server with its example town. */
let server: RunningServer;
let browser: Browser;
let bram: Api;
let context: BrowserContext;
let desk: Page;

beforeAll(async () => {
  server = await startServer('--example-town', '--achterwacht.example-pace=0.4');
  browser = await openBrowser();
  bram = await signInTo(server.url, 'bram');
  context = await openDesk(browser);
  desk = await context.newPage();
  await sitDown(desk, server.url, 'bram');
  await desk.getByRole('link', { name: 'Importeren' }).click();
  await desk.getByRole('heading', { name: 'Bezoeken importeren' }).waitFor();
}, 180_000);

afterAll(async () => {
  await context?.close();
  await browser?.close();
  await server?.stop();
});

describe('H12 bezoeken uit een bestand', () => {
  test('H12 wat niet klopt staat er met regel en reden, de rest wordt gepland, één keer', async () => {
    await offer();
    await desk.getByText('3 bezoeken worden gepland').waitFor();
    await desk.getByText('1 regel klopt niet').waitFor();
    const bad = desk.locator('.aw-imports__rows tbody tr');
    expect(await bad.allInnerTexts()).toHaveLength(1);
    expect(await bad.innerText()).toContain('4');
    expect(await bad.innerText()).toContain('Wij kennen geen medewerker “Niemand”.');
    expect(await faultsOfAxe(desk)).toEqual([]);

    await desk.getByRole('button', { name: 'Plan deze 3 bezoeken' }).click();
    await desk.getByText('3 bezoeken zijn gepland.').waitFor();
    expect(await planned()).toHaveLength(3);

    await desk.getByRole('button', { name: 'Nog een bestand' }).click();
    await offer();
    await desk.getByText('Er is niets nieuws om te plannen.').waitFor();
    await desk.getByText('3 regels waren al ingelezen').waitFor();
    expect(await planned()).toHaveLength(3);
  });
});

async function offer(): Promise<void> {
  await desk.getByLabel('Bestand').setInputFiles({
    name: 'bezoeken.csv',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from(file()),
  });
  await desk.getByRole('button', { name: 'Bekijk wat erin staat' }).click();
}

function file(): string {
  const day = inTenDays();
  return [
    'Medewerker;Adres;Datum;Begin;Einde',
    `anna;Invoerstraat 1;${day};10:00;10:45`,
    `anna;Invoerstraat 2;${day};11:00;11:45`,
    `Niemand;Invoerstraat 3;${day};12:00;12:45`,
    `anna;Invoerstraat 4;${day};13:00;13:45`,
    '',
  ].join('\r\n');
}

function inTenDays(): string {
  const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  return day.split('-').reverse().join('-');
}

async function planned(): Promise<readonly unknown[]> {
  const visits = list(await bram.get('/visits?mine=false&pageSize=200'), 'items');
  return visits.filter((visit) =>
    String(field(field(visit, 'place'), 'address')).startsWith('Invoerstraat'),
  );
}
