import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { field, list, signInTo, type Api } from '../kit/api';
import type { OneTown } from '../kit/one-town';
import type { RunningServer } from '../kit/server';
import { openPhone, signIn } from '../phone-browser';

const HOUR = 3_600_000;

let server: RunningServer;
let browser: Browser;
let anna: Api;
let bram: Api;

/** Anna prepares a visit on her phone, under the server's own policy. */
export function prepareForReal(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
    anna = await signInTo(server.url, 'anna');
    bram = await signInTo(server.url, 'bram');
  }, 300_000);

  describe('Anna bereidt een bezoek voor', () => {
    test('V3 de maatregelen volgen uit haar antwoorden en zeggen waarom', async () => {
      const { phone } = await prepare('Molenweg 3, Voorbeeldstad');
      // The hour counts too, in the evening or on a holiday; this answer is high risk at any hour.
      await phone
        .getByRole('heading', { level: 1, name: /^(Gewoon bezoek|Verhoogd risico)$/ })
        .waitFor();
      await answer(phone, 'Uithuisplaatsing of ontruiming');
      await phone.getByRole('heading', { level: 1, name: 'Hoog risico' }).waitFor();
      await measure(phone, 'Terugbelafspraak').getByText('Omdat:').waitFor();
      await phone.context().close();
    });

    test('H1 wat zij vooraf antwoordt blijft bij het bezoek, en geldt de volgende keer als voorzet', async () => {
      const address = 'Molenweg 11, Voorbeeldstad';
      const { phone } = await prepare(address);
      await phone.getByLabel('Gevaarlijke of losse hond').check();
      await phone.getByRole('radio', { name: 'Gespannen' }).check();
      await phone.getByLabel('Hoe komt u weg?').fill('door de keuken');
      await phone.getByLabel('Wie belt u het eerst?').fill('Carla');
      await answer(phone);
      await phone.getByText('Bewaard.').waitFor({ state: 'attached' });
      await phone.reload();
      await phone.getByText('Vragen vooraf').click();
      expect(await answers(phone)).toEqual(['true', 'true', 'door de keuken', 'Carla']);
      await phone.context().close();

      // The dog and the kitchen door are still there next time.
      const { phone: later } = await prepare(address, 4);
      await later.getByLabel('Gevaarlijke of losse hond').waitFor();
      expect(await answers(later)).toEqual(['true', 'true', 'door de keuken', 'Carla']);
      await later.context().close();
    });

    test('H4 zij belt eerst, en een collega zegt op de eigen telefoon ja', async () => {
      const { phone, visitId } = await prepare('Molenweg 5, Voorbeeldstad');
      await answer(
        phone,
        'Ik breng slecht nieuws of wijs op fouten',
        'Alcohol of drugs (misschien)',
      );
      const call = measure(phone, 'Eerst bellen met de bewoner');
      await call.getByRole('button', { name: 'Rustig' }).click();
      await call.getByText(/^Geregeld/).waitFor();
      const standby = measure(phone, 'Achterwacht staat klaar');
      await standby.getByLabel('Wie?').selectOption({ label: 'Bram Jansen' });
      await standby.getByRole('button', { name: 'Vraag deze collega' }).click();
      await standby.getByText('Gevraagd, nog geen antwoord: Bram Jansen').waitFor();
      const asked = list(await bram.get('/measure-requests'), 'items');
      expect(asked.map((one) => field(one, 'visitId'))).toContain(visitId);
      await bram.send('POST', `/visits/${visitId}/measures/ACHT/answers`, { accepts: true });
      await phone.reload();
      await standby.getByText('Geregeld: Bram Jansen').waitFor();
      await phone.context().close();
    });

    test('H2 de kaarten zijn er ook zonder netwerk, de passende vooraan', async () => {
      const { phone } = await prepare('Molenweg 7, Voorbeeldstad');
      await answer(phone, 'Gevaarlijke of losse hond');
      const cards = phone.locator('.aw-fold__title');
      await expect.poll(() => cards.allInnerTexts()).toContain('Gevaarlijke hond');
      await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
      await phone.context().setOffline(true);
      await phone.reload();
      await phone.getByText('Geen verbinding. De voorbereiding').waitFor();
      await phone.getByText('Gevaarlijke hond').click();
      await phone.getByText(/^Bel vooraf: de hond/).waitFor();
      await phone.context().close();
    });

    test('V9 de risicomomenten van vandaag staan erbij', async () => {
      const { phone } = await prepare('Molenweg 9, Voorbeeldstad');
      await answer(phone, 'Uithuisplaatsing of ontruiming');
      await phone.getByRole('heading', { name: 'Let vandaag op' }).waitFor();
      await phone.getByText('Vertellen dat een kind uit huis gaat').waitFor();
      await phone.context().close();
    });
  });
}

/** A visit of Anna's, opened on her phone. */
async function prepare(address: string, inHours = 2): Promise<{ phone: Page; visitId: string }> {
  const start = Date.now() + inHours * HOUR;
  const visit = await anna.send('POST', '/visits', {
    place: { address },
    plannedStartAt: new Date(start).toISOString(),
    plannedEndAt: new Date(start + HOUR).toISOString(),
    travelMode: 'walking',
  });
  const phone = await (await openPhone(browser)).newPage();
  await signIn(phone, server.url);
  await phone
    .locator('.aw-visits__visit', { hasText: address })
    .last()
    .getByRole('button', { name: /^Voorbereiden:/ })
    .click();
  await phone.getByRole('heading', { name: 'Maatregelen' }).waitFor();
  return { phone, visitId: String(field(visit, 'id')) };
}

async function answer(phone: Page, ...factors: readonly string[]): Promise<void> {
  for (const factor of factors) await phone.getByLabel(factor).check();
  await phone.getByRole('button', { name: 'Antwoorden bewaren' }).click();
}

/** The dog, a tense resident, the way out and whom to call, as they stand on the screen. */
async function answers(phone: Page): Promise<readonly string[]> {
  return [
    String(await phone.getByLabel('Gevaarlijke of losse hond').isChecked()),
    String(await phone.getByRole('radio', { name: 'Gespannen' }).isChecked()),
    await phone.getByLabel('Hoe komt u weg?').inputValue(),
    await phone.getByLabel('Wie belt u het eerst?').inputValue(),
  ];
}

const measure = (phone: Page, words: string) =>
  phone.locator('.aw-measures__one', { hasText: words });
