import { expect, test } from 'vitest';
import { faultsOfAxe } from '../kit/axe';
import { openDesk, sitDown, toPage } from '../kit/desk';
import type { Town } from '../kit/preparing';

/** How long things are kept, on one page; and what is held about somebody, to see. */
export function privacy(town: () => Town): void {
  test('bewaartermijnen staan op één pagina; wie inkort ziet wat verdwijnt, en inzage is een bestand', async () => {
    const { browser, server } = town();
    const page = await openDesk(browser).then((context) => context.newPage());
    await sitDown(page, server.url, 'beheer');
    await toPage(page, 'Privacy');
    await page.getByRole('heading', { level: 1, name: 'Privacy' }).waitFor();
    const rule = page.locator('.aw-privacy__rule', { hasText: 'Vroege signalen' });
    await rule.getByText('12 maanden', { exact: true }).waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);

    await rule.getByRole('button', { name: /^Wijzigen/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Aantal maanden').fill('24');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await dialog.getByText('Kies een getal van 3 tot 12.').waitFor();
    await dialog.getByLabel('Aantal maanden').fill('6');
    await dialog.getByText('Er verdwijnt nu niets.').waitFor();
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await rule.getByText('6 maanden', { exact: true }).waitFor();
    await rule.getByText(/^Ingesteld door/).waitFor();

    await page.getByLabel('Van wie?').selectOption({ label: 'Anna de Vries' });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Bestand ophalen: Anna de Vries' }).click();
    expect((await download).suggestedFilename()).toMatch(/^inzage-\d{4}-\d{2}-\d{2}\.zip$/);
    await page.context().close();
  });

  test('een medewerker haalt op de telefoon op wat over haar wordt bewaard', async () => {
    const phone = town().phone.page;
    await phone.goto(`${town().server.url}/worker/#/settings`);
    const download = phone.waitForEvent('download');
    await phone.getByRole('link', { name: 'Mijn gegevens ophalen' }).click();
    expect((await download).suggestedFilename()).toMatch(/^inzage-/);
  });
}
