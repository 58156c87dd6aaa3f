import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayOf, momentOf, sayDay, wallAt } from '../shared/src/core/local-day';
import { field, list, signInTo, type Api } from './kit/api';
import { faultsOfAxe } from './kit/axe';
import { startRadicale, type Radicale } from './kit/radicale';
import { STILL_TOWN } from './kit/one-town';
import { startServer, until, type RunningServer } from './kit/server';
import { openBrowser, openPhone, signIn } from './phone-browser';

/** Anna's calendar on a real CalDAV server, read by the real server, answered on her phone. */
const DAY = addDays(dayOf(Date.now()), 10);
const NEXT_DAY = addDays(DAY, 1);
const STREET = 'Agendastraat';

let server: RunningServer;
let radicale: Radicale;
let browser: Browser;
let anna: Api;
let page: Page;
const made = new Set<string>();

beforeAll(async () => {
  radicale = await startRadicale();
  server = await startServer(...STILL_TOWN, '--achterwacht.also-allowed-targets=127.0.0.0/8');
  browser = await openBrowser();
  anna = await signInTo(server.url, 'anna');
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await radicale?.stop();
});

beforeEach(async () => {
  page = await (await openPhone(browser)).newPage();
  await signIn(page, server.url);
  await page.getByRole('button', { name: 'Al mijn bezoeken' }).click();
});

afterEach(async () => {
  await page.context().close();
  for (const name of made) await radicale.delete(name);
  made.clear();
  for (const calendar of list(await anna.get('/calendars'), 'items')) {
    await anna.send('DELETE', `/calendars/${String(field(calendar, 'id'))}`, undefined);
  }
  for (const visit of await visits()) {
    await anna.send('DELETE', `/visits/${String(field(visit, 'id'))}`, undefined);
  }
});

describe('H12 afspraken uit een agenda', () => {
  test('H12 een afspraak wordt voorstel en bezoek met bewaking; verzet gaat mee; vervallen is weg', async () => {
    await appointment('a', { day: DAY, from: '10:00', until: '10:45', address: `${STREET} 12` });
    await openCalendars();
    await addCalendar();
    await row('10:00–10:45').getByText(`${STREET} 12`).waitFor();
    await row('10:00–10:45')
      .getByText(/^Bewaking tot 10:45\. Niets gehoord\? Alarm om 1\d:\d\d\.$/)
      .waitFor();
    expect(await page.getByText('Mevrouw Geheim').count()).toBe(0);
    expect(await visits()).toEqual([]);

    await page.getByRole('button', { name: 'Terug' }).click();
    await page.getByRole('button', { name: 'Mijn agenda’s: 1 voorstel' }).click();
    await row('10:00–10:45')
      .getByRole('button', { name: /^Ja, bezoek/ })
      .click();
    await page.getByText(/^Gepland als bezoek/).waitFor();
    await page.getByText('Geen voorstellen.').waitFor();
    const [planned] = await visits();
    expect(field(planned, 'watchId')).toEqual(expect.any(String));
    await toVisits();
    await page.getByRole('heading', { name: sayDay(DAY, 'nl', 'long') }).waitFor();
    await row('10:00–10:45').getByText(`${STREET} 12`).waitFor();

    await appointment('a', {
      day: NEXT_DAY,
      from: '13:00',
      until: '14:00',
      address: `${STREET} 12`,
      revision: 1,
    });
    await openCalendars();
    await makeRule('overleg');
    await until('the visit to move along', async () =>
      (await starts()).includes(`${NEXT_DAY} 13:00`),
    );
    const moved = await visits();
    expect(moved.map((one) => field(one, 'id'))).toEqual([field(planned, 'id')]);
    await toVisits();
    await page.getByRole('heading', { name: sayDay(NEXT_DAY, 'nl', 'long') }).waitFor();
    await row('13:00–14:00').getByText(`${STREET} 12`).waitFor();
    expect(await row('10:00–10:45').count()).toBe(0);

    await radicale.delete('a');
    made.delete('a');
    await openCalendars();
    await makeRule('vergadering');
    await until('the visit to be cancelled', async () => (await visits()).length === 0);
    await page.getByText('Geen voorstellen.').waitFor();
    await toVisits();
    await page.getByText('Bezoeken worden geladen').waitFor({ state: 'detached' });
    await expect.poll(() => row(STREET).count()).toBe(0);
  });

  test('H12 een regel plant wat duidelijk is, en vraagt wat de agenda niet zegt', async () => {
    await appointment('a', { day: DAY, from: '10:00', until: '10:45', address: `${STREET} 1` });
    await appointment('b', { day: DAY, from: '11:00', until: '11:45' });
    await appointment('c', { day: NEXT_DAY, address: `${STREET} 3` });
    await openCalendars();
    await addCalendar();
    await page.getByRole('heading', { name: 'Voorstellen (3)' }).waitFor();
    await makeRule('huisbezoek');
    await page.getByRole('heading', { name: 'Voorstellen (2)' }).waitFor();
    expect(await starts()).toEqual([`${DAY} 10:00`]);

    await row('11:00–11:45').getByText('Uw agenda zegt niet waar.').waitFor();
    await row('11:00–11:45')
      .getByRole('button', { name: /^Aanvullen/ })
      .click();
    await page.getByRole('button', { name: 'Plan dit bezoek' }).click();
    await page.getByText('Vul een adres in.').waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);
    await page.getByLabel('Adres').fill(`${STREET} 2`);
    await page.getByRole('button', { name: 'Plan dit bezoek' }).click();

    await row('Hele dag')
      .getByRole('button', { name: /^Aanvullen/ })
      .click();
    await page.getByLabel('Van', { exact: true }).fill('09:00');
    await page.getByLabel('Tot', { exact: true }).fill('09:30');
    await page.getByRole('switch', { name: 'Hoog risico' }).check();
    await page.getByText(/^Bewaking tot 09:30/).waitFor();
    await page.getByRole('button', { name: 'Plan dit bezoek' }).click();
    await page.getByText('Geen voorstellen.').waitFor();
    expect(await starts()).toEqual([`${DAY} 10:00`, `${DAY} 11:00`, `${NEXT_DAY} 09:00`]);
    expect((await visits()).map((one) => field(one, 'highRisk'))).toEqual([false, false, true]);

    await page.getByRole('button', { name: 'Regel weghalen: Titels met “huisbezoek”' }).click();
    await page.getByText('Nog geen regels').waitFor();
    expect(await visits()).toHaveLength(3);
  });

  test('H12 elk antwoord kan worden teruggenomen', async () => {
    await appointment('a', { day: DAY, from: '10:00', until: '10:45', address: `${STREET} 1` });
    await appointment('b', { day: DAY, from: '12:00', until: '12:45', address: `${STREET} 2` });
    await openCalendars();
    await addCalendar();
    await row('10:00–10:45')
      .getByRole('button', { name: /^Ja, bezoek/ })
      .click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText(/^Toch geen bezoek/).waitFor();
    expect(await visits()).toEqual([]);
    await page.getByRole('button', { name: 'Toch plannen' }).click();
    await page.getByText(/^Het bezoek staat weer gepland/).waitFor();
    expect(await starts()).toEqual([`${DAY} 10:00`]);

    const second = row('12:00–12:45');
    await second.getByRole('button', { name: /^Geen bezoek/ }).click();
    await second.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await second.getByRole('button', { name: /^Geen bezoek/ }).click();
    await toVisits();
    await until('the answer to arrive', async () => (await proposals()).length === 0);
    await openCalendars();
    await page.getByText('Geen voorstellen.').waitFor();
    expect(await starts()).toEqual([`${DAY} 10:00`]);
  });

  test('H12 veel tegelijk: wat botst met een ander bezoek wordt apart gevraagd', async () => {
    await anna.send('POST', '/visits', {
      place: { address: `${STREET} 1` },
      plannedStartAt: new Date(momentOf(DAY, '08:30')).toISOString(),
      plannedEndAt: new Date(momentOf(DAY, '09:00')).toISOString(),
      travelMode: 'walking',
    });
    for (const hour of ['08', '09', '10', '11']) {
      const times = { from: `${hour}:00`, until: `${hour}:45` };
      await appointment(hour, { day: DAY, ...times, address: `${STREET} ${hour}` });
    }
    await openCalendars();
    await addCalendar();
    await row('08:00–08:45').getByText('Om 08:30 hebt u al een bezoek.').waitFor();
    await page.getByRole('button', { name: 'Plan alle 3 als bezoek' }).click();
    expect(await faultsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ja, plan ze' }).click();
    await page.getByText('3 bezoeken zijn gepland.').waitFor();
    await page.getByRole('heading', { name: 'Voorstellen (1)' }).waitFor();
    const hours = ['08:30', '09:00', '10:00', '11:00'];
    expect(await starts()).toEqual(hours.map((hour) => `${DAY} ${hour}`));
  });

  test('H12 wat net zo heet wordt gevraagd, niet geraden', async () => {
    for (const hour of ['08', '09', '10']) {
      const times = { from: `${hour}:00`, until: `${hour}:45` };
      await radicale.put(hour, { day: DAY, ...times, title: 'Overleg', address: `${STREET} 1` });
      made.add(hour);
    }
    await appointment('a', { day: DAY, from: '13:00', until: '13:45', address: `${STREET} 2` });
    await openCalendars();
    await addCalendar({ titles: true });
    await row('08:00–08:45')
      .getByRole('button', { name: /^Geen bezoek/ })
      .click();
    await page.getByRole('button', { name: 'Nog 2 afspraken heten “Overleg”' }).click();
    await page.getByText('Geen bezoek: 2 afspraken.').waitFor();
    await page.getByRole('heading', { name: 'Voorstellen (1)' }).waitFor();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByRole('heading', { name: 'Voorstellen (3)' }).waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);

    await row('09:00–09:45')
      .getByRole('button', { name: /^Ja, bezoek/ })
      .click();
    await page.getByRole('button', { name: 'Nog 1 afspraak heet “Overleg”: ook plannen' }).click();
    await page.getByText('1 bezoek is gepland.').waitFor();
    await page.getByRole('heading', { name: 'Voorstellen (1)' }).waitFor();
    expect(await starts()).toEqual([`${DAY} 09:00`, `${DAY} 10:00`]);
    expect((await visits()).map((one) => field(one, 'purpose'))).toEqual(['Overleg', 'Overleg']);
    expect(await proposals()).toHaveLength(1);
  });

  test('H12 wat er mis is met een agenda staat erbij, met wat je doet', async () => {
    await openCalendars();
    await page.getByText('Wij lezen nog geen agenda van u.').waitFor();
    await page.getByText('Wat gebeurt er met mijn agenda?').click();
    expect(await faultsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Agenda toevoegen' }).click();
    await page.getByRole('button', { name: 'Agenda toevoegen' }).click();
    await page.getByText('Geef de agenda een naam.').waitFor();
    await page.getByText(/^Vul het hele adres in/).waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Terug' }).click();
    await addCalendar({ password: 'een ander wachtwoord' });
    await page.getByText(/^De agenda wil ons niet binnenlaten/).waitFor();
    await page.getByText('Nog nooit gelezen.').waitFor();
    expect(await faultsOfAxe(page)).toEqual([]);
    expect(page.url()).toMatch(/#\/calendars$/);

    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Agenda weghalen: Werk' }).click();
    await page.getByRole('button', { name: 'Ja, weghalen' }).click();
    await page.getByText('Er is niets veranderd.').waitFor();
    await page.getByRole('button', { name: 'Laten staan' }).click();
    await page.getByText(/^Geen verbinding\. Uw agenda’s zijn alleen/).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await page.getByRole('button', { name: 'Agenda weghalen: Werk' }).click();
    await page.getByRole('button', { name: 'Ja, weghalen' }).click();
    await page.getByText('Weggehaald: Werk.').waitFor();
    await page.getByText('Wij lezen nog geen agenda van u.').waitFor();
  });
});

async function appointment(
  name: string,
  about: Omit<Parameters<Radicale['put']>[1], 'title'>,
): Promise<void> {
  await radicale.put(name, { title: 'Huisbezoek Mevrouw Geheim', ...about });
  made.add(name);
}

async function openCalendars(): Promise<void> {
  await page.getByRole('button', { name: /^Mijn agenda’s/ }).click();
  await page.getByRole('heading', { name: 'Mijn agenda’s', exact: true }).waitFor();
}

async function toVisits(): Promise<void> {
  await page.getByRole('button', { name: 'Terug' }).click();
  await page.getByRole('heading', { name: 'Mijn bezoeken' }).waitFor();
}

async function addCalendar({ password = radicale.password, titles = false } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Agenda toevoegen' }).click();
  await page.getByLabel('Hoe noemt u deze agenda?').fill('Werk');
  await page.getByLabel('Adres van de agenda').fill(radicale.url);
  await page.getByLabel('Gebruikersnaam').fill(radicale.user);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  if (titles) await page.getByRole('switch', { name: 'Titels bewaren' }).check();
  await page.getByRole('button', { name: 'Agenda toevoegen' }).click();
  await page.getByText(/^Toegevoegd: Werk/).waitFor();
}

/** A new rule has the calendar read at once: nobody waits for the five minutes. */
async function makeRule(word: string): Promise<void> {
  await page.getByRole('button', { name: 'Regel maken voor Werk' }).click();
  await page.getByLabel('Woord in de titel').fill(word);
  await page.getByRole('button', { name: 'Regel bewaren' }).click();
  await page.getByText(`Titels met “${word}”`).waitFor();
}

function row(words: string) {
  return page.locator('.aw-visits > li', { hasText: words });
}

async function visits(): Promise<readonly unknown[]> {
  const mine = list(await anna.get('/visits?mine=true&pageSize=200'), 'items');
  return mine.filter(
    (visit) =>
      field(visit, 'state') === 'planned' &&
      String(field(field(visit, 'place'), 'address')).startsWith(STREET),
  );
}

async function proposals(): Promise<readonly unknown[]> {
  return list(await anna.get('/calendar-proposals'), 'items');
}

/** When my visits from the calendar begin, by the clock on the wall. */
async function starts(): Promise<readonly string[]> {
  const found = (await visits()).map((visit) => {
    const { day, time } = wallAt(Date.parse(String(field(visit, 'plannedStartAt'))));
    return `${day} ${time}`;
  });
  return found.sort();
}
