import { describe, expect, test } from 'vitest';
import { field, list } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import type { Town } from '../kit/preparing';
import { until } from '../kit/server';

/** What somebody who works alone calls for help with, whether that works, and how soon help comes. */
export function drills(town: () => Town): void {
  async function workplace(name: string, more: Record<string, unknown> = {}): Promise<string> {
    const carla = await town().carla.get('/me');
    const made = await town().carla.send('POST', '/workplaces', {
      name,
      kind: 'room',
      ownerId: field(carla, 'id'),
      address: 'Kade 5, Voorbeeldstad',
      spot: 'Eerste verdieping',
      responseMinutes: 5,
      safeRoom: 'De archiefkamer: deur op slot, telefoon aan de muur.',
      wayOut: 'Achterdeur naar de kade.',
      firstAid: 'AED naast de lift.',
      howHelpGetsIn: 'Zij-ingang, de portier doet open.',
      keyHolder: 'Beheer gebouwen, 010 123 45 67',
      ...more,
    });
    return String(field(made, 'id'));
  }

  async function openAtDesk(hash: string, title: string): Promise<void> {
    const { page } = town().desk;
    await page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async function scan(id: string): Promise<void> {
    const phone = town().phone.page;
    await phone.goto(`${town().server.url}/worker/#/workplace?${id}`);
    await phone.reload();
  }

  /** Whatever was left on the phone by another journey. */
  async function endWatch(): Promise<void> {
    const { watch } = { watch: field(await town().anna.get('/me/watch'), 'watch') };
    const id = field(watch, 'id');
    if (typeof id === 'string') {
      await town().anna.send('POST', `/watches/${id}/endings`, { how: 'finished', where: 'home' });
    }
  }

  /** No drill begins while a real alarm is open, such as one that another journey left behind. */
  async function closeAlarms(): Promise<void> {
    for (const alarm of list(await town().carla.get('/board'), 'alarms')) {
      const path = `/alarms/${String(field(alarm, 'id'))}`;
      await town().carla.send('POST', `${path}/acknowledgements`, {});
      await town().carla.send('POST', `${path}/closures`, {
        outcome: field(alarm, 'drill') === true ? 'drill' : 'safe',
        text: 'Alles is goed.',
        watchGoesOn: false,
      });
    }
  }

  describe('Oefenen op de werkplek', () => {
    test('A3 A4 vanaf de plek zelf: alarm als oefening, hulp is er, en het bord toont de gemeten tijd', async () => {
      await closeAlarms();
      const id = await workplace('Balie Kade');
      await scan(id);
      const phone = town().phone.page;
      await phone.getByRole('heading', { level: 1, name: 'Balie Kade' }).waitFor();
      expect(await faultsOfAxe(phone)).toEqual([]);
      await phone.getByRole('button', { name: 'Oefening starten' }).click();
      await phone.getByRole('button', { name: 'Ja, start de oefening' }).click();
      await phone.getByText(/^Bezig sinds/).waitFor();

      const { page } = town().desk;
      await openAtDesk('#/drills', 'Oefeningen');
      await page.getByText('OEFENING BEZIG').first().waitFor();
      await page.getByRole('link', { name: 'Naar het alarm' }).click();
      await page.getByText('OEFENING – dit is niet echt', { exact: true }).first().waitFor();
      await page.getByText('Zij-ingang, de portier doet open.').waitFor();
      await page.getByText('Beheer gebouwen, 010 123 45 67').waitFor();

      await phone.getByRole('button', { name: 'Er is iemand bij mij' }).click();
      await phone.getByText(/^Hulp was er na/).waitFor();
      expect(await faultsOfAxe(phone)).toEqual([]);
      await phone.getByRole('button', { name: 'Ja, het werkt' }).click();
      await phone.getByText('De oefening is klaar. Dank u wel.').waitFor();

      await openAtDesk('#/drills', 'Oefeningen');
      await page.getByRole('button', { name: 'Nu oefenen: Balie Kade' }).waitFor();
      const place = page.locator('li', {
        has: page.getByRole('button', { name: 'Nu oefenen: Balie Kade' }),
      });
      await place.getByText('1 keer, waarvan 1 oefening').waitFor();
      await place.getByText(/oefenen voor/).waitFor();
      await page.locator('li', { hasText: 'Alarm werkt' }).first().waitFor();
      expect(await faultsOfAxe(page)).toEqual([]);
      const known = await town().carla.get(`/workplaces/${id}`);
      expect(field(known, 'alarmResult')).toBe('works');
    });

    test('A4 een oefening wordt gepland, gestart aan het bureau, en stopt vanzelf voor een echt alarm', async () => {
      await closeAlarms();
      await workplace('Werkplaats Zuid');
      const { page } = town().desk;
      await openAtDesk('#/', 'Bord');
      await openAtDesk('#/drills', 'Oefeningen');
      await page.getByRole('button', { name: 'Oefening plannen: Werkplaats Zuid' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await dialog.getByText('Kies een moment dat nog komt.').waitFor();
      await dialog.getByLabel('Dag').fill(dayAhead(3));
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Oefening starten: Werkplaats Zuid' }).click();
      await dialog.getByRole('button', { name: 'Oefening starten' }).click();
      await page.getByText('OEFENING – dit is niet echt', { exact: true }).first().waitFor();

      const watch = await town().noor.send('POST', '/watches', {
        shape: 'visit',
        place: { address: 'Echtweg 1, Voorbeeldstad' },
        expectedEndAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      await town().noor.send('POST', `/watches/${String(field(watch, 'id'))}/panics`, {});
      const stopped = await until('the drill to give way', async () => {
        const all = list(await town().carla.get('/drills'), 'items');
        return all.find(
          (one) =>
            field(one, 'workplaceName') === 'Werkplaats Zuid' &&
            field(one, 'state') === 'overtaken',
        );
      });
      expect(field(stopped, 'tookSeconds')).toBeNull();
      const board = list(await town().carla.get('/board'), 'alarms');
      expect(board.map((alarm) => field(alarm, 'drill'))).toEqual([false]);
      await closeAlarms();
    });
  });

  describe('De code aan de muur', () => {
    test('A7 de kaart van de plek staat op de telefoon, ook zonder netwerk, en op papier', async () => {
      const id = await workplace('Kantine Noord');
      await scan(id);
      const phone = town().phone.page;
      await phone.getByText('De archiefkamer: deur op slot, telefoon aan de muur.').waitFor();
      await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
      await phone.context().setOffline(true);
      await phone.reload();
      await phone.getByText('Achterdeur naar de kade.').waitFor();
      await phone.getByText(/^Geen verbinding\. Dit is wat/).waitFor();
      await phone.context().setOffline(false);

      const { page } = town().desk;
      await openAtDesk('#/', 'Bord');
      await openAtDesk('#/drills', 'Oefeningen');
      // A busy server may say "not now", which the browser keeps as a file of another name.
      await until('the sheet', async () => {
        const download = page.waitForEvent('download');
        await page.getByRole('link', { name: 'Blad met QR-code: Kantine Noord' }).click();
        return (await download).suggestedFilename() === 'Kantine Noord.pdf';
      });
    });

    test('A6 waar niemand alleen werkt, vraagt de start wie erbij is', async () => {
      const id = await workplace('Gemaal West');
      await town().carla.send('POST', `/workplaces/${id}/decisions`, {
        outcome: 'never',
        reason: 'Te gevaarlijk om alleen te doen.',
      });
      await endWatch();
      await scan(id);
      const phone = town().phone.page;
      await phone.getByRole('button', { name: 'Start mijn dienst hier' }).click();
      await phone.getByText(/^Schrijf op wie er bij u is/).waitFor();
      await phone.getByLabel('Wie is er bij u?').fill('Noor Bos');
      await phone.getByRole('button', { name: 'Start mijn dienst hier' }).click();
      await until('the watch to be on the board', async () => {
        const watches = list(await town().carla.get('/board'), 'watches');
        return watches.find((watch) => field(watch, 'companion') === 'Noor Bos');
      });
      await endWatch();
    });
  });

  describe('Alarmapparaten', () => {
    test('A8 wie een knop heeft test hem met één tik, en wat niet werkt weet de leidinggevende', async () => {
      const { page } = town().desk;
      await openAtDesk('#/devices', 'Alarmapparaten');
      await page.getByRole('button', { name: 'Apparaat toevoegen' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Merk', { exact: true }).fill('Noodknop BV');
      await dialog.getByLabel('Nummer', { exact: true }).fill('NK-0042');
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await faultsOfAxe(page)).toEqual([]);
      const table = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Tabel opslaan (CSV)' }).click();
      expect((await table).suggestedFilename()).toBe('alarmapparaten.csv');
      await page.getByRole('link', { name: 'Openen: Alarmknop Noodknop BV NK-0042' }).click();
      await page.getByRole('button', { name: 'Uitgeven of terugnemen' }).click();
      await dialog.getByLabel('Collega', { exact: true }).selectOption({ label: 'Anna de Vries' });
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await page
        .getByText(/^Anna de Vries, sinds/)
        .first()
        .waitFor();

      const phone = town().phone.page;
      await phone.goto(`${town().server.url}/worker/#/means`);
      await phone.getByLabel('Batterij van Alarmknop Noodknop BV NK-0042 (%)').fill('15');
      await phone.getByRole('button', { name: 'Noteren' }).click();
      await phone.getByText('Batterij: 15%', { exact: false }).waitFor();
      await phone
        .getByRole('button', { name: 'Werkt niet: Alarmknop Noodknop BV NK-0042' })
        .click();
      await phone.getByText(/Uw leidinggevende weet dat/).waitFor();
      expect(await faultsOfAxe(phone)).toEqual([]);

      await openAtDesk('#/tasks', 'Taken');
      await page
        .getByRole('link', { name: /^Openen: Alarmapparaat laten maken of vervangen/ })
        .click();
      await page.getByRole('link', { name: 'Naar het apparaat' }).click();
      await page
        .getByText(/^Werkt niet, Anna de Vries/)
        .first()
        .waitFor();
      await phone
        .getByRole('button', { name: 'Getest, werkt: Alarmknop Noodknop BV NK-0042' })
        .click();
      await phone.getByText(/Laatste test: werkt/).waitFor();
    });
  });

  describe('Vervoer', () => {
    test('A9 na een dienst staat er wie u naar huis brengt, en die reis wordt met één tik bewaakt', async () => {
      const id = await workplace('Sluis Oost');
      const { page } = town().desk;
      await openAtDesk('#/transport', 'Vervoer');
      await page.getByRole('button', { name: 'Afspraak toevoegen' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'Wie op een werkplek werkt' }).check({ force: true });
      await dialog.getByLabel('Werkplek', { exact: true }).selectOption({ label: 'Sluis Oost' });
      await dialog.getByLabel('Wie brengt of haalt?').fill('Taxi Jansen');
      await dialog.getByLabel('Telefoon', { exact: true }).fill('010 765 43 21');
      await dialog.getByLabel('Naar huis om').fill('23:30');
      await dialog.getByRole('button', { name: 'Opslaan' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Taxi Jansen').first().waitFor();
      expect(await faultsOfAxe(page)).toEqual([]);

      await endWatch();
      await scan(id);
      const phone = town().phone.page;
      await phone.getByRole('button', { name: 'Start mijn dienst hier' }).click();
      await phone.getByText('Naar huis om 23:30').waitFor();
      await phone.getByRole('link', { name: /010 7654321/ }).waitFor();
      await endWatch();
      await phone.reload();
      await phone.getByRole('button', { name: 'Start de reis naar huis' }).click();
      await phone.getByText(/^Thuis of op kantoor vóór/).waitFor();
      const watch = field(await town().anna.get('/me/watch'), 'watch');
      expect(field(watch, 'shape')).toBe('journey');
      await endWatch();
    });
  });
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
