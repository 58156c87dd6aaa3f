import { describe, expect, test } from 'vitest';
import { field } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import type { Town } from '../kit/preparing';
import { until } from '../kit/server';

/** What somebody notices reaches the supervisor, and the answer comes back; nothing lies about. */
export function signals(town: () => Town): void {
  async function openTasks(): Promise<void> {
    const { page } = town().desk;
    await page.getByRole('link', { name: 'Bord', exact: true }).click();
    await page.getByRole('link', { name: 'Taken', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Taken' }).waitFor();
    await page.getByRole('radio', { name: 'Iedereen' }).check({ force: true });
  }

  async function answer(words: string): Promise<void> {
    const { page } = town().desk;
    await page.getByLabel('Antwoord').fill(words);
    await page.getByRole('button', { name: 'Afronden' }).click();
    await page.getByText(/^Afgerond door Carla/).waitFor();
  }

  describe('Vroege signalen', () => {
    test('V1 in drie tikken gemeld, ook zonder netwerk, en het antwoord komt terug', async () => {
      const phone = town().phone.page;
      await phone.goto(`${town().server.url}/worker/#/home`);
      await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
      await phone.context().setOffline(true);
      await phone.getByRole('button', { name: 'Signaal melden' }).click();
      await phone.getByRole('radio', { name: 'Dreiging' }).check();
      await phone.getByRole('button', { name: 'Signaal versturen' }).click();
      await phone.getByText(/^Genoteerd/).waitFor();
      expect(await faultsOfAxe(phone)).toEqual([]);
      await phone.context().setOffline(false);
      await phone.evaluate(() => window.dispatchEvent(new Event('online')));
      await phone.getByText(/geeft antwoord, uiterlijk/).waitFor();

      const { page } = town().desk;
      await openTasks();
      await page
        .getByRole('link', { name: /^Openen: Signaal beantwoorden/ })
        .first()
        .click();
      await page.getByText('Anna de Vries').first().waitFor();
      await page.getByText('Dreiging').waitFor();
      expect(await faultsOfAxe(page)).toEqual([]);
      await answer('Besproken met de wijkagent. Volgende keer ga je samen.');

      await phone.reload();
      await phone.getByText(/antwoordde: Besproken met de wijkagent/).waitFor();
    });

    test('V1 zonder naam gemeld: de leidinggevende ziet niet wie, de melder ziet het antwoord', async () => {
      await town().noor.send('POST', '/signals', {
        kind: 'other',
        text: 'Zonder naam.',
        anonymous: true,
      });
      const { page } = town().desk;
      await openTasks();
      await page
        .getByRole('link', { name: /^Openen: Signaal beantwoorden/ })
        .first()
        .click();
      await page.getByText('Zonder naam gemeld').waitFor();
      expect(await page.getByText('Noor Bos').count()).toBe(0);
      await answer('Dank je wel, ik kijk ernaar.');
    });

    test('V2 drie signalen bij één adres vragen vanzelf om een beslissing', async () => {
      for (let time = 0; time < 3; time++) {
        await town().anna.send('POST', '/signals', {
          kind: 'dog',
          address: 'Herhaalweg 9, Voorbeeldstad',
        });
      }
      const { page } = town().desk;
      await openTasks();
      await page.getByRole('link', { name: /^Openen: Aandachtspunt: beslissen/ }).click();
      await page.getByText(/drie of meer signalen/).waitFor();
      await page.getByRole('link', { name: 'Naar het adres' }).click();
      await page.getByRole('heading', { level: 1, name: /Herhaalweg 9/ }).waitFor();
    });
  });

  describe('Vertrekken', () => {
    test('V6 elk vertrek wordt een zaak die de leidinggevende beantwoordt', async () => {
      const watch = await town().anna.send('POST', '/watches', {
        shape: 'visit',
        place: { address: 'Vertrekweg 1, Voorbeeldstad' },
        expectedEndAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      await town().anna.send('POST', `/watches/${String(field(watch, 'id'))}/departures`, {});
      const { page } = town().desk;
      const link = page.getByRole('link', { name: /^Openen: Vertrek beantwoorden/ });
      await until('the case of the departure', async () => {
        await openTasks();
        return (await link.count()) > 0;
      });
      await link.first().click();
      await page.getByRole('link', { name: 'Naar het alarm' }).waitFor();
      await answer('Anna en ik spraken af dat zij hier niet meer alleen komt.');
    });
  });

  describe('Niets blijft liggen', () => {
    test('V7 wat te laat is staat bovenaan, ging omhoog, en krijgt met reden een nieuwe datum', async () => {
      const me = await town().carla.get('/me');
      await town().carla.send('POST', '/tasks', {
        what: 'Slot van de achterdeur laten maken',
        ownerId: String(field(me, 'id')),
        dueAt: new Date(Date.now() + 3000).toISOString(),
      });
      const { page } = town().desk;
      const late = page.locator('.aw-tasks__group--late li', { hasText: 'Slot van de achterdeur' });
      await until('the task to be late', async () => {
        await openTasks();
        return (await late.getByText('1 keer omhoog gegaan').count()) > 0;
      });
      expect(await faultsOfAxe(page)).toEqual([]);
      await late.getByRole('link', { name: /^Openen/ }).click();
      await page.getByRole('button', { name: 'Andere datum' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Andere datum' }).click();
      await dialog.getByText('Schrijf op waarom.').waitFor();
      await dialog.getByLabel('Nieuwe datum').fill(dayAhead(7));
      await dialog.getByLabel('Reden').fill('De slotenmaker komt volgende week.');
      await dialog.getByRole('button', { name: 'Andere datum' }).click();
      await dialog.waitFor({ state: 'detached' });
      await openTasks();
      await page
        .locator('.aw-tasks__group:not(.aw-tasks__group--late) li', { hasText: 'Slot van de' })
        .waitFor();
    });
  });
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
