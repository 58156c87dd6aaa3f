import { describe, expect, test } from 'vitest';
import { field, type Api } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import { toPage } from '../kit/desk';
import { expectShown, notAPicture, picture } from '../kit/files';
import type { Town } from '../kit/preparing';

/** A lone workplace, from the overview to the decision and what comes of it. */
export function workplaces(town: () => Town): void {
  async function add(name: string, more: Record<string, unknown> = {}): Promise<string> {
    const me = await town().carla.get('/me');
    const made = await town().carla.send('POST', '/workplaces', {
      name,
      kind: 'room',
      ownerId: field(me, 'id'),
      responseMinutes: 12,
      normMinutes: 5,
      ...more,
    });
    return String(field(made, 'id'));
  }

  async function open(name: string): Promise<void> {
    const { page } = town().desk;
    await page.getByRole('link', { name: 'Bord', exact: true }).click();
    await toPage(page, 'Werkplekken');
    await page.getByRole('link', { name: `Openen: ${name}`, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }

  test('A1 het overzicht: toevoegen met fouten bij het veld, zoeken, en wat te langzaam is', async () => {
    const { page } = town().desk;
    await add('Archief in de kelder');
    await page.getByRole('link', { name: 'Bord', exact: true }).click();
    await toPage(page, 'Werkplekken');
    await page.getByRole('button', { name: 'Werkplek toevoegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Werkplek toevoegen' }).click();
    await dialog.getByText('Geef de werkplek een naam.').waitFor();
    await dialog.getByLabel('Naam').fill('Balie na sluitingstijd');
    await dialog.getByLabel('Wie werkt hier alleen?').fill('Receptionist');
    await dialog.getByLabel('Wanneer?').fill('Elke avond');
    await dialog.getByLabel('Agressie').check();
    expect(await faultsOfAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Werkplek toevoegen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Balie na sluitingstijd' }).waitFor();
    await page.getByText('Receptionist').waitFor();
    await page.getByText('Opnieuw bekijken op').waitFor();
    await page.getByRole('link', { name: 'Alle werkplekken' }).click();
    await page.getByLabel('Alleen', { exact: true }).selectOption('gap');
    await page.getByLabel('Zoeken').fill('archief');
    await page.getByText('Hulp komt later dan de norm.').waitFor();
    expect(await page.getByRole('link', { name: /^Openen: Balie/ }).count()).toBe(0);
    expect(await faultsOfAxe(page)).toEqual([]);
  });

  test('A2 de inventarisatie: een scenario gescoord voor en na, met geschiedenis en op papier', async () => {
    const { page } = town().desk;
    await add('Gemaal bij de dijk');
    await open('Gemaal bij de dijk');
    await page.getByRole('button', { name: 'Scenario toevoegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Wat kan er gebeuren?').fill('Val van de trap');
    await dialog.getByLabel('Effect: hoe erg is het?').selectOption('15');
    await dialog.getByLabel(/^Blootstelling/).selectOption('6');
    await dialog.getByLabel(/^Waarschijnlijkheid/).selectOption('3');
    await dialog.getByText('15 × 6 × 3 = 270: meteen maatregelen').waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('nog niet gescoord').waitFor();
    await page.getByRole('button', { name: 'Opnieuw scoren: Val van de trap' }).click();
    await dialog.getByText('Ook scoren hoe het is met maatregelen').click();
    const after = dialog.getByRole('group', { name: 'Met maatregelen' });
    await after.getByLabel(/^Waarschijnlijkheid/).selectOption('0.5');
    await dialog.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('15 × 6 × 0,5 = 45: aandacht').waitFor();
    await page.getByText(/\(15 × 6 × 3 = 270\) → wordt: .*= 45\)/).waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);
    const paper = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Alle werkplekken' }).click();
    await page.getByRole('link', { name: 'Inventarisatie (PDF)' }).click();
    expect((await paper).suggestedFilename()).toMatch(/^werkplekken-.*\.pdf$/);
  });

  test('A5 het besluit: zonder maatregel kan het niet, en de maatregel is een taak die iemand afrondt', async () => {
    const { page } = town().desk;
    await add('Sluis zonder collega');
    await open('Sluis zonder collega');
    const dialog = page.getByRole('dialog');
    await decide();
    await dialog.getByText(/Voeg eerst een maatregel toe/).waitFor();
    await dialog.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByRole('button', { name: 'Maatregel toevoegen' }).click();
    await dialog.getByLabel('Wie doet het?').selectOption({ label: 'Anna de Vries' });
    await dialog.getByRole('button', { name: 'Maatregel toevoegen' }).click();
    await dialog.getByText('Kies een dag vanaf morgen.').waitFor();
    await dialog.getByLabel('Uiterlijk').fill(dayAhead(30));
    await dialog.getByRole('button', { name: 'Maatregel toevoegen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await decide();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Besloten door Carla/).waitFor();

    expect(await tasksOf(town().anna)).toContain('Samen met een collega werken');
    await page.getByRole('link', { name: /^Naar de taak: Samen/ }).click();
    await page.getByRole('link', { name: 'Naar de werkplek: Sluis zonder collega' }).waitFor();
    await page.getByLabel('Antwoord').fill('Er staat nu altijd iemand bij.');
    const finish = page.getByRole('button', { name: 'Afronden' });
    await finish.click();
    await finish.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^Naar de werkplek/ }).click();
    await page.getByText(/Er staat nu altijd iemand bij/).waitFor();

    async function decide(): Promise<void> {
      await page.getByRole('button', { name: 'Besluiten' }).click();
      await dialog.getByLabel('Waarom?').fill('De sluis moet open voor schepen.');
      await dialog.getByRole('button', { name: 'Besluiten' }).click();
    }
  });

  describe('Bijlagen', () => {
    test('A2 een verkeerd bestand wordt geweigerd bij het veld, een foto is te zien', async () => {
      const { page } = town().desk;
      await add('Kluis achter het loket');
      await open('Kluis achter het loket');
      await page.getByRole('button', { name: 'Bijlage toevoegen' }).click();
      const dialog = page.getByRole('dialog');
      const file = dialog.getByLabel('Foto of document');
      await file.setInputFiles(notAPicture('plattegrond.png'));
      await dialog.getByLabel('Wat staat erop?').fill('De kluis met de noodknop links');
      await dialog.getByRole('button', { name: 'Bijlage toevoegen' }).click();
      await dialog.getByText(/Dit is geen PNG, JPEG of PDF/).waitFor();
      await file.setInputFiles(picture('kluis.png'));
      await dialog.getByRole('button', { name: 'Bijlage toevoegen' }).click();
      await expectShown(page, 'De kluis met de noodknop links');
      expect(await faultsOfAxe(page)).toEqual([]);
    });
  });
}

async function tasksOf(who: Api): Promise<string> {
  return JSON.stringify(await who.get('/tasks?pageSize=200'));
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
