import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { faultsOfAxe } from '../kit/axe';
import { openDesk, sitDown, toPage } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import type { RunningServer } from '../kit/server';

const ADDRESS = 'Proefstraat 7, 1011AB Voorbeeldstad';
const PICTURES = process.env['SCREENSHOTS'];

let server: RunningServer;
let browser: Browser;

/** Addresses and cautions at the desk, in a real browser. */
export function places(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
  }, 300_000);

  test('H2d: een hond wordt een aandachtspunt, van twee personen, met brief en einde', async () => {
    const carla = await seat('carla');
    await toPage(carla, 'Adressen');
    await carla.getByLabel('Zoek een adres').fill(ADDRESS);
    await carla.getByText('Geen bekend adres met deze woorden.').waitFor();
    expect(await faultsOfAxe(carla)).toEqual([]);
    await picture(carla, 'search');
    await carla.getByRole('button', { name: `Voeg “${ADDRESS}” toe` }).click();
    await carla.getByRole('heading', { level: 1, name: ADDRESS }).waitFor();

    await carla.getByRole('button', { name: 'Aandachtspunt voorstellen' }).click();
    await carla.getByLabel('Soort').selectOption('dog');
    await carla.getByLabel('Wat is er gedaan of gezien?').fill('Lastige man liet de hond los.');
    await carla.getByLabel('Wanneer?').fill(yesterday());
    await carla.getByLabel('Van wie weten we dat?').selectOption('colleague');
    await carla.getByLabel('Waar is dat terug te vinden?').fill('Verslag van het bezoek.');
    await picture(carla, 'propose');
    await carla.getByRole('button', { name: 'Voorstellen', exact: true }).click();
    await carla.getByText('Deze woorden oordelen: lastige.').waitFor();
    await carla.getByText('U stelde dit zelf voor.').waitFor();
    await carla.getByRole('button', { name: 'Brief noteren' }).click();
    await carla.getByLabel('Dag van de brief').fill(yesterday());
    await carla.getByRole('dialog').getByRole('button', { name: 'Brief noteren' }).click();
    await carla.getByText(/Brief gestuurd op/).waitFor();
    expect(await carla.getByRole('button', { name: 'Bevestigen' }).count()).toBe(0);
    expect(await faultsOfAxe(carla)).toEqual([]);
    await picture(carla, 'proposed');

    const ineke = await seat('ineke');
    await toPage(ineke, 'Adressen');
    await ineke.getByRole('link', { name: 'Naar het adres' }).click();
    await ineke.getByRole('button', { name: 'Bevestigen' }).click();
    await ineke.getByRole('dialog').getByRole('button', { name: 'Bevestigen' }).click();
    await ineke.getByText('Geldt · Hond').waitFor();
    await ineke.getByText(/Bevestigd door Ineke Wiersma/).waitFor();
    await picture(ineke, 'in-force');

    await ineke.getByRole('button', { name: 'Beëindigen' }).click();
    await ineke.getByLabel('Waarom?').fill('De hond is er niet meer.');
    await ineke.getByRole('dialog').getByRole('button', { name: 'Beëindigen' }).click();
    await ineke.getByText('Er geldt hier geen aandachtspunt.').waitFor();
  });

  test('een adres houdt vast hoe je erin en eruit komt', async () => {
    const bram = await seat('bram');
    await toPage(bram, 'Adressen');
    await bram.getByLabel('Zoek een adres').fill('Proefstraat 9, Voorbeeldstad');
    await bram.getByRole('button', { name: /Voeg .*Proefstraat 9/ }).click();
    await bram.getByLabel('Tweede uitgang').fill('Brandtrap achter.');
    await bram.getByRole('button', { name: 'Opslaan' }).click();
    await bram.getByText('Opgeslagen.').waitFor({ state: 'attached' });
    await bram.getByRole('link', { name: 'Alle adressen' }).click();
    await bram.getByLabel('Zoek een adres').fill('proefstraat 9');
    await bram.getByRole('link', { name: 'Proefstraat 9, Voorbeeldstad' }).click();
    await expect
      .poll(() => bram.getByLabel('Tweede uitgang').inputValue())
      .toBe('Brandtrap achter.');
    expect(await bram.getByRole('button', { name: 'Aandachtspunt voorstellen' }).count()).toBe(0);
  });
}

async function seat(userName: string): Promise<Page> {
  const page = await (await openDesk(browser)).newPage();
  await sitDown(page, server.url, userName);
  return page;
}

function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
}

/** For who wants to look: the page at a desk and on a phone, in both languages. */
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  for (const language of ['nl', 'en']) {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({
        path: join(PICTURES, `${name}-${language}-${width}.png`),
        fullPage: true,
      });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await otherLanguage(page);
  }
}

async function otherLanguage(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('.aw-desk__controls [lang]')?.click();
  });
}
