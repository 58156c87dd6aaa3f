import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { field, list, signInTo, type Api } from './kit/api';
import { startMailServer, type MailServer } from './kit/mail-server';
import {
  startPushReceiver,
  startWebhookReceiver,
  type PushReceiver,
  type WebhookReceiver,
} from './kit/receivers';
import { startServer, until, type RunningServer } from './kit/server';
import { openBrowser, openPhone, signIn } from './phone-browser';

/**
 * The main job, end to end on real parts: Anna's phone goes silent during a visit, Bram's screen
 * rings, mail, push and webhook arrive, Bram takes the alarm and closes it, the journal tells it all.
 */
const GRACE_S = 5;
const VISIT_S = 45;

let server: RunningServer;
let mail: MailServer;
let push: PushReceiver;
let hook: WebhookReceiver;
let browser: Browser;

beforeAll(async () => {
  mail = await startMailServer();
  push = await startPushReceiver();
  hook = await startWebhookReceiver();
  server = await startServer(
    '--example-town',
    '--achterwacht.mail.host=127.0.0.1',
    `--achterwacht.mail.port=${mail.port}`,
    '--achterwacht.mail.security=none',
    '--achterwacht.also-allowed-targets=127.0.0.0/8',
  );
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await mail?.close();
  push?.close();
  hook?.close();
});

test('A missed sign of life rings at the standby, who takes it and closes it', async () => {
  await prepareTown();
  const bram = await openControlRoom();
  const phone = await (await openPhone(browser)).newPage();
  await signIn(phone, server.url);

  await phone
    .getByRole('button', { name: /Start bewaking, afspraak van/ })
    .first()
    .click();
  await phone
    .getByText(/Bram .*bewaakt u/)
    .first()
    .waitFor();
  const anna = await signInTo(server.url, 'anna');
  const watch = field(await anna.get('/me/watch'), 'watch');
  const alarmAt = Date.parse(String(field(watch, 'dueAt'))) + GRACE_S * 1000;
  await phone.context().setOffline(true);

  const alarm = bram.getByText(/Levensteken gemist/).first();
  await alarm.waitFor({ timeout: 120_000 });
  const lateness = Date.now() - alarmAt;
  process.stdout.write(`RANG ${lateness} ms after interval + grace\n`);
  expect(lateness).toBeGreaterThan(-50);
  await until('the title to flash', async () => (await bram.title()).includes('ALARM'));

  await bram
    .getByRole('link', { name: /Levensteken gemist.*Anna|Anna.*Levensteken gemist/ })
    .or(bram.getByRole('button', { name: /Levensteken gemist.*Anna|Anna.*Levensteken gemist/ }))
    .first()
    .click();
  await bram.getByRole('heading', { name: 'Belscript' }).waitFor();

  await until('the mail', () => mail.letters.find((one) => /Subject: .*ALARM/.test(one)));
  await until('the push message', () =>
    push.messages.find((one) => String(field(one, 'title')).includes('ALARM')),
  );
  await until('the webhook', () =>
    hook.events.find((one) => String(field(one, 'type')).includes('alarm.opened')),
  );
  expect(hook.forged()).toBe(0);

  await bram.getByRole('button', { name: 'Ik pak dit op' }).click();
  await bram.getByText('Jij hebt dit alarm').first().waitFor();
  await closeAlarm(bram);

  await journalTellsAll(String(field(watch, 'id')));
}, 240_000);

async function prepareTown(): Promise<void> {
  const beheer = await signInTo(server.url, 'beheer');
  const anna = await signInTo(server.url, 'anna');
  const bram = await signInTo(server.url, 'bram');
  const me = await anna.get('/me');
  const bramMe = await bram.get('/me');
  const team = String(field(me, 'teamId'));
  const numbers = field(me, 'teamNumbers');
  await beheer.send('PUT', `/teams/${team}/numbers`, {
    ...(typeof numbers === 'object' ? numbers : {}),
    graceSeconds: GRACE_S,
  });
  await beheer.send('PUT', `/teams/${team}/ladders`, {
    alarmKind: 'missed-sign',
    steps: [{ duty: false, personIds: [field(bramMe, 'id')], secondsToNext: 120 }],
  });
  const made = await beheer.send('POST', '/webhook-endpoints', { url: hook.url });
  hook.secret = String(field(made, 'secret'));
  await bram.send('POST', '/me/push-subscriptions', {
    ...push.subscription,
    device: 'Telefoon van Bram',
  });
  await planVisit(anna);
}

async function planVisit(anna: Api): Promise<void> {
  const now = Date.now();
  await anna.send('POST', '/visits', {
    place: { address: 'Dorpsstraat 12, Voorbeeldstad' },
    plannedStartAt: new Date(now - 60_000).toISOString(),
    plannedEndAt: new Date(now + VISIT_S * 1000).toISOString(),
    travelMode: 'walking',
  });
}

async function openControlRoom(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'nl-NL',
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/control-room/`);
  await signInOn(page, 'bram');
  await page.getByRole('heading', { name: 'Bord' }).first().waitFor();
  await page.getByRole('button', { name: 'Geluid aanzetten' }).first().click();
  return page;
}

async function signInOn(page: Page, userName: string): Promise<void> {
  await page.locator('input[autocomplete^="username"]').fill(userName);
  await page.locator('input[type="password"]').fill('achterwacht-voorbeeld');
  await page.locator('button[type="submit"]').click();
}

async function closeAlarm(bram: Page): Promise<void> {
  await bram.getByRole('button', { name: 'Alarm sluiten' }).first().click();
  await bram.getByLabel('Veilig, er was niets nodig').check();
  await bram
    .getByLabel('Wat is er gebeurd?')
    .fill('Anna gebeld. De telefoon was leeg, alles goed.');
  await bram.getByRole('button', { name: 'Verder naar controle' }).click();
  await bram.getByRole('button', { name: 'Alarm sluiten' }).last().click();
  await bram
    .getByText(/Het alarm van .* is gesloten/)
    .first()
    .waitFor();
}

async function journalTellsAll(watchId: string): Promise<void> {
  const carla = await signInTo(server.url, 'carla');
  const journal = await carla.get(`/journal?watchId=${watchId}&pageSize=200`);
  const kinds = list(journal, 'items').map((entry) => field(entry, 'kind'));
  for (const kind of [
    'watch.started',
    'watch.overdue',
    'watch.alarmed',
    'alarm.opened',
    'alarm.acknowledged',
    'alarm.closed',
    'watch.alarm-closed',
  ]) {
    expect(kinds).toContain(kind);
  }
}
