import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { field, list, serverAheadMs, signInTo, type Api } from './kit/api';
import { listenToBell, type Bell } from './kit/bell';
import { openDesk, sitDown } from './kit/desk';
import { startMailServer, type MailServer } from './kit/mail-server';
import {
  startPushReceiver,
  startWebhookReceiver,
  type PushReceiver,
  type WebhookReceiver,
} from './kit/receivers';
import { startServer, until, type RunningServer } from './kit/server';
import { watchStalls } from './kit/stalls';
import { openBrowser, openPhone, signIn } from './phone-browser';

/**
 * The main job, end to end on real parts: Anna's phone goes silent during a visit, Bram's screen
 * rings, mail, push and webhook arrive, Bram takes the alarm and closes it, the journal tells it all.
 *
 * Elsewhere time never decides a test. Here it does, for "within one second" is what is promised:
 * decision 0005 says how it is measured.
 */
const GRACE_MS = 5000;
const VISIT_MS = 45_000;
const PROMISED_MS = 1000;
const ADDRESS = 'Dorpsstraat 12, Voorbeeldstad';

/** At this pace the town's own first trouble comes long after Anna's, and its phones sign in time. */
const QUIET_TOWN = '--achterwacht.example-pace=0.4';

let server: RunningServer;
let mail: MailServer;
let push: PushReceiver;
let hook: WebhookReceiver;
let browser: Browser;
let anna: Api;
let bram: Api;
let beheer: Api;

beforeAll(async () => {
  mail = await startMailServer();
  push = await startPushReceiver();
  hook = await startWebhookReceiver();
  server = await startServer(
    '--example-town',
    QUIET_TOWN,
    '--achterwacht.mail.host=127.0.0.1',
    `--achterwacht.mail.port=${mail.port}`,
    '--achterwacht.mail.security=none',
    '--achterwacht.also-allowed-targets=127.0.0.0/8',
  );
  browser = await openBrowser('whole');
  anna = await signInTo(server.url, 'anna');
  bram = await signInTo(server.url, 'bram');
  beheer = await signInTo(server.url, 'beheer');
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await mail?.close();
  push?.close();
  hook?.close();
});

test('A missed sign of life rings at the standby, who takes it and closes it', async () => {
  const team = await prepareTown();
  const desk = await (await openDesk(browser)).newPage();
  const bell = await listenToBell(desk);
  await sitDown(desk, server.url, 'bram');
  const phone = await (await openPhone(browser)).newPage();
  await signIn(phone, server.url);
  await phone.getByText('Niemand bewaakt u nu').waitFor();
  await planVisit(team);
  await phone.reload();

  await phone
    .locator('.aw-visits__visit', { hasText: ADDRESS })
    .getByRole('button', { name: /Start bewaking, afspraak van/ })
    .click();
  await phone.getByText('Bram Jansen bewaakt u').first().waitFor();
  const watch = field(await anna.get('/me/watch'), 'watch');
  const watchId = String(field(watch, 'id'));
  const alarmAtMs = Date.parse(String(field(watch, 'dueAt'))) + GRACE_MS;
  expect(alarmAtMs - Date.now(), 'started before the planned end').toBeLessThanOrEqual(
    VISIT_MS + GRACE_MS,
  );
  await phone.context().setOffline(true);
  const [alarmId] = await Promise.all([
    ringsInTime(desk, bell, watchId, alarmAtMs),
    phoneKnowsNoBetter(phone),
  ]);
  await everyWayReaches(alarmId, watchId);

  await desk.getByRole('link', { name: /Levensteken gemist.*Anna de Vries/ }).click();
  await desk.getByRole('heading', { name: 'Belscript' }).waitFor();
  await desk.getByRole('button', { name: 'Ik pak dit op' }).click();
  await desk.getByText('U heeft dit alarm').first().waitFor();
  await closeAlarm(desk);

  await journalTellsAll(watchId);
  await pageTellsAll(desk, alarmId);
}, 300_000);

/** Bram alone is called, and hears of it in every way there is; returns the team. */
async function prepareTown(): Promise<string> {
  const team = String(field(await anna.get('/me'), 'teamId'));
  await beheer.send('PUT', `/teams/${team}/ladders`, {
    alarmKind: 'missed-sign',
    steps: [{ duty: false, personIds: [field(await bram.get('/me'), 'id')], secondsToNext: 120 }],
  });
  const made = await beheer.send('POST', '/webhook-endpoints', { url: hook.url });
  hook.secret = String(field(made, 'secret'));
  push.serverKey = String(field(await bram.get('/push-key'), 'publicKey'));
  await bram.send('POST', '/me/push-subscriptions', {
    ...push.subscription,
    device: 'Telefoon van Bram',
  });
  return team;
}

/** The grace is short for Anna's visit only: the others of her team keep theirs. */
async function planVisit(team: string): Promise<void> {
  const numbers = field(await anna.get('/me'), 'teamNumbers');
  const usual = typeof numbers === 'object' ? { ...numbers } : {};
  const short = { ...usual, graceSeconds: GRACE_MS / 1000 };
  await beheer.send('PUT', `/teams/${team}/numbers`, short);
  const now = Date.now();
  await anna.send('POST', '/visits', {
    place: { address: ADDRESS },
    plannedStartAt: new Date(now - 60_000).toISOString(),
    plannedEndAt: new Date(now + VISIT_MS).toISOString(),
    travelMode: 'walking',
  });
  await beheer.send('PUT', `/teams/${team}/numbers`, usual);
}

/** The server opens the alarm in time, and the bell follows; returns which alarm it is. */
async function ringsInTime(
  desk: Page,
  bell: Bell,
  watchId: string,
  alarmAtMs: number,
): Promise<string> {
  const stalls = watchStalls();
  const aheadMs = await serverAheadMs(anna);
  expect(bell.rang).toEqual([]);

  const rangAtMs = (await until('the bell', () => bell.rang[0], 120)) + aheadMs;
  const calling = list(await bram.get('/board'), 'alarms');
  expect(calling.map((one) => field(one, 'watchId'))).toEqual([watchId]);
  const alarmId = String(field(calling[0], 'id'));
  await desk.locator('.aw-alarm-card--calling', { hasText: 'Anna de Vries' }).waitFor();
  await desk.locator('.aw-desk--alarm').waitFor();
  await until('the title to flash', async () => (await desk.title()).includes('1 ALARM'));

  const openedAtMs = Date.parse(String(field(calling[0], 'openedAt')));
  const stalledMs = stalls.longestMs(alarmAtMs - aheadMs - PROMISED_MS, rangAtMs - aheadMs);
  stalls.stop();
  process.stdout.write(
    `OPENED ${openedAtMs - alarmAtMs} ms and RANG ${rangAtMs - alarmAtMs} ms after interval + ` +
      `grace; the machine stalled for ${stalledMs} ms; server ahead ${aheadMs} ms\n`,
  );
  expect(openedAtMs - alarmAtMs).toBeGreaterThanOrEqual(0);
  expect(openedAtMs - alarmAtMs).toBeLessThanOrEqual(PROMISED_MS);
  expect(rangAtMs - alarmAtMs).toBeLessThanOrEqual(PROMISED_MS + stalledMs);
  return alarmId;
}

/** Without a network the phone says so first, and then what is likely: it cannot know. */
async function phoneKnowsNoBetter(phone: Page): Promise<void> {
  const timeout = 120_000;
  await phone
    .getByText(/Geen verbinding sinds/)
    .first()
    .waitFor({ timeout });
  await phone
    .getByText(/waarschijnlijk af/)
    .first()
    .waitFor({ timeout });
}

async function everyWayReaches(alarmId: string, watchId: string): Promise<void> {
  const link = `/control-room/#/alarms/${alarmId}`;
  const letter = await until('the mail', () =>
    mail.letters.find(({ text }) => text.includes(link)),
  );
  expect(letter.to).toEqual(['bram@voorbeeldstad.example']);
  expect(letter.subject).toBe('ALARM: geen levensteken van Anna de Vries');

  const message = await until('the push message', () =>
    push.messages.find((one) => field(one, 'link') === link),
  );
  expect(message).toMatchObject({
    kind: 'alarm-call',
    urgency: 'alarm',
    title: 'ALARM: geen levensteken van Anna de Vries',
  });
  expect(push.objections).toEqual([]);

  const event = await until('the webhook', () =>
    hook.events.find((one) => field(field(one, 'data'), 'alarmId') === alarmId),
  );
  expect(event).toMatchObject({
    type: 'nl.achterwacht.alarm.opened.v1',
    data: { alarmKind: 'missed-sign', watchId },
  });
  expect(hook.forged()).toBe(0);
}

async function closeAlarm(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Alarm sluiten' }).first().click();
  await desk.getByLabel('Veilig, er was niets nodig').check();
  await desk
    .getByLabel('Wat is er gebeurd?')
    .fill('Anna gebeld. De telefoon was leeg, alles goed.');
  await desk.getByRole('button', { name: 'Verder naar controle' }).click();
  await desk.getByRole('button', { name: 'Alarm sluiten' }).last().click();
  await desk.getByText('Het alarm van Anna de Vries is gesloten').first().waitFor();
}

const UNREADY = 'Begonnen terwijl het bezoek niet klaar was';

/** Looks, and what the policy asks of a visit, which depends on the hour. */
const BESIDE_THE_STORY = ['alarm.looked-at', 'visit.started-unready'];

/** From the plan to the end, each line once, in order, with who did it. */
async function journalTellsAll(watchId: string): Promise<void> {
  const carla = await signInTo(server.url, 'carla');
  const journal = await carla.get(`/journal?watchId=${watchId}&pageSize=200`);
  const story = list(journal, 'items')
    .toReversed()
    .filter((entry) => !BESIDE_THE_STORY.includes(String(field(entry, 'kind'))))
    .map((entry) => [field(entry, 'kind'), field(entry, 'byName')]);
  expect(story).toEqual([
    ['watch.planned', 'Anna de Vries'],
    ['watch.started', 'Anna de Vries'],
    ['watch.overdue', undefined],
    ['watch.alarmed', undefined],
    ['alarm.opened', undefined],
    ['alarm.acknowledged', 'Bram Jansen'],
    ['alarm.closed', 'Bram Jansen'],
    ['watch.alarm-closed', 'Bram Jansen'],
  ]);
}

/** What Bram reads of it afterwards: who was called over what, and the whole story, newest first. */
async function pageTellsAll(desk: Page, alarmId: string): Promise<void> {
  await desk.goto(`${server.url}/control-room/#/alarms/${alarmId}`);
  await desk.getByRole('heading', { name: 'Levensteken gemist: Anna de Vries' }).waitFor();
  const called = await desk.locator('.aw-called__call').allInnerTexts();
  expect(called.map(withoutTime).toSorted()).toEqual([
    'Bram Jansen E-mail, verstuurd stap 1, UU:MM',
    'Bram Jansen Melding, verstuurd stap 1, UU:MM',
  ]);
  const timeline = await desk.locator('.aw-timeline__entry > span').allInnerTexts();
  const story = timeline.map(withoutTime).filter((line) => !line.startsWith(UNREADY));
  expect(story).toEqual([
    'Voor de bewaking is het alarm voorbij. door Bram Jansen',
    'Alarm gesloten. Anna gebeld. De telefoon was leeg, alles goed. door Bram Jansen',
    'Alarm opgepakt. door Bram Jansen',
    'Alarm geopend, stap 1.',
    'Geen levensteken: alarm.',
    'Geen levensteken op tijd: medewerker gevraagd.',
    'Bewaking gestart. door Anna de Vries',
    'Bezoek gepland. door Anna de Vries',
  ]);
}

function withoutTime(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/\d\d:\d\d/g, 'UU:MM');
}
