import { describe, expect, test } from 'vitest';
import { field, signInTo } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import type { Town } from '../kit/preparing';
import { toPage } from '../kit/desk';

/** The protocol, what the team agreed, and the meeting in which it does. */
export function meetings(town: () => Town): void {
  async function put(version: { nl: string; en: string | null }, note: string): Promise<void> {
    const safety = await signInTo(town().server.url, 'ineke');
    const draft = await safety.get('/protocol/draft');
    const saved = await safety.send('PUT', '/protocol/draft', {
      words: version,
      revision: Number(field(draft, 'revision')),
    });
    await safety.send('POST', '/protocol/versions', {
      revision: Number(field(saved, 'revision')),
      inForceFrom: today(),
      note,
      remindAfterDays: 7,
    });
  }

  async function agreed(words: string): Promise<void> {
    await town().carla.send('POST', '/agreements', {
      words,
      ownerId: String(field(await town().carla.get('/me'), 'id')),
      reviewOn: dayAhead(90),
    });
  }

  test('V4 protocol en werkafspraken staan op de telefoon, ook zonder netwerk, en gelezen is gezien', async () => {
    await put({ nl: FIRST, en: null }, 'Ons eerste eigen protocol.');
    await agreed('Wij gaan nooit alleen naar de Havenkade.');
    const phone = town().phone.page;
    await phone.goto(`${town().server.url}/worker/#/agreements`);
    await phone.getByText('Wij gaan nooit alleen naar de Havenkade.').waitFor();
    await phone.goto(`${town().server.url}/worker/#/protocol`);
    await phone.getByRole('heading', { name: 'Onze norm' }).waitFor();
    await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
    await phone.context().setOffline(true);
    await phone.reload();
    await phone.goto(`${town().server.url}/worker/#/agreements`);
    await phone.getByText('Wij gaan nooit alleen naar de Havenkade.').waitFor();
    await phone.getByRole('link', { name: 'Protocol', exact: true }).click();
    await phone.getByText('Geen verbinding. Dit is wat uw telefoon bewaarde.').waitFor();
    await phone.getByLabel('Zoeken in het protocol').fill('achteruit deur');
    await phone.getByText('1 stuk gevonden').waitFor();
    await phone.getByRole('button', { name: 'Gelezen en begrepen' }).click();
    await phone.getByText(/^Genoteerd/).waitFor();
    expect(await faultsOfAxe(phone)).toEqual([]);
    await phone.context().setOffline(false);
    await phone.evaluate(() => window.dispatchEvent(new Event('online')));
    await phone.getByText('U heeft deze versie gelezen en begrepen.').waitFor();

    const { page } = town().desk;
    await page.getByRole('link', { name: 'Bord', exact: true }).click();
    await toPage(page, 'Protocol en overleg');
    await page.getByRole('link', { name: 'Wie las het?' }).click();
    await page
      .locator('section', { hasText: 'Gelezen en begrepen' })
      .locator('li', { hasText: 'Anna de Vries' })
      .waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);
  });

  describe('Werkoverleg', () => {
    test('V8 een nieuwe versie vergeleken, een agenda die zichzelf vult, en een besluit dat blijft', async () => {
      await put({ nl: `${FIRST}\nBel altijd vooraf.\n`, en: null }, 'Vooraf bellen.');
      const { page } = town().desk;
      await page.getByRole('link', { name: 'Bord', exact: true }).click();
      await toPage(page, 'Protocol en overleg');
      await page.getByRole('link', { name: 'Versies' }).click();
      await page.getByText('3 woorden toegevoegd, 0 woorden weggehaald').waitFor();
      await page.locator('ins', { hasText: 'Bel altijd vooraf.' }).waitFor();

      await town().anna.send('POST', '/signals', { kind: 'weapon', address: 'Bijlweg 3, Dorp' });
      await page.getByRole('link', { name: 'Werkoverleg', exact: true }).click();
      await page.getByRole('button', { name: 'Werkoverleg plannen' }).click();
      const planning = page.getByRole('dialog');
      await planning.getByLabel('Dag').fill(dayAhead(1));
      await planning.getByRole('button', { name: 'Werkoverleg plannen' }).click();
      const signals = page.locator('li', { hasText: 'Open signalen' });
      await signals.getByText('Wapen').first().waitFor();
      await page.getByLabel('Eigen punt op de agenda').fill('Sleutels');
      await page.getByRole('button', { name: 'Toevoegen' }).click();
      const up = page.getByRole('button', { name: 'Omhoog: Sleutels' });
      await up.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '7. Sleutels' }).waitFor();
      await page.getByLabel('Verslag: Sleutels').fill('Er zijn er te weinig.');
      await page.reload();
      await page.getByLabel('Verslag: Sleutels').waitFor();
      expect(await page.getByLabel('Verslag: Sleutels').inputValue()).toBe('Er zijn er te weinig.');
      await page
        .locator('.aw-together__item', { hasText: 'Sleutels' })
        .getByText('Bewaard')
        .waitFor();
      for (const [becomes, words] of [
        ['Taak', 'Sleutels bestellen'],
        ['Werkafspraak', 'Sleutels liggen in de kluis'],
      ] as const) {
        await page.getByRole('button', { name: 'Besluit bij: Sleutels' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('radio', { name: becomes, exact: true }).check();
        await dialog.getByLabel('Wat spreken we af?').fill(words);
        await dialog.getByRole('button', { name: 'Besluit' }).click();
        await dialog.waitFor({ state: 'detached' });
      }
      expect(await faultsOfAxe(page)).toEqual([]);
      await page.getByRole('button', { name: 'Overleg afronden' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Overleg afronden' }).click();
      await page.getByText(/^Vastgesteld door Carla/).waitFor();
      const file = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Verslag (PDF)' }).click();
      expect((await file).suggestedFilename()).toMatch(/^verslag-.*\.pdf$/);
      await page.getByRole('button', { name: 'Verslag mailen' }).click();
      await page.getByText(/kregen? bericht met een link/).waitFor();
      await page.getByRole('link', { name: 'Sleutels bestellen' }).click();
      await page.getByRole('heading', { level: 1, name: 'Afspraak uitvoeren' }).waitFor();
    });

    test('H3 een straat met meer dan één signaal staat op de agenda', async () => {
      for (let time = 0; time < 3; time++) {
        await town().anna.send('POST', '/signals', {
          kind: 'threat',
          address: `Agendastraat ${time + 1}, Voorbeeldstad`,
        });
      }
      const meeting = await town().carla.send('POST', '/meetings', {
        startsAt: new Date(Date.now() + 172_800_000).toISOString(),
      });
      const { page } = town().desk;
      await page.goto(
        `${town().server.url}/control-room/#/meetings/${String(field(meeting, 'id'))}`,
      );
      const street = page.locator('li', { hasText: 'Agendastraat, Voorbeeldstad' }).last();
      await street.waitFor();
      await page.getByText('Agendastraat, Voorbeeldstad (3 signalen)').waitFor();
    });
  });
}

const FIRST = `# Protocol van Voorbeeldstad

## Onze norm

Wij gaan rustig met elkaar om.

## Bij de deur

Ga een stap achteruit als de deur opengaat.
`;

function today(): string {
  return new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Amsterdam' });
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
