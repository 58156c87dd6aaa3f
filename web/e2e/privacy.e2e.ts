import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf, momentOf } from '../shared/src/core/local-day';
import { field, list, signInTo, type Api } from './kit/api';
import { openDesk, sitDown } from './kit/desk';
import { keptBy } from './kit/kept';
import { startMailServer, type MailServer } from './kit/mail-server';
import { pushLineOf } from './kit/notices';
import { noticePassing, type Passing } from './kit/passing';
import { addWorker, type Colleague } from './kit/people';
import {
  startPushReceiver,
  startWebhookReceiver,
  type PushReceiver,
  type WebhookReceiver,
} from './kit/receivers';
import { startServer, until, type RunningServer } from './kit/server';
import { openBrowser, openPhone, signIn } from './phone-browser';

/**
 * No client or caution data on a lock screen, in a push payload, in a URL, or in the offline store
 * beyond the visits of today and tomorrow. Every visit has words of its own that occur nowhere else;
 * then all that a bystander, a finder or a proxy could see is searched for them.
 */
const QUIET_TOWN = '--achterwacht.example-pace=0.4';
const VISIT_MS = 60_000;
const REMINDER_SECONDS = 20;
const GRACE_SECONDS = 5;

/** `place` and `purpose` belong to the visit; `told` is what is told about who lives there. */
const MARKS = {
  today: { place: 'Zebrakwast', purpose: 'Mevrouw Olifantsoor', told: 'Zebrahapper' },
  tomorrow: { place: 'Ijsvogelmos', purpose: 'Mevrouw Krokusbol', told: 'Ijsvogelhapper' },
  dayAfter: { place: 'Wolkennoot', purpose: 'Mevrouw Distelpluis', told: 'Wolkenhapper' },
  nextMonth: { place: 'Duinpannetje', purpose: 'Mevrouw Varenblad', told: 'Duinhapper' },
} as const;
type When = keyof typeof MARKS;
const WHENS = ['today', 'tomorrow', 'dayAfter', 'nextMonth'] as const;
const addressOf = (when: When) => `${MARKS[when].place}laan 7, Voorbeeldstad`;

const pushes = new Map<string, PushReceiver>();
const visits = new Map<When, string>();
let server: RunningServer;
let mail: MailServer;
let hook: WebhookReceiver;
let browser: Browser;
let anna: Api;
let bram: Api;
let carla: Api;
let noor: Colleague;
let phone: Page;
let desk: Page;
let onPhone: Passing;
let onDesk: Passing;

beforeAll(async () => {
  mail = await startMailServer();
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
  carla = await signInTo(server.url, 'carla');
  await prepareTown();
  for (const when of WHENS) await warnOf(when);
  await openBoth();
  // Last, for the first of them begins now.
  for (const when of WHENS.toReversed()) visits.set(when, await plan(when));
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await mail?.close();
  hook?.close();
  pushes.forEach((push) => push.close());
});

describe('Niets over een cliënt', () => {
  test('H11 Anna doet haar werk: alle schermen, alle berichten, een alarm', async () => {
    await lookEverywhere();
    await askColleagues();
    await goSilent();
    await lookAtTheDesk();
    await prepareNext();
  }, 300_000);

  test('H11 in geen adresregel, verwijzing of titel, en geen antwoord mag worden bewaard', () => {
    const addresses = [...onPhone.addresses, ...onDesk.addresses];
    // What is searched is really there: ids go along, of the visit and of the address.
    expect(addresses.some((one) => one.endsWith(`/visits/${visits.get('today')}/place`))).toBe(
      true,
    );
    expect(addresses.some((one) => /\/control-room\/#\/alarms\/./.test(one))).toBe(true);
    expect(marksIn(addresses.join('\n'))).toEqual([]);
    const titles = [...onPhone.titles, ...onDesk.titles];
    expect(titles.some((title) => title.includes('ALARM'))).toBe(true);
    expect(marksIn(titles.join('\n'))).toEqual([]);
    expect([...onPhone.keepable, ...onDesk.keepable]).toEqual([]);
  });

  test('H11 in geen bericht dat naar buiten gaat: push, e-mail, webhook', () => {
    const messages = [...pushes.values()].flatMap((push) => push.messages);
    // Of each kind that this day brings there is one; the town itself tells of more.
    expect(messages.map((one) => field(one, 'kind'))).toEqual(expect.arrayContaining(KINDS));
    expect([...pushes.values()].flatMap((push) => push.objections)).toEqual([]);
    expect(marksIn(JSON.stringify(messages))).toEqual([]);
    expect(mail.letters.some(({ subject }) => subject.includes('Anna de Vries'))).toBe(true);
    expect(marksIn(JSON.stringify(mail.letters))).toEqual([]);
    expect(hook.events.length).toBeGreaterThan(0);
    expect(marksIn(JSON.stringify(hook.events))).toEqual([]);
  });

  test('H11 op geen vergrendeld scherm: wat de telefoon en het bord tonen', async () => {
    for (const [page, names] of [
      [phone, ['anna', 'noor']],
      [desk, ['bram', 'carla']],
    ] as const) {
      const line = await pushLineOf(page);
      const messages = names.flatMap((name) => pushes.get(name)?.messages ?? []);
      for (const message of messages) await line.deliver(message);
      const shown = await line.shown();
      expect(shown.length).toBeGreaterThan(0);
      expect(marksIn(JSON.stringify(shown))).toEqual([]);
    }
  });

  test('H11 in geen logboek van de server', () => {
    const log = readFileSync(server.log, 'utf8');
    expect(log.length).toBeGreaterThan(0);
    expect(marksIn(log)).toEqual([]);
  });

  test('H11 de telefoon bewaart vandaag en morgen, en van aandachtspunten niets', async () => {
    const kept = await keptBy(phone);
    const ofVisits = (when: When) => [MARKS[when].place, MARKS[when].purpose];
    expect(marksIn(kept)).toEqual([...ofVisits('today'), ...ofVisits('tomorrow')]);
  });

  test('H11 het bord bewaart niets', async () => {
    expect(await keptBy(desk)).toContain('achterwacht');
    expect(marksIn(await keptBy(desk))).toEqual([]);
  });

  test('H11 een telefoon die twee dagen geen netwerk had, vergeet bij het openen', async () => {
    await phone.context().setOffline(true);
    await phone.clock.setSystemTime(Date.now() + 2 * 86_400_000);
    await phone.reload();
    await phone.getByText('Uw afspraken ziet u nu niet.').waitFor();
    expect(marksIn(await keptBy(phone))).toEqual([]);
    await phone.clock.setSystemTime(Date.now());
    await phone.context().setOffline(false);
  });

  test('H11 na uitloggen is er niets meer op de telefoon', async () => {
    await phone.reload();
    await until('the visits to be back', async () => marksIn(await keptBy(phone)).length > 0);
    await tab('Instellingen');
    await phone.getByRole('button', { name: 'Uitloggen' }).click();
    await phone.locator('input[type="password"]').waitFor();
    expect(marksIn(await keptBy(phone))).toEqual([]);
  });
});

const KINDS = [
  'approval-asked',
  'standby-asked',
  'companion-asked',
  'colleague-declined',
  'worker-reminder',
  'worker-sign-due',
  'alarm-call',
  'help-comes',
];

/** Which of the words are in a text, in the order of the visits. */
function marksIn(text: string): string[] {
  const hay = text.toLowerCase();
  return WHENS.flatMap((when) => Object.values(MARKS[when])).filter((mark) =>
    hay.includes(mark.toLowerCase()),
  );
}

/** Short times, a ladder of Bram alone, and everybody hears in every way there is. */
async function prepareTown(): Promise<void> {
  const beheer = await signInTo(server.url, 'beheer');
  const me = await anna.get('/me');
  const teamId = String(field(me, 'teamId'));
  noor = await addWorker(server.url, { beheer, teamId, name: 'Noor de Wit', userName: 'noor' });
  const numbers = field(me, 'teamNumbers');
  await beheer.send('PUT', `/teams/${teamId}/numbers`, {
    ...(typeof numbers === 'object' ? numbers : {}),
    reminderSeconds: REMINDER_SECONDS,
    graceSeconds: GRACE_SECONDS,
    highRiskGraceSeconds: GRACE_SECONDS,
  });
  const steps = [{ duty: false, personIds: [await idOf(bram)], secondsToNext: 120 }];
  const alarmKind = 'missed-sign';
  await beheer.send('PUT', `/teams/${teamId}/ladders`, { alarmKind, steps });
  const made = await beheer.send('POST', '/webhook-endpoints', { url: hook.url });
  hook.secret = String(field(made, 'secret'));
  for (const [name, api] of Object.entries({ anna, bram, carla, noor: noor.api })) {
    const push = await startPushReceiver();
    push.serverKey = String(field(await api.get('/push-key'), 'publicKey'));
    await api.send('POST', '/me/push-subscriptions', { ...push.subscription, device: 'Telefoon' });
    pushes.set(name, push);
  }
}

const idOf = async (api: Api) => String(field(await api.get('/me'), 'id'));

/** What is told about who lives there, by one person and confirmed by another. */
async function warnOf(when: When): Promise<void> {
  const ineke = await signInTo(server.url, 'ineke');
  const address = { text: addressOf(when) };
  const place = await carla.send('POST', '/places', { address });
  const yesterday = addDays(dayOf(Date.now()), -1);
  const caution = await carla.send('POST', `/places/${String(field(place, 'id'))}/cautions`, {
    kind: 'dog',
    behaviour: `${MARKS[when].told} beet een collega in de hand.`,
    source: 'colleague',
    evidence: `Verslag over ${MARKS[when].told}.`,
    happenedOn: yesterday,
  });
  const path = `/cautions/${String(field(caution, 'id'))}`;
  await carla.send('POST', `${path}/letters`, { sentOn: yesterday });
  await ineke.send('POST', `${path}/confirmations`, {});
}

async function plan(when: When): Promise<string> {
  const noon = (days: number) => momentOf(addDays(dayOf(Date.now()), days), '12:00');
  const days = { tomorrow: 1, dayAfter: 2, nextMonth: 27 };
  const from = when === 'today' ? Date.now() - 60_000 : noon(days[when]);
  const visit = await anna.send('POST', '/visits', {
    place: { address: addressOf(when) },
    purpose: MARKS[when].purpose,
    plannedStartAt: new Date(from).toISOString(),
    plannedEndAt: new Date(
      when === 'today' ? Date.now() + VISIT_MS : from + 3_600_000,
    ).toISOString(),
    travelMode: 'walking',
  });
  return String(field(visit, 'id'));
}

async function openBoth(): Promise<void> {
  const room = await openDesk(browser);
  await room.grantPermissions(['notifications']);
  onDesk = await noticePassing(room);
  desk = await room.newPage();
  await sitDown(desk, server.url, 'bram');
  const pocket = await openPhone(browser);
  await pocket.grantPermissions(['notifications', 'geolocation']);
  onPhone = await noticePassing(pocket);
  phone = await pocket.newPage();
  await signIn(phone, server.url);
  await phone.getByRole('heading', { level: 1, name: 'Niemand bewaakt u nu' }).waitFor();
}

const tab = (name: string) => phone.getByRole('link', { name, exact: true }).click();
const visitAt = (when: When) =>
  phone.locator('.aw-visits__visit', { hasText: addressOf(when) }).first();

/** What is told of today's address is on her screen; then she starts, and looks at all her visits. */
async function lookEverywhere(): Promise<void> {
  await phone.reload();
  await visitAt('today')
    .getByRole('button', { name: /^Voordat u gaat/ })
    .click();
  await phone.getByText(MARKS.today.told).waitFor();
  await phone.getByRole('button', { name: 'Start bewaking' }).click();
  await phone.getByText('Bram Jansen bewaakt u').first().waitFor();
  await phone.goto(`${server.url}/worker/#/visits`);
  for (const when of WHENS) await visitAt(when).waitFor();
}

/** The estimate of tomorrow asks for people; one of them says no. */
async function askColleagues(): Promise<void> {
  const path = `/visits/${visits.get('tomorrow')}`;
  await anna.send('POST', `${path}/risk-estimates`, {
    factors: ['P2'],
    reaction: 'tense',
    wayOut: `Langs ${MARKS.tomorrow.told}.`,
  });
  const bramId = await idOf(bram);
  await anna.send('POST', `${path}/measures/ACHT/requests`, { personId: bramId });
  await anna.send('POST', `${path}/measures/DUO/requests`, { personId: noor.id });
  await noor.api.send('POST', `${path}/measures/DUO/answers`, { accepts: false });
}

async function goSilent(): Promise<void> {
  await phone.goto(`${server.url}/worker/#/home`);
  const alarm = await until(
    'the alarm',
    async () =>
      list(await bram.get('/board'), 'alarms').find(
        (one) => field(one, 'workerName') === 'Anna de Vries',
      ),
    120,
  );
  await desk.getByRole('link', { name: /Levensteken gemist.*Anna de Vries/ }).click();
  await desk.getByText(MARKS.today.place, { exact: false }).first().waitFor();
  await desk.getByRole('button', { name: 'Ik pak dit op' }).click();
  await until('every kind of message', () => {
    const seen = [...pushes.values()].flatMap((push) => push.messages);
    return KINDS.every((kind) => seen.some((one) => field(one, 'kind') === kind));
  });
  await until('the mail', () => mail.letters.length > 0);
  await until('the webhook', () => hook.events.length > 0);
  await bram.send('POST', `/alarms/${String(field(alarm, 'id'))}/closures`, {
    outcome: 'safe',
    text: 'Gebeld, alles goed.',
  });
}

/** Where addresses are typed and looked up, and cautions are read. */
async function lookAtTheDesk(): Promise<void> {
  await desk.goto(`${server.url}/control-room/#/planner`);
  await desk.getByText(MARKS.tomorrow.place, { exact: false }).first().waitFor();
  await desk.goto(`${server.url}/control-room/#/places`);
  await desk.getByLabel('Zoek een adres').fill(MARKS.dayAfter.place);
  await desk.getByRole('link', { name: addressOf('dayAfter') }).click();
  await desk.getByRole('heading', { level: 1, name: addressOf('dayAfter') }).waitFor();
}

/** The closed alarm ended the watch; Anna prepares the next visit, with all that is told of it. */
async function prepareNext(): Promise<void> {
  await phone.reload();
  await phone.getByRole('button', { name: 'Nu niet' }).click();
  await phone.goto(`${server.url}/worker/#/prepare?${visits.get('tomorrow')}`);
  await expect
    .poll(() => phone.getByLabel('Hoe komt u weg?').inputValue())
    .toContain(MARKS.tomorrow.told);
  await phone.goto(`${server.url}/worker/#/before-leaving?${visits.get('tomorrow')}`);
  await phone.getByText(MARKS.tomorrow.told).first().waitFor();
  await tab('Bewaking');
}
