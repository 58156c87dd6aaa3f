import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../shared/src/core/local-day';
import { faultsOfAxe } from '../kit/axe';
import { openDesk, sitDown } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import {
  arrangeAllBut,
  at,
  isReady,
  missing,
  nextChristmas,
  officeDay,
  plan,
  prove,
  settleIn,
  type Town,
} from '../kit/preparing';
import { openPhone, signIn } from '../phone-browser';

const OFFICE_DAY = officeDay();
const IS_READY = 'Dit bezoek is klaar: alles is geregeld.';

/** What the worker answers, as on the phone. */
const AGGRESSIVE = 'Was in het laatste jaar agressief tegen medewerkers';
const BAD_NEWS = 'Ik breng slecht nieuws of wijs op fouten';
const DRINKS = 'Alcohol of drugs (misschien)';
const OTHERS = 'Er zijn anderen die ik niet ken';
const VERY_HIGH = [AGGRESSIVE, BAD_NEWS, DRINKS, OTHERS] as const;
const IS_VERY_HIGH = /^Zeer hoog risico/;

let town: Town;

/** A visit is ready only when its measures are proven: on phones and at the desk, by the server's own policy. */
export function readiness(still: () => OneTown): void {
  beforeAll(async () => {
    town = await settleIn(still());
  }, 300_000);

  describe('H13 risicobezoeken binnen kantooruren', () => {
    test('H13 een avondbezoek vraagt om kantooruren met de reden, en overdag is dat geregeld', async () => {
      const { anna, phone, desk } = town;
      const address = 'Avondstraat 1, Voorbeeldstad';
      const visitId = await plan(anna, address, at(OFFICE_DAY, '19:00'));
      await phone.prepareFromMyVisits(address);
      await phone.answer('Hoog risico', AGGRESSIVE);
      const onPhone = phone.measure('Binnen kantooruren');
      await onPhone.getByText(/^Omdat: .*Buiten kantooruren/).waitFor();
      await onPhone.getByText('Nog te doen').waitFor();

      await desk.openFromList(visitId);
      const atDesk = desk.measure('Binnen kantooruren');
      await atDesk.getByText(/^Omdat: .*buiten kantooruren/).waitFor();
      await atDesk.getByText(/^Verplaats het bezoek naar een tijd binnen kantooruren/).waitFor();

      await desk.move(address, OFFICE_DAY, OFFICE_DAY, '10:00');
      await desk.openFromList(visitId);
      await atDesk.getByText('De tijd van de afspraak valt binnen kantooruren.').waitFor();
      expect(await missing(anna, visitId)).not.toContain('DAG');
      await phone.page.reload();
      await onPhone.getByText(/^Geregeld/).waitFor();
    });

    test('H13 op de telefoon verplaatst: met z’n tweeën is overdag niet meer nodig', async () => {
      const { anna, phone, desk } = town;
      const address = 'Avondstraat 3, Voorbeeldstad';
      const visitId = await plan(anna, address, at(OFFICE_DAY, '20:00'));
      await phone.prepareFromMyVisits(address);
      await phone.answer('Verhoogd risico', DRINKS);
      const together = phone.measure('Neem een collega mee');
      await together.getByText('Omdat: het is buiten kantooruren').waitFor();
      await together.getByText('Of: Binnen kantooruren').waitFor();
      await desk.openFromList(visitId);
      await desk.measure('Met z’n tweeën').getByText('Of: Binnen kantooruren').waitFor();

      await phone.myVisit(address, /^Wijzigen:/);
      await phone.page.getByLabel('Van', { exact: true }).fill('13:00');
      await phone.page.getByRole('button', { name: 'Opslaan' }).click();
      await phone.page.locator('li', { hasText: '13:00–13:45' }).waitFor();
      await phone.prepareFromMyVisits(address);
      await phone.heading('Gewoon bezoek');
      expect(await together.count()).toBe(0);
      await desk.toList();
      expect(await desk.inList(visitId).count()).toBe(0);
    });

    test('H13 op een feestdag is het kantoor dicht, ook om tien uur', async () => {
      const { anna, phone, desk } = town;
      const address = 'Kerststraat 25, Voorbeeldstad';
      const visitId = await plan(anna, address, at(nextChristmas(), '10:00'));
      await phone.prepare(visitId);
      await phone.answer('Hoog risico', AGGRESSIVE);
      const daytime = phone.measure('Binnen kantooruren');
      await daytime.getByText('Nog te doen').waitFor();
      await desk.move(address, nextChristmas(), OFFICE_DAY, '11:00');
      await phone.page.reload();
      await daytime.getByText(/^Geregeld/).waitFor();
    });
  });

  describe('H15 bij groter risico eerst de politie, en politie of beveiliging mee', () => {
    test('H15 met naam, tijd en nummer, en een toezegging; pas dan is het bezoek klaar', async () => {
      const { anna, phone, desk } = town;
      const visitId = await plan(anna, 'Politiestraat 15, Voorbeeldstad', at(OFFICE_DAY, '13:30'));
      await phone.prepare(visitId);
      await phone.answer(IS_VERY_HIGH, ...VERY_HIGH);
      await arrangeAllBut(town, visitId, 'POLVOOR', 'POLMEE');
      expect(await isReady(anna, visitId)).toBe(false);

      await desk.openFromList(visitId);
      await desk.page.getByText('Nog 2 maatregelen te regelen.').waitFor();
      await desk.act('Eerst de politie bellen', 'Noteren');
      const { dialog } = desk;
      const note = dialog.getByRole('button', { name: 'Noteren' });
      await note.click();
      expect(await dialog.getByText('Vul dit in.').count()).toBe(2);
      await dialog.getByLabel('Met wie van de politie gesproken?').fill('J. de Boer, wijkagent');
      await dialog.getByLabel('Nummer van de melding').fill('PL-2026-15');
      await dialog.getByLabel('Dag', { exact: true }).fill(addDays(dayOf(Date.now()), 2));
      await note.click();
      await dialog.getByText('Deze tijd is nog niet geweest. Vul in wanneer het was.').waitFor();
      await dialog.getByLabel('Dag', { exact: true }).fill(addDays(dayOf(Date.now()), -1));
      await dialog.getByLabel('Hoe laat?').fill('15:20');
      await note.click();
      await dialog.waitFor({ state: 'detached' });
      const told = desk.measure('Eerst de politie bellen');
      await told.getByText(/J\. de Boer, wijkagent, .* 15:20\. .*PL-2026-15\.$/).waitFor();
      await told.getByText(/^Door Carla Smit,/).waitFor();

      // The escort is confirmed to the worker, who notes it on the phone.
      await phone.page.reload();
      const onPhone = phone.measure('Vertel het de politie vooraf');
      await onPhone.getByText('Geregeld, door Carla Smit').waitFor();
      await phone.page.getByText('Nog 1 maatregel te regelen.').waitFor();
      const escort = phone.measure('Politie of beveiliging gaat mee');
      await escort.getByLabel('Wie heeft het toegezegd?').fill('Meldkamer Oost');
      await escort.getByRole('button', { name: 'Noteren' }).first().click();
      await phone.page.getByText('Alles is geregeld.').waitFor();
      expect(await isReady(anna, visitId)).toBe(true);
      await desk.toList();
      expect(await desk.inList(visitId).count()).toBe(0);
    });

    test('H15 zegt de politie af, dan is het bezoek niet meer klaar, en is er een plan B', async () => {
      const { anna, phone, desk } = town;
      const visitId = await plan(anna, 'Politiestraat 17, Voorbeeldstad', at(OFFICE_DAY, '14:30'));
      await phone.prepare(visitId);
      await phone.answer(IS_VERY_HIGH, ...VERY_HIGH);
      await arrangeAllBut(town, visitId, 'POLMEE');
      const confirmedAt = new Date().toISOString();
      await prove(anna, visitId, 'POLMEE', {
        kind: 'escort',
        confirmedBy: 'Meldkamer',
        confirmedAt,
      });
      await desk.open(visitId);
      await desk.page.getByText(IS_READY).waitFor();
      await desk.act('Met politie of beveiliging', 'Geldt niet meer');
      await desk.dialog.getByLabel('Waarom? (mag leeg blijven)').fill('Spoed elders');
      await desk.dialog.getByRole('button', { name: 'Geldt niet meer' }).click();
      const escort = desk.measure('Met politie of beveiliging');
      await escort.getByText('Vervallen').waitFor();
      await escort.getByText('Reden: Spoed elders').waitFor();
      expect(await isReady(anna, visitId)).toBe(false);
      await phone.page.reload();
      await phone.page.getByText('Nog 1 maatregel te regelen.').waitFor();

      await escort.getByText('Of: De afspraak op kantoor').waitFor();
      await escort.getByRole('button', { name: 'Noteren: De afspraak op kantoor' }).click();
      await desk.dialog.getByLabel('Adres van het kantoor').fill('Stadhuis, Plein 1');
      await desk.dialog.getByLabel('Kamer').fill('kamer 1.12');
      await desk.dialog.getByRole('button', { name: 'Noteren' }).click();
      await desk.page.getByText(IS_READY).waitFor();
      await escort.getByText('Iets anders is hiervoor in de plaats gekomen.').waitFor();
      await phone.page.reload();
      await phone.page.getByText('Alles is geregeld.').waitFor();
    });
  });

  describe('H4 elke maatregel met bewijs', () => {
    test('H4 informatie gevraagd aan wie, met antwoord; en de terugbelafspraak', async () => {
      const { anna, phone, desk } = town;
      const visitId = await plan(anna, 'Bewijsstraat 4, Voorbeeldstad', at(OFFICE_DAY, '15:00'));
      await phone.prepare(visitId);
      await phone.answer('Verhoogd risico', BAD_NEWS, DRINKS);
      const info = phone.measure('Vraag meer informatie');
      await info.getByRole('button', { name: 'Noteren' }).click();
      await info.getByText('Vul alles in.').waitFor();
      await info.getByLabel('Aan wie gevraagd?').fill('Wijkteam Oost');
      await info.getByRole('button', { name: 'Noteren' }).click();
      await info.getByText(/^Geregeld/).waitFor();
      const call = phone.measure('Terugbelafspraak');
      await call.getByLabel('Wanneer belt u of meldt u zich?').selectOption({ label: '15:30' });
      await call.getByRole('button', { name: 'Noteren' }).click();
      await call.getByText(/^Geregeld/).waitFor();

      await desk.openFromList(visitId);
      const informed = desk.measure('Eerst meer informatie vragen');
      await informed.getByText('Gevraagd aan Wijkteam Oost. Er kwam antwoord.').waitFor();
      const agreed = desk.measure('Met een terugbelafspraak');
      await agreed.getByText(/^Afgesproken: .* 15:30\.$/).waitFor();
      await agreed.getByText(/^Door Anna de Vries,/).waitFor();
    });

    test('H4 de cliënt komt naar kantoor: het bezoek wordt een afspraak met een kamer', async () => {
      const { anna, phone, desk } = town;
      const address = 'Bewijsstraat 6, Voorbeeldstad';
      const visitId = await plan(anna, address, at(OFFICE_DAY, '16:00'));
      await phone.prepare(visitId);
      await phone.answer(IS_VERY_HIGH, ...VERY_HIGH);
      const instead = phone.page.locator('.aw-fold', {
        hasText: 'Of: Laat de cliënt naar kantoor',
      });
      await instead.locator('summary').click();
      await instead.getByLabel('Adres van het kantoor').fill('Stadskantoor, Markt 2');
      await instead.getByLabel('Kamer').fill('spreekkamer 3');
      await instead.getByRole('button', { name: 'Noteren' }).click();
      const office = phone.measure('Laat de cliënt naar kantoor komen');
      await office.getByText(/^Geregeld/).waitFor();

      await desk.openFromList(visitId);
      await desk.page.getByText('Stadskantoor, Markt 2, spreekkamer 3', { exact: true }).waitFor();
      const proof = 'Op kantoor: Stadskantoor, Markt 2, spreekkamer 3.';
      await desk.measure('De afspraak op kantoor').getByText(proof).waitFor();
      expect(await missing(anna, visitId)).not.toContain('POLMEE');
      await desk.toWeek(OFFICE_DAY);
      await desk.page.locator('.aw-visit', { hasText: 'Stadskantoor, Markt 2' }).waitFor();
      expect(await desk.page.locator('.aw-visit', { hasText: address }).count()).toBe(0);
    });
  });

  describe('H14 risicobezoeken met z’n tweeën', () => {
    test('A6 H14 niet klaar voordat de tweede op de eigen telefoon ja zegt', async () => {
      const { anna, phone, desk, browser, server } = town;
      const visitId = await plan(anna, 'Tweelingstraat 2, Voorbeeldstad', at(OFFICE_DAY, '09:00'));
      await phone.prepare(visitId);
      await phone.answer('Hoog risico', AGGRESSIVE);
      await arrangeAllBut(town, visitId, 'DUO');
      await phone.page.reload();
      await phone.page.getByText('Nog 1 maatregel te regelen.').waitFor();
      const together = phone.measure('Neem een collega mee');
      await together.getByLabel('Wie?').selectOption({ label: 'Noor Bos' });
      await together.getByRole('button', { name: 'Vraag deze collega' }).click();
      await together.getByText('Gevraagd, nog geen antwoord: Noor Bos').waitFor();
      expect(await isReady(anna, visitId)).toBe(false);
      await desk.openFromList(visitId);
      await desk.page.getByText('Gevraagd, nog geen antwoord: Noor Bos').waitFor();

      const second = await openPhone(browser).then((context) => context.newPage());
      await signIn(second, server.url, 'noor');
      const asked = second.locator('.aw-visits__visit', { hasText: 'Anna de Vries vraagt u mee' });
      await asked.getByRole('button', { name: 'Ja', exact: true }).click();
      await second.getByText('U gaat mee met Anna de Vries').waitFor();
      await second.context().close();

      await desk.page.getByRole('button', { name: 'Vernieuwen' }).click();
      await desk.page.getByText(IS_READY).waitFor();
      await desk.measure('Met z’n tweeën').getByText('Noor Bos heeft ja gezegd.').waitFor();
      expect(await isReady(anna, visitId)).toBe(true);
      await phone.page.reload();
      await phone.page.getByText('Alles is geregeld.').waitFor();
      await phone.page.getByText('Samen met Noor Bos').waitFor();
    });

    test('H14 de leidinggevende wijkt af met reden, en de telefoon zegt wie en waarom', async () => {
      const { anna, phone, desk } = town;
      const visitId = await plan(anna, 'Tweelingstraat 4, Voorbeeldstad', at(OFFICE_DAY, '12:00'));
      await phone.prepare(visitId);
      await phone.answer('Hoog risico', AGGRESSIVE);
      await arrangeAllBut(town, visitId, 'DUO');
      await desk.openFromList(visitId);
      await desk.act('Met z’n tweeën', 'Afwijken met reden');
      const waive = desk.dialog.getByRole('button', { name: 'Afwijken met reden' });
      await waive.click();
      await desk.dialog
        .getByText('Schrijf een reden. Zonder reden kunt u niet afwijken.')
        .waitFor();
      expect(await isReady(anna, visitId)).toBe(false);
      await desk.dialog.getByLabel('Waarom kan het zonder?').fill('De wijkagent is er al.');
      await waive.click();
      await desk.page.getByText(IS_READY).waitFor();
      await desk.measure('Met z’n tweeën').getByText('Reden: De wijkagent is er al.').waitFor();
      // Whoever decided goes on at the measure, where it now stands.
      const focused = desk.page.locator(':focus');
      await expect.poll(() => focused.textContent()).toBe('Met z’n tweeën');

      await phone.page.reload();
      const onPhone = phone.measure('Neem een collega mee');
      await onPhone.getByText('Hoeft niet, zegt de leidinggevende, door Carla Smit').waitFor();
      await onPhone.getByText('Reden: De wijkagent is er al.').waitFor();
      await phone.page.getByText('Alles is geregeld.').waitFor();

      await desk.act('Met z’n tweeën', 'Afwijking terugnemen');
      await desk.dialog.getByRole('button', { name: 'Afwijking terugnemen' }).click();
      await desk.page.getByText('Nog 1 maatregel te regelen.').waitFor();
      expect(await missing(anna, visitId)).toEqual(['DUO']);
    });

    test('H14 een achterwacht noteert, maar wijkt niet af en keurt niet goed', async () => {
      const { anna, phone, browser, server } = town;
      const visitId = await plan(anna, 'Tweelingstraat 6, Voorbeeldstad', at(OFFICE_DAY, '08:30'));
      await phone.prepare(visitId);
      await phone.answer('Hoog risico', AGGRESSIVE);
      const bram = await openDesk(browser).then((context) => context.newPage());
      await sitDown(bram, server.url, 'bram');
      await bram.goto(`${server.url}/control-room/#/preparations/${visitId}`);
      await bram
        .getByText('Een leidinggevende keurt dit goed, nooit bij een eigen bezoek.')
        .waitFor();
      await bram.getByRole('button', { name: 'Noteren: Eerst bellen' }).waitFor();
      expect(await bram.getByRole('button', { name: /^Afwijken met reden/ }).count()).toBe(0);
      expect(await bram.getByRole('button', { name: /^Goedkeuren/ }).count()).toBe(0);
      await bram.context().close();
    });
  });

  test('V7 een bewaking start altijd; wat begon zonder alle maatregelen, staat apart', async () => {
    const { noor, desk, browser, server } = town;
    const visitId = await plan(noor, 'Beginstraat 7, Voorbeeldstad', Date.now() + 60_000);
    const estimate = { factors: ['P1'], reaction: 'tense' };
    await noor.send('POST', `/visits/${visitId}/risk-estimates`, estimate);
    await desk.toList();
    await desk.inList(visitId).waitFor();

    const second = await openPhone(browser).then((context) => context.newPage());
    await signIn(second, server.url, 'noor');
    const visit = second.locator('.aw-visits__visit', { hasText: 'Beginstraat 7' });
    await visit.getByRole('button', { name: /^Start bewaking/ }).click();
    const begun = desk.page.locator('.aw-preparations__begun', { hasText: 'Noor Bos' });
    await expect
      .poll(
        async () => {
          await desk.page.getByRole('button', { name: 'Vernieuwen' }).click();
          return begun.count();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(1);
    await begun.getByRole('heading', { name: 'Begonnen zonder alle maatregelen' }).waitFor();
    await second.context().close();
  });

  test.each(['light', 'dark'] as const)(
    'axe vindt niets in de voorbereiding, %s',
    async (scheme) => {
      const { anna, phone, desk } = town;
      await desk.page.emulateMedia({ colorScheme: scheme });
      await phone.page.emulateMedia({ colorScheme: scheme });
      const visitId = await plan(anna, 'Axestraat 1, Voorbeeldstad', at(OFFICE_DAY, '11:30'));
      await phone.prepare(visitId);
      await phone.answer(IS_VERY_HIGH, ...VERY_HIGH);
      expect(await faultsOfAxe(phone.page)).toEqual([]);
      await desk.toList();
      await desk.inList(visitId).waitFor();
      expect(await faultsOfAxe(desk.page)).toEqual([]);
      await desk.openFromList(visitId);
      expect(await faultsOfAxe(desk.page)).toEqual([]);
      await desk.act('Eerst de politie bellen', 'Noteren');
      await desk.dialog.waitFor();
      expect(await faultsOfAxe(desk.page)).toEqual([]);
      await desk.page.keyboard.press('Escape');
      await desk.dialog.waitFor({ state: 'detached' });
      await desk.page.setViewportSize({ width: 390, height: 844 });
      expect(await faultsOfAxe(desk.page)).toEqual([]);
      await desk.page.setViewportSize({ width: 1280, height: 900 });
      await anna.send('DELETE', `/visits/${visitId}`, undefined);
    },
  );
}
