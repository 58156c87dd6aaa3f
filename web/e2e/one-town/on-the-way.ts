import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { field, list, signInTo, type Api } from '../kit/api';
import { openDesk, sitDown } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import { until, type RunningServer } from '../kit/server';
import { openPhone, signIn } from '../phone-browser';

const MINUTE = 60_000;
const GRACE_MS = 5000;

let server: RunningServer;
let browser: Browser;
let anna: Api;
let bram: Api;
let beheer: Api;
let context: BrowserContext;
let phone: Page;

/** On the way, row by row, as Anna does it on her phone and Bram sees it on his board. */
export function onTheWay(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
    anna = await signInTo(server.url, 'anna');
    bram = await signInTo(server.url, 'bram');
    beheer = await signInTo(server.url, 'beheer');
  }, 300_000);

  beforeEach(async () => {
    context = await openPhone(browser);
    phone = await context.newPage();
  });

  afterEach(async () => {
    await context.close();
    await comeHome();
  });

  test('H5 Collega’s weten waar je bent: wie, waar, tot wanneer en met wie', async () => {
    const address = 'Kerkpad 5, Voorbeeldstad';
    await anna.send('POST', '/watches', {
      shape: 'visit',
      place: { address, floor: '2e verdieping' },
      expectedEndAt: from(45),
      travelMode: 'walking',
      companion: 'Sanne Bakkers',
    });
    const desk = await (await openDesk(browser)).newPage();
    await sitDown(desk, server.url, 'bram');
    const row = desk.locator('tr', { hasText: address });
    await row.getByText('Anna de Vries').waitFor();
    await row.getByText(/^nog 4\d/).waitFor();
    await row.getByText('2e verdieping').waitFor();
    await row.getByText('Sanne Bakkers').waitFor();
    await row.getByText('Lopend').waitFor();

    // The same on the page of one watch, with where to call; where she walks stays hidden.
    await row.getByRole('button', { name: 'Anna de Vries' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByText('Sanne Bakkers').waitFor();
    await dialog.locator('a[href^="tel:"]').waitFor();
    expect(await dialog.innerText()).not.toMatch(/\d\d\.\d{3,}/);
    await desk.context().close();
  });

  test('H6 Hoe je reist: soort, kleur en kenteken van de auto staan op het bord', async () => {
    const address = 'Molenweg 8, Voorbeeldstad';
    await plan(address, 20);
    await signIn(phone, server.url);
    await title('Niemand bewaakt u nu');
    await tab('Instellingen');
    await tap('Mijn voertuigen');
    await title('Mijn voertuigen');
    await phone.getByLabel('Kenteken').fill('3tkz08');
    await phone.getByLabel('Merk en type').fill('Fiat 500');
    // The dashes are put where they belong.
    await until('the dashes', async () => {
      return (await phone.getByLabel('Kenteken').inputValue()) === '3-TKZ-08';
    });
    await phone.getByLabel('Kleur').fill('grijs');
    await tap('Voertuig toevoegen');
    await phone.getByText('Toegevoegd: Fiat 500, grijs (3-TKZ-08)').waitFor();

    // A plate that looks wrong is doubted aloud, and taken.
    await phone.getByLabel('Kenteken').fill('VB-12-OB');
    await phone.getByLabel('Kleur').fill('wit');
    await phone.getByText('Typte u een O voor een 0').waitFor();
    await tap('Voertuig toevoegen');
    await phone.getByText('Toegevoegd: wit (VB-12-OB)').waitFor();

    await tab('Bewaking');
    await visitAt(address)
      .getByRole('button', { name: /^Voordat u gaat/ })
      .click();
    await title('Voordat u gaat');
    await phone.getByLabel('Hoe reist u?').selectOption({ label: 'Auto' });
    await phone.getByLabel('Welke auto?').selectOption({ label: 'Fiat 500, grijs (3-TKZ-08)' });
    await tap('Start bewaking');
    await title('Bram Jansen bewaakt u');

    const watch = await until('the watch on the board', async () =>
      list(await bram.get('/board'), 'watches').find(
        (one) => field(field(one, 'place'), 'address') === address,
      ),
    );
    expect(field(watch, 'travelMode')).toBe('car');
    expect(field(watch, 'vehicle')).toBe('Fiat 500, grijs, 3-TKZ-08');
  });

  test('H7 Noodnummers onder een knop, ook zonder internet, met 112 bovenaan', async () => {
    await signIn(phone, server.url);
    await title('Niemand bewaakt u nu');
    await held();
    await context.setOffline(true);
    await phone.reload();
    await tab('Nummers');
    await title('Noodnummers');
    const links = await phone
      .locator('main a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(links[0]).toBe('tel:112');
    expect(links[1]).toMatch(/^tel:\+31/);
    expect(links).toContain('tel:09008844');
    await phone.getByText('Achterwacht: Bram Jansen').first().waitFor();
  });

  test('H8 De batterij is opgeladen: gelezen waar dat kan, gevraagd waar dat niet kan', async () => {
    await phone.addInitScript(() => {
      Reflect.set(navigator, 'getBattery', () => Promise.resolve({ level: 0.23 }));
    });
    await plan('Stationsplein 1, Voorbeeldstad', 15);
    await signIn(phone, server.url);
    await tapFirst(/^Voordat u gaat/);
    await phone.getByText('23 %').waitFor();
    await phone.getByText('Laad eerst op of neem een powerbank mee.').waitFor();
    // Whom to ask for a call stands right there.
    await phone.locator('main a[href^="tel:+31"]').first().waitFor();
    await phone.getByLabel('Powerbank').check();
    await phone.getByText('Laad eerst op').waitFor({ state: 'detached' });

    const silent = await (await openPhone(browser)).newPage();
    await silent.addInitScript(() => {
      Reflect.set(navigator, 'getBattery', undefined);
    });
    await signIn(silent, server.url);
    await silent
      .getByRole('button', { name: /^Voordat u gaat/ })
      .first()
      .click();
    await silent.getByText('Is uw batterij meer dan half vol').waitFor();
    await silent.getByLabel('Nee', { exact: true }).check();
    await silent.getByText('Laad eerst op of neem een powerbank mee.').waitFor();
    await silent.context().close();
  });

  test('H9 Weinig bereik: de server telt door, en wat u doet wordt later verstuurd', async () => {
    const address = 'Kelderstraat 3, Voorbeeldstad';
    await withShortGrace(() => plan(address, 0, MINUTE));
    await signIn(phone, server.url);
    await visitAt(address)
      .getByRole('button', { name: /^Start bewaking/ })
      .click();
    await title('Bram Jansen bewaakt u');
    const watchId = String(field(field(await anna.get('/me/watch'), 'watch'), 'id'));
    await held();
    await context.setOffline(true);
    await tap('Ik ben oké');
    await phone.getByText(/^Levensteken van \d\d:\d\d: nog niet bevestigd/).waitFor();

    // Nothing reaches the server, and its deadline goes off by itself.
    const alarm = await until(
      'the alarm',
      async () =>
        list(await bram.get('/board'), 'alarms').find((one) => field(one, 'watchId') === watchId),
      120,
    );
    expect(field(alarm, 'kind')).toBe('missed-sign');

    // Back in coverage the sign arrives, once; it withdraws nothing and the phone tells the truth.
    await context.setOffline(false);
    await phone.evaluate(() => window.dispatchEvent(new Event('online')));
    await title('Het alarm is aan');
    const page = await until('the late sign', async () => {
      const told = await bram.get(`/alarms/${String(field(alarm, 'id'))}`);
      return list(told, 'lateActs').length > 0 ? told : undefined;
    });
    expect(list(page, 'lateActs')).toHaveLength(1);
    expect(field(field(page, 'alarm'), 'state')).toBe('calling');
    await closeAlarm(String(field(alarm, 'id')));
  });

  test('H10 Waardevolle spullen blijven thuis: de paklijst, één keer per dag', async () => {
    await plan('Lindelaan 20, Voorbeeldstad', 30);
    await signIn(phone, server.url);
    await tapFirst(/^Voordat u gaat/);
    await title('Voordat u gaat');
    const atHome = phone.getByRole('group', { name: 'Laat thuis of op kantoor' });
    await atHome.getByLabel('Sieraden').check();
    await atHome.getByLabel('Contant geld').check();
    await phone.getByRole('group', { name: 'Neem mee' }).getByLabel('Sleutels in uw zak').check();
    await tap('Bewaren');
    await phone.getByText('Bewaard voor vandaag.').waitFor();
    await phone.reload();
    await title('Voordat u gaat');
    await until('what was ticked', () => atHome.getByLabel('Sieraden').isChecked());
    expect(await atHome.getByLabel('Contant geld').isChecked()).toBe(true);
    expect(await atHome.getByLabel('Laptop die u niet nodig hebt').isChecked()).toBe(false);
  });

  test('H11 Geen gevoelige informatie mee: op de lijst, en ons eigen scherm laat niets zien', async () => {
    const address = 'Geheimstraat 99, Voorbeeldstad';
    await plan(address, 10);
    await signIn(phone, server.url);
    await phone.getByText(address).waitFor();
    await tab('Instellingen');
    await phone.getByRole('switch', { name: 'Onopvallend' }).check();
    await tab('Bewaking');
    await phone.getByText('Adres verborgen').first().waitFor();
    expect(await phone.locator('body').innerText()).not.toContain('Geheimstraat');
    await tapFirst(/^Voordat u gaat/);
    await phone.getByLabel('Papieren over andere cliënten').check();
    expect(await phone.locator('body').innerText()).not.toContain('Geheimstraat');
    await tap('Start bewaking');
    await title('Bram Jansen bewaakt u');
    expect(await phone.locator('body').innerText()).not.toContain('straat');
    expect(phone.url()).not.toContain('straat');
  });

  test('H12 Op afspraak en op tijd: wie later is, verschuift de afspraak en laat het weten', async () => {
    const address = 'Havenkade 7, Voorbeeldstad';
    const planned = await plan(address, 25);
    await signIn(phone, server.url);
    await visitAt(address).getByRole('button', { name: 'Ik ben later' }).click();
    await phone.getByLabel('15 min', { exact: true }).check();
    await tap('Afspraak verschuiven');
    await phone.getByText(/^Uw afspraak is nu van \d\d:\d\d tot \d\d:\d\d\.$/).waitFor();

    // The client hears that it is later, and nothing else; the phone sends it, to whom she chooses.
    const sms = await phone
      .getByRole('link', { name: 'Stuur de cliënt een SMS' })
      .getAttribute('href');
    expect(decodeURIComponent(sms ?? '')).toBe(
      'sms:?&body=Uw afspraak met de gemeente is ongeveer 15 minuten later.',
    );

    const moved = await anna.get(`/visits/${String(field(planned, 'id'))}`);
    expect(startMs(moved) - startMs(planned)).toBe(15 * MINUTE);
    expect(await stateOf(String(field(planned, 'watchId')))).toBe('planned');

    // On the way it is the running watch that gets the time, and with it the alarm.
    await tap('Sluiten');
    await visitAt(address)
      .getByRole('button', { name: /^Start bewaking/ })
      .click();
    await title('Bram Jansen bewaakt u');
    const before = dueMs(await anna.get('/me/watch'));
    await tap('Ik ben later');
    await tap('Afspraak verschuiven');
    await phone.getByText('Uw bewaking loopt 15 minuten langer.').waitFor();
    expect(dueMs(await anna.get('/me/watch')) - before).toBe(15 * MINUTE);
  });

  test('H16 Buiten kantooruren: een bereikbaarheidsafspraak, en die wordt bewaakt', async () => {
    await signIn(phone, server.url);
    await title('Niemand bewaakt u nu');
    await tap('Bereikbaar buiten kantooruren');
    await title('Bereikbaar buiten kantooruren');
    await phone.getByLabel('Bram Jansen').check();
    await tap('Afspreken');
    await phone.getByText(/^Bram Jansen is bereikbaar tot \d\d:\d\d\.$/).waitFor();
    await phone.locator('main a[href^="tel:+31"]').first().waitFor();

    // The agreement is a watch: planned before she starts it, and running when she does.
    const agreed = list(await anna.get('/reachability-agreements'), 'items');
    expect(agreed).toHaveLength(1);
    const watchId = String(field(agreed[0], 'watchId'));
    expect(await stateOf(watchId)).toBe('planned');
    await tap('Start bewaking');
    await title('Bram Jansen bewaakt u');
    await until('the watch to run', async () => (await stateOf(watchId)) === 'running');
  });
}

const title = (words: string) => phone.getByRole('heading', { level: 1, name: words }).waitFor();
const tap = (words: string | RegExp) =>
  phone.getByRole('button', { name: words, exact: true }).click();
const tab = (words: string) => phone.getByRole('link', { name: words, exact: true }).click();
/** The app works without a network only once the service worker holds it. */
const held = () => phone.evaluate(async () => void (await navigator.serviceWorker.ready));

const startMs = (visit: unknown) => Date.parse(String(field(visit, 'plannedStartAt')));
const dueMs = (mine: unknown) => Date.parse(String(field(field(mine, 'watch'), 'dueAt')));

async function stateOf(watchId: string): Promise<unknown> {
  return field(await anna.get(`/watches/${watchId}`), 'state');
}

const from = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

const visitAt = (address: string) => phone.locator('.aw-visits__visit', { hasText: address });

async function tapFirst(words: RegExp): Promise<void> {
  await phone.getByRole('button', { name: words }).first().click();
}

/** A visit of Anna's, some minutes from now, long enough for whoever looks. */
async function plan(address: string, inMinutes: number, lastsMs = 45 * MINUTE): Promise<unknown> {
  const beginsMs = Date.now() + inMinutes * MINUTE;
  return anna.send('POST', '/visits', {
    place: { address },
    plannedStartAt: new Date(beginsMs).toISOString(),
    plannedEndAt: new Date(beginsMs + lastsMs).toISOString(),
    travelMode: 'walking',
  });
}

/** The grace is short for what is planned meanwhile only: the others of the team keep theirs. */
async function withShortGrace(planned: () => Promise<unknown>): Promise<void> {
  const me = await anna.get('/me');
  const team = String(field(me, 'teamId'));
  const numbers = field(me, 'teamNumbers');
  const usual = typeof numbers === 'object' ? { ...numbers } : {};
  await beheer.send('PUT', `/teams/${team}/numbers`, { ...usual, graceSeconds: GRACE_MS / 1000 });
  await planned();
  await beheer.send('PUT', `/teams/${team}/numbers`, usual);
}

async function closeAlarm(alarmId: string): Promise<void> {
  await bram.send('POST', `/alarms/${alarmId}/acknowledgements`, {});
  await bram.send('POST', `/alarms/${alarmId}/closures`, { outcome: 'safe', text: 'Alles goed.' });
}

/** Whatever a test left running ends with it: the next one begins with nobody watching. */
async function comeHome(): Promise<void> {
  for (const agreement of list(await anna.get('/reachability-agreements'), 'items')) {
    const path = `/reachability-agreements/${String(field(agreement, 'id'))}`;
    await anna.send('DELETE', path, undefined);
  }
  const watch = field(await anna.get('/me/watch'), 'watch');
  if (watch === null || watch === undefined) return;
  await anna.send('POST', `/watches/${String(field(watch, 'id'))}/endings`, {
    how: 'finished',
    where: 'home',
  });
}
