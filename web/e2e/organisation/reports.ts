import { expect, test } from 'vitest';
import { field, list } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import type { Town } from '../kit/preparing';
import { until } from '../kit/server';
import { toPage } from '../kit/desk';

/** What the supervisor begins the day with, and what the figures say. */
export function reports(town: () => Town): void {
  test('V7 Vandaag: alles wat wacht heeft iemand en een moment', async () => {
    const { page } = town().desk;
    const me = await town().carla.get('/me');
    await town().carla.send('POST', '/tasks', {
      what: 'Verlichting bij de fietsenstalling laten maken',
      ownerId: String(field(me, 'id')),
      dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    });
    await town().anna.send('POST', '/signals', { kind: 'weapon' });
    await page.goto(`${town().server.url}/control-room/`);
    await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor();
    await page.getByRole('heading', { name: /^Open alarmen/ }).waitFor();
    await page.getByText('Verlichting bij de fietsenstalling').waitFor();
    const lines = page.locator('.aw-tasks__task');
    const texts = await lines.allInnerTexts();
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(text).toMatch(/Wie: \S/);
      expect(text).toMatch(/(Uiterlijk|Begint): \S/);
    }
    expect(await faultsOfAxe(page)).toEqual([]);
    await page
      .getByRole('link', { name: /^Openen: Signaal beantwoorden/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Signaal beantwoorden' }).waitFor();
  });

  test('V7 een rapport klopt met wat er is gemeld: grafiek, tabel en bestand', async () => {
    const { page } = town().desk;
    for (let time = 0; time < 2; time++) {
      await town().anna.send('POST', '/signals', { kind: 'substances' });
    }
    const month = new Date()
      .toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
      .slice(0, 7);
    const said = await town().carla.get('/signals?scope=all');
    const made = list(said, 'items').filter(
      (signal) =>
        field(signal, 'kind') === 'substances' &&
        new Date(String(field(signal, 'madeAt')))
          .toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
          .startsWith(month),
    ).length;
    await toPage(page, 'Rapporten');
    await page.getByRole('heading', { level: 1, name: 'Rapporten' }).waitFor();
    await page.getByRole('link', { name: 'Signalen en incidenten' }).click();
    await page.getByLabel('Van', { exact: true }).selectOption(month);
    const part = page.locator('section', {
      has: page.getByRole('heading', { name: 'Signalen per soort' }),
    });
    const row = part.getByRole('row', { name: /^Drank of drugs/ });
    await row.getByRole('cell', { name: String(made), exact: true }).waitFor();
    await part.locator('svg').waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'XLSX', exact: true }).click();
    expect((await download).suggestedFilename()).toBe(`signals-${month}-${month}.xlsx`);
  });

  test('A5 het rapport van werkplekken telt risico, besluit en maatregel, en is te bewaren', async () => {
    const { page } = town().desk;
    const counted = async (section: string, row: number): Promise<number> => {
      const report = await town().carla.get('/reports/workplaces?language=nl');
      const part = list(report, 'sections').find((one) => field(one, 'id') === section);
      return Number(list(list(part, 'rows')[row], 'values')[0] ?? 0);
    };
    const [stopBefore, undecidedBefore, openBefore] = [
      await counted('workplaces.class', 4),
      await counted('workplaces.decision', 3),
      await counted('workplaces.waiting', 0),
    ];
    const ownerId = field(await town().carla.get('/me'), 'id');
    const made = await town().carla.send('POST', '/workplaces', {
      name: 'Pompkelder aan de rivier',
      kind: 'remote',
      ownerId,
    });
    const path = `/workplaces/${String(field(made, 'id'))}`;
    await town().carla.send('POST', `${path}/risks`, {
      hazard: 'fall',
      scenario: 'Val van de trap, en niemand die het hoort.',
      before: { effect: 40, exposure: 6, probability: 6 },
    });
    await town().carla.send('POST', `${path}/measures`, {
      kind: 'own',
      level: 'source',
      what: 'Bediening boven de grond',
      ownerId,
      dueOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    });
    await page.getByRole('link', { name: 'Rapporten', exact: true }).click();
    await page.getByRole('link', { name: 'Werkplekken en oefeningen' }).click();
    const figure = async (title: string, row: RegExp, n: number): Promise<void> => {
      const part = page.locator('section', { has: page.getByRole('heading', { name: title }) });
      const cell = part.getByRole('row', { name: row }).getByRole('cell').first();
      await until(`${title}: ${String(n)}`, async () => (await cell.innerText()) === String(n));
    };
    await figure('Risicoklassen', /^Werk stoppen/, stopBefore + 1);
    await figure('Mag iemand daar alleen werken?', /^Nog geen besluit/, undecidedBefore + 1);
    await figure('Wat er nog moet gebeuren', /^Maatregelen/, openBefore + 1);
    await page.locator('.aw-report__chart svg').first().waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV', exact: true }).click();
    expect((await download).suggestedFilename()).toMatch(/^workplaces-.*\.csv$/);
  });

  test('V7 het jaarverslag wordt gemaakt, met voortgang, en is een PDF', async () => {
    const { page } = town().desk;
    await toPage(page, 'Rapporten');
    await page.getByRole('link', { name: 'Jaarverslag' }).click();
    await page.getByRole('button', { name: 'Jaarverslag maken' }).click();
    const line = page.locator('.aw-report__one').first();
    await line.getByText(/Wacht op zijn beurt|Wordt gemaakt|Klaar/).waitFor();
    await until('the yearly report', async () => (await line.getByText('Klaar').count()) > 0);
    expect(await faultsOfAxe(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await line.getByRole('link', { name: /^PDF openen/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^jaarverslag-\d{4}\.pdf$/);
    await line.getByRole('button', { name: 'Weggooien' }).click();
    await page.getByText('Er staat nog geen jaarverslag.').waitFor();
  });
}
