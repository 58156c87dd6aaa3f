import { describe, expect, test } from 'vitest';
import { field } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import { expectShown, notAPicture, picture } from '../kit/files';
import type { Town } from '../kit/preparing';

/** From a few words on a phone to aftercare, a fair measure and its letter. */
export function incidents(town: () => Town): void {
  async function openList(): Promise<void> {
    const { page } = town().desk;
    await page.getByRole('link', { name: 'Bord', exact: true }).click();
    await page.getByRole('link', { name: 'Incidenten', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Incidenten' }).waitFor();
  }

  describe('Na een incident', () => {
    test('V7 een incident van de telefoon krijgt nazorg, een maatregel met einde, en een brief', async () => {
      const phone = town().phone.page;
      await phone.goto(`${town().server.url}/worker/#/incident`);
      await phone.getByLabel('Wat gebeurde er?').fill('Hij duwde mij bij de voordeur.');
      await phone.getByRole('button', { name: 'Incident versturen' }).click();
      const look = phone.getByRole('button', { name: /^Bekijken: Agressie/ }).first();
      await look.click();
      await phone.getByText(/Eerste gesprek: uiterlijk/).waitFor();
      await phone.getByRole('button', { name: 'Foto of document toevoegen' }).click();
      await phone.getByLabel('Foto of document').setInputFiles(notAPicture('IMG_1.jpg'));
      await phone.getByLabel('Wat staat erop?').fill('De voordeur');
      await phone.getByRole('button', { name: 'Versturen', exact: true }).click();
      await phone.getByText(/Dit bestand kan niet/).waitFor();
      expect(await faultsOfAxe(phone)).toEqual([]);
      await phone.getByLabel('Foto of document').setInputFiles(picture('IMG_1.png'));
      await phone.getByRole('button', { name: 'Versturen', exact: true }).click();
      await phone.getByRole('link', { name: 'De voordeur' }).waitFor();

      const { page } = town().desk;
      await openList();
      await page
        .getByRole('link', { name: /^Openen: Agressie/ })
        .first()
        .click();
      await page.getByText('Nog in te vullen:').waitFor();
      await page.getByRole('radio', { name: 'Ernstig', exact: true }).check({ force: true });
      await page.getByLabel('Duwen').check();
      await page.getByText('Opgeslagen', { exact: true }).waitFor();
      expect(await faultsOfAxe(page)).toEqual([]);

      await page.getByRole('button', { name: /^Vastleggen: Eerste gesprek/ }).click();
      let dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'Hulp geweigerd' }).check({ force: true });
      await dialog.getByRole('button', { name: 'Vastleggen' }).click();
      await page.getByText('Hulp opnieuw aanbieden').waitFor();

      await page.getByRole('button', { name: 'Maatregel nemen' }).click();
      dialog = page.getByRole('dialog');
      await dialog
        .getByLabel('Welke maatregel?')
        .selectOption({ label: 'Pand- of toegangsverbod' });
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await dialog.getByText(/Kritiek, een klacht of emotie is geen reden/).waitFor();
      await dialog.getByText(/Kies een einde na het begin/).waitFor();
      await dialog.getByLabel('Duwen').check();
      await dialog.getByLabel('Tot en met').fill(dayAhead(60));
      await dialog.getByLabel('Opnieuw bekijken op').fill(dayAhead(30));
      await dialog.getByLabel('Niet gehoord, omdat').fill('Is nog niet te bereiken.');
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await page.getByText(/^Geldt nu/).waitFor();

      await page.getByRole('button', { name: 'Brief beginnen' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Beginnen' }).click();
      await page.getByText('Concept').waitFor();
      await page.getByRole('button', { name: 'Nalezen en wijzigen' }).click();
      dialog = page.getByRole('dialog');
      expect(await dialog.getByLabel('Tekst').inputValue()).toContain('vervalt dit verbod vanzelf');
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await page.getByRole('button', { name: 'Incident afsluiten' }).click();
      await page.getByText(/De nazorg loopt nog/).waitFor();

      await phone.reload();
      await phone
        .getByRole('button', { name: /^Bekijken: Agressie/ })
        .first()
        .click();
      await phone.getByRole('button', { name: 'Voor mij is de nazorg klaar' }).click();
      await phone.getByText(/De nazorg is afgesloten op/).waitFor();
    });

    test('V7 een foto van de schade hoort bij het incident, en gaat alleen na een vraag weg', async () => {
      const made = await town().carla.send('POST', '/incidents', {
        kind: 'aggression',
        what: 'De deur van de spreekkamer is ingetrapt.',
      });
      const { page } = town().desk;
      await page.goto(`${town().server.url}/control-room/#/incidents/${String(field(made, 'id'))}`);
      await page.getByText(/Vóór het volgende contact: besluiten wie gaat/).waitFor();
      await page.getByText(/Eerste werkoverleg: bespreken/).waitFor();
      await page.getByText('Nog geen bijlagen.').waitFor();
      await page.getByRole('button', { name: 'Bijlage toevoegen' }).click();
      const dialog = page.getByRole('dialog');
      const file = dialog.getByLabel('Foto of document');
      await file.setInputFiles(notAPicture('deur.png'));
      await dialog.getByLabel('Wat staat erop?').fill('De deur met een gat bij het slot');
      await dialog.getByRole('button', { name: 'Bijlage toevoegen' }).click();
      await dialog.getByText(/Dit is geen PNG, JPEG of PDF/).waitFor();
      await file.setInputFiles(picture('deur.png'));
      await dialog.getByRole('button', { name: 'Bijlage toevoegen' }).click();
      await expectShown(page, 'De deur met een gat bij het slot');
      expect(await faultsOfAxe(page)).toEqual([]);

      await page.getByRole('button', { name: 'Weghalen: deur.png' }).click();
      await dialog.getByText('deur.png verdwijnt voorgoed.').waitFor();
      expect(await faultsOfAxe(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Annuleren' }).click();
      await page.getByRole('button', { name: 'Weghalen: deur.png' }).click();
      await dialog.getByRole('button', { name: 'Weghalen', exact: true }).click();
      await page.getByText('Nog geen bijlagen.').waitFor();
    });

    test('V6 wie een vertrek afsluit, legt het meteen vast als incident', async () => {
      const watch = await town().anna.send('POST', '/watches', {
        shape: 'visit',
        place: { address: 'Incidentweg 2, Voorbeeldstad' },
        expectedEndAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      await town().anna.send('POST', `/watches/${String(field(watch, 'id'))}/departures`, {});
      const { page } = town().desk;
      const board = await town().carla.get('/board');
      const alarms = field(board, 'alarms');
      const last: unknown = Array.isArray(alarms) ? alarms.at(-1) : null;
      await page.goto(`${town().server.url}/control-room/#/alarms/${String(field(last, 'id'))}`);
      await page.getByRole('button', { name: 'Ik pak dit op' }).click();
      await page.getByRole('button', { name: 'Alarm sluiten' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('radio', { name: 'Veilig, er was niets nodig' })
        .check({ force: true });
      await dialog.getByLabel(/Dit was een incident/).check();
      await dialog.getByRole('button', { name: 'Verder naar controle' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Alarm sluiten' }).click();
      await page.getByRole('heading', { level: 1, name: /^Agressie/ }).waitFor();
      await page.getByText(/Vertrek,/).waitFor();
    });
  });
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
