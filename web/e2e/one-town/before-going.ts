import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { field, list, signInTo, type Api } from '../kit/api';
import { faultsOfAxe } from '../kit/axe';
import { openDesk, sitDown } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import { until, type RunningServer } from '../kit/server';
import { openPhone, signIn } from '../phone-browser';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A phone that a busy server could not answer asks again after a minute. */
const SOON_ASKED_AGAIN_MS = 80_000;
const CELLAR = { address: 'Souterrainweg 3, Voorbeeldstad', floor: 'kelder' };
const HEARD = { address: 'Zendmastplein 1, Voorbeeldstad' };
const UNKNOWN = { address: 'Nieuwlandpad 9, Voorbeeldstad' };

let server: RunningServer;
let browser: Browser;
let anna: Api;
let bram: Api;

/** What earlier visits taught is told before the next one, and again when it falls silent there. */
export function beforeGoing(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
    anna = await signInTo(server.url, 'anna');
    for (const heard of [false, true, false]) await visited(CELLAR, heard);
    await visited(HEARD, true);
    // A server learns from visits that are over when it begins, and every half hour.
    await server.restart();
    anna = await signInTo(server.url, 'anna');
    bram = await signInTo(server.url, 'bram');
    for (const place of [CELLAR, HEARD, UNKNOWN]) await plan(place, Date.now() + HOUR, HOUR);
  }, 300_000);

  describe('Voordat Anna gaat', () => {
    test('H9 waar telefoons niet te horen waren, waarschuwt de telefoon vooraf', async () => {
      const phone = await beforeLeaving(CELLAR.address);
      await phone.getByText('Weinig bereik op deze plek').waitFor();
      await phone.getByText('Bij 2 van de 3 bezoeken was de telefoon niet te horen.').waitFor();
      await phone.getByText('Bereik binnen, kelder').waitFor();
      expect(await responseTime(phone)).toBe('Nog niet gemeten.');
      expect(await faultsOfAxe(phone)).toEqual([]);
      await phone.context().close();
    });

    test('H9 waar alles doorkwam, of waar nog niemand was, waarschuwt niets', async () => {
      const phone = await beforeLeaving(HEARD.address);
      await phone.getByText('Bij het laatste bezoek was de telefoon te horen.').waitFor();
      expect(await phone.getByText('Weinig bereik').count()).toBe(0);
      await phone.context().close();

      const elsewhere = await beforeLeaving(UNKNOWN.address);
      await elsewhere.getByText('Nog niet bekend.').waitFor();
      expect(await elsewhere.getByText('Weinig bereik').count()).toBe(0);
      await elsewhere.context().close();
    });

    test('H9 zonder netwerk zegt het scherm dat het dit nu niet weet, en starten kan', async () => {
      const phone = await beforeLeaving(CELLAR.address);
      await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
      await phone.context().setOffline(true);
      await phone.reload();
      await phone.getByText('Wat we van dit adres weten, ziet u nu niet.').waitFor();
      await phone.getByRole('button', { name: 'Start bewaking' }).waitFor();
      await phone.context().close();
    });

    test('A4 de gemeten opkomtijd staat erbij, met hoe vaak er gemeten is', async () => {
      const phone = await beforeLeaving(CELLAR.address, {
        medianSeconds: 500,
        alarms: 3,
        scope: 'neighbourhood',
      });
      await expect
        .poll(() => responseTime(phone))
        .toBe('Bij 3 alarmen in deze buurt was er de helft van de keren binnen 9 min iemand bij.');
      await phone.context().close();
    });
  });

  describe('Waarom stil?', () => {
    test('H9 de alarmpagina geeft feiten met hun tijden, wat het kan verklaren bovenaan', async () => {
      const visit = await withShortGrace(() => plan(CELLAR, Date.now() - MINUTE, 90_000));
      await anna.send('POST', '/watches', {
        ...startOf(visit),
        made: made({ batteryPercent: 12 }),
      });
      const alarmId = await openAlarm('missed-sign');
      const desk = await (await openDesk(browser)).newPage();
      await sitDown(desk, server.url, 'bram');
      await desk.goto(`${server.url}/control-room/#/alarms/${alarmId}`);
      const why = desk.getByRole('region', { name: 'Waarom is het stil?' });
      await why.waitFor();
      const facts = await why.getByRole('listitem').allInnerTexts();
      expect(facts.map((fact) => fact.replace(/\d\d:\d\d/g, 'UU:MM'))).toEqual([
        'Kan het verklaren: Bij 2 van de 3 bezoeken hier was de telefoon niet te horen.',
        'Kan het verklaren: De batterij stond op 12%, om UU:MM uur.',
        'Verklaart het niet: De telefoon heeft nooit gezegd waar hij is.',
      ]);
      expect(await faultsOfAxe(desk)).toEqual([]);
      await closeAlarm(alarmId);
      await desk.context().close();
    });

    test('V5 wie zelf om hulp vraagt, is niet stil: dan staat die vraag er niet', async () => {
      await anna.send('POST', '/panics', {});
      const alarmId = await openAlarm('panic');
      const desk = await (await openDesk(browser)).newPage();
      await sitDown(desk, server.url, 'bram');
      const asked: string[] = [];
      desk.on('request', (request) => asked.push(request.url()));
      await desk.goto(`${server.url}/control-room/#/alarms/${alarmId}`);
      await desk.getByRole('heading', { name: 'Belscript' }).waitFor();
      expect(await desk.getByText('Waarom is het stil?').count()).toBe(0);
      expect(asked.some((url) => url.endsWith(`/alarms/${alarmId}`))).toBe(true);
      expect(asked.filter((url) => url.includes('silence-evidence'))).toEqual([]);
      await closeAlarm(alarmId);
      await desk.context().close();
    });
  });
}

interface Place {
  readonly address: string;
  readonly floor?: string;
}

const iso = (atMs: number) => new Date(atMs).toISOString();
const made = (more: object = {}, agoMs = 0) => ({ madeAt: iso(Date.now() - agoMs), ...more });
const startOf = (visitId: string) => ({ shape: 'visit', visitId });

async function plan(place: Place, fromMs: number, lastsMs: number): Promise<string> {
  const visit = await anna.send('POST', '/visits', {
    place,
    plannedStartAt: iso(fromMs),
    plannedEndAt: iso(fromMs + lastsMs),
    travelMode: 'walking',
  });
  return String(field(visit, 'id'));
}

/** A visit of hours ago; what was not heard came ten minutes after it was made. */
async function visited(place: Place, heard: boolean): Promise<void> {
  const visit = await plan(place, Date.now() - 7 * HOUR, HOUR);
  const expectedEndAt = iso(Date.now() + HOUR);
  const start = { ...startOf(visit), expectedEndAt, made: made() };
  const watch = await anna.send('POST', '/watches', start);
  const path = `/watches/${String(field(watch, 'id'))}`;
  const onSite = { leg: 'on-site', made: made({}, heard ? 0 : 10 * MINUTE) };
  await anna.send('POST', `${path}/legs`, onSite);
  await anna.send('POST', `${path}/endings`, { how: 'finished', where: 'home', made: made() });
}

/** "Before you go" of Anna's visit at this address; `measured` is what the server will tell once. */
async function beforeLeaving(address: string, measured?: object): Promise<Page> {
  const phone = await (await openPhone(browser)).newPage();
  if (measured !== undefined) {
    await phone.route('**/api/v1/visits/*/place', async (route) => {
      const answer = await route.fetch();
      const told: unknown = await answer.json();
      const json = { ...(typeof told === 'object' ? told : {}), responseTime: measured };
      await route.fulfill({ response: answer, json });
    });
  }
  await signIn(phone, server.url);
  await phone
    .locator('.aw-visits__visit', { hasText: address })
    .getByRole('button', { name: /^Voordat u gaat/ })
    .click({ timeout: SOON_ASKED_AGAIN_MS });
  await phone.getByRole('heading', { name: 'Dit adres' }).waitFor();
  await phone.getByText('Opkomtijd').waitFor();
  return phone;
}

const responseTime = (phone: Page) =>
  phone.locator('.aw-facts__fact', { hasText: 'Opkomtijd' }).locator('dd').innerText();

/** The grace is short for what is planned meanwhile only: the others of the team keep theirs. */
async function withShortGrace<T>(planned: () => Promise<T>): Promise<T> {
  const beheer = await signInTo(server.url, 'beheer');
  const me = await anna.get('/me');
  const path = `/teams/${String(field(me, 'teamId'))}/numbers`;
  const numbers = field(me, 'teamNumbers');
  const usual = typeof numbers === 'object' ? { ...numbers } : {};
  await beheer.send('PUT', path, { ...usual, graceSeconds: 5, highRiskGraceSeconds: 5 });
  const result = await planned();
  await beheer.send('PUT', path, usual);
  return result;
}

async function openAlarm(kind: string): Promise<string> {
  const alarm = await until(
    `the alarm ${kind}`,
    async () =>
      list(await bram.get('/board'), 'alarms').find(
        (one) => field(one, 'kind') === kind && field(one, 'workerName') === 'Anna de Vries',
      ),
    120,
  );
  return String(field(alarm, 'id'));
}

async function closeAlarm(alarmId: string): Promise<void> {
  await bram.send('POST', `/alarms/${alarmId}/acknowledgements`, {});
  await bram.send('POST', `/alarms/${alarmId}/closures`, { outcome: 'safe', text: 'Alles goed.' });
}
