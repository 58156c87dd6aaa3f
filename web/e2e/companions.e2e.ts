import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { field, list, signInTo, type Api } from './kit/api';
import { faultsOfAxe } from './kit/axe';
import { openDesk, sitDown } from './kit/desk';
import { pushLineOf } from './kit/notices';
import { addWorker, type Colleague } from './kit/people';
import { startPushReceiver, type PushReceiver } from './kit/receivers';
import { startServer, until, type RunningServer } from './kit/server';
import { openBrowser, openPhone, signIn } from './phone-browser';

/** Two on one visit, each under a watch of their own, each seeing the other. */
const QUIET_TOWN = '--achterwacht.example-pace=0.4';
const HOUR = 3_600_000;

let server: RunningServer;
let browser: Browser;
let anna: Api;
let bram: Api;
let beheer: Api;
let noor: Colleague;
let atNoor: PushReceiver;
let atBram: PushReceiver;

beforeAll(async () => {
  server = await startServer(
    '--example-town',
    QUIET_TOWN,
    '--achterwacht.also-allowed-targets=127.0.0.0/8',
  );
  browser = await openBrowser('whole');
  anna = await signInTo(server.url, 'anna');
  bram = await signInTo(server.url, 'bram');
  beheer = await signInTo(server.url, 'beheer');
  const teamId = String(field(await anna.get('/me'), 'teamId'));
  noor = await addWorker(server.url, { beheer, teamId, name: 'Noor de Wit', userName: 'noor' });
  const bramId = field(await bram.get('/me'), 'id');
  await beheer.send('PUT', `/teams/${teamId}/ladders`, {
    alarmKind: 'panic',
    steps: [{ duty: false, personIds: [bramId], secondsToNext: 600 }],
  });
  atNoor = await receiverOf(noor.api);
  atBram = await receiverOf(bram);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  atNoor?.close();
  atBram?.close();
});

describe('Anna en Noor gaan samen', () => {
  test('H14 ieder ziet de ander op de telefoon, en het bord ziet het tweetal', async () => {
    const pair = await goTogether('Tweelingweg 1, Voorbeeldstad');
    await line(pair.anna, 'Noor de Wit').waitFor();
    await line(pair.noor, 'Anna de Vries').waitFor();
    expect(await faultsOfAxe(pair.anna)).toEqual([]);

    const desk = await (await openDesk(browser)).newPage();
    await sitDown(desk, server.url, 'bram');
    for (const [who, other] of [
      ['Anna de Vries', 'Noor de Wit'],
      ['Noor de Wit', 'Anna de Vries'],
    ]) {
      const row = desk
        .getByRole('row')
        .filter({ has: desk.getByRole('rowheader', { name: who }) })
        .filter({ hasText: 'Tweelingweg 1' });
      expect(await row.locator('.aw-watches__companion').innerText()).toBe(other);
    }
    await desk.context().close();
    await comeHome(pair);
  });

  test('H14 op de telefoon staat hoe laat de ander aankwam', async () => {
    const pair = await goTogether('Tweelingweg 2, Voorbeeldstad', {
      leg: 'on-site',
      arrivedAt: '2026-11-23T13:05:00Z',
    });
    await pair.noor.getByText('Samen met Anna de Vries, aangekomen 14:05').waitFor();
    await comeHome(pair);
  });

  test('H14 vraagt de een om hulp, dan hoort de ander dat zonder geluid', async () => {
    const pair = await goTogether('Tweelingweg 3, Voorbeeldstad');
    await line(pair.noor, 'Anna de Vries').waitFor();
    const alarmId = await panic();
    const message = await until('what Noor hears', () =>
      atNoor.messages.find((one) => field(one, 'kind') === 'companion-help'),
    );
    expect(message).toMatchObject({ title: 'Anna de Vries vroeg om hulp', urgency: 'normal' });
    const pushes = await pushLineOf(pair.noor);
    await pushes.deliver(message);
    expect(await pushes.shown()).toMatchObject([{ silent: true }]);

    const told = pair.noor.getByText('Er is een alarm van Anna de Vries.', { exact: false });
    await told.waitFor();
    expect(await faultsOfAxe(pair.noor)).toEqual([]);
    // Not shaken, not played, not spoken: whoever stands beside them notices nothing.
    expect(await told.evaluate((one) => one.closest('[aria-live],[role]:not(main)'))).toBeNull();
    const spoken = await pair.noor
      .locator('[aria-live],[role=alert],[role=status]')
      .allInnerTexts();
    expect(spoken.join(' ')).not.toContain('alarm van');
    const noises: unknown = await pair.noor.evaluate(() => Reflect.get(window, 'awNoises'));
    expect(noises).toEqual([]);
    await closeAlarm(alarmId);
    await comeHome(pair);
  });

  test('H14 wil de organisatie dat niet, dan hoort en ziet de ander niets', async () => {
    await beheer.send('PUT', '/companion-setting', { companionTold: 'not-at-all' });
    const before = atNoor.messages.length;
    const pair = await goTogether('Tweelingweg 4, Voorbeeldstad');
    await line(pair.noor, 'Anna de Vries').waitFor();
    const alarmId = await panic();
    // What Noor would hear is written down together with the call to Bram, and goes out with it.
    await until('the call to Bram', () =>
      atBram.messages.some((one) => String(field(one, 'link')).endsWith(alarmId)),
    );
    await pair.noor.reload();
    await line(pair.noor, 'Anna de Vries').waitFor();
    expect(await pair.noor.getByText('alarm van Anna').count()).toBe(0);
    const since = atNoor.messages.slice(before).map((one) => field(one, 'kind'));
    expect(since).toEqual(['companion-asked']);
    await closeAlarm(alarmId);
    await comeHome(pair);
  });
});

interface Pair {
  readonly anna: Page;
  readonly noor: Page;
}

const line = (phone: Page, name: string) =>
  phone.getByText(new RegExp(`^Samen met ${name}, (ook onder bewaking|onderweg)$`));

async function receiverOf(api: Api): Promise<PushReceiver> {
  const push = await startPushReceiver();
  push.serverKey = String(field(await api.get('/push-key'), 'publicKey'));
  await api.send('POST', '/me/push-subscriptions', { ...push.subscription, device: 'Telefoon' });
  return push;
}

/** Noor says yes on her own phone, and each starts a watch; `more` is told of both besides. */
async function goTogether(address: string, more?: object): Promise<Pair> {
  const from = Date.now() + 600_000;
  const visit = await anna.send('POST', '/visits', {
    place: { address },
    plannedStartAt: new Date(from).toISOString(),
    plannedEndAt: new Date(from + HOUR).toISOString(),
    travelMode: 'walking',
  });
  const asked = `/visits/${String(field(visit, 'id'))}/measures/DUO/requests`;
  await anna.send('POST', asked, { personId: noor.id });

  const noors = await phoneOf('noor', more);
  const request = noors.locator('.aw-visits__visit', { hasText: address });
  await request.getByRole('button', { name: 'Ja', exact: true }).click();
  await request.getByText('U gaat mee met Anna de Vries').waitFor();
  await request.getByRole('button', { name: 'Start', exact: true }).click();
  await noors.getByText(/bewaakt u$/).waitFor();

  const annas = await phoneOf('anna', more);
  await annas
    .locator('.aw-visits__visit', { hasText: address })
    .getByRole('button', { name: /^Start bewaking/ })
    .click();
  await annas.getByText(/bewaakt u$/).waitFor();
  return { anna: annas, noor: noors };
}

async function phoneOf(userName: string, more?: object): Promise<Page> {
  const context = await openPhone(browser);
  await context.grantPermissions(['notifications', 'geolocation']);
  const phone = await context.newPage();
  await phone.addInitScript(() => {
    const noises: string[] = [];
    Reflect.set(window, 'awNoises', noises);
    navigator.vibrate = () => noises.push('vibrates') > 0;
    HTMLMediaElement.prototype.play = async () => void noises.push('plays');
    AudioScheduledSourceNode.prototype.start = () => void noises.push('sounds');
  });
  if (more !== undefined) {
    await phone.route('**/api/v1/visits/*/preparation', async (route) => {
      const answer = await route.fetch();
      const told: unknown = await answer.json();
      const worker = { ...Object(field(told, 'worker')), ...more };
      await route.fulfill({ response: answer, json: { ...Object(told), worker } });
    });
  }
  await signIn(phone, server.url, userName);
  return phone;
}

const watchOf = async (api: Api) => field(field(await api.get('/me/watch'), 'watch'), 'id');

/** Anna asks for help aloud; returns which alarm it is. */
async function panic(): Promise<string> {
  const watchId = await watchOf(anna);
  await anna.send('POST', `/watches/${String(watchId)}/panics`, {});
  const alarm = await until('the alarm', async () =>
    list(await bram.get('/board'), 'alarms').find((one) => field(one, 'watchId') === watchId),
  );
  return String(field(alarm, 'id'));
}

async function closeAlarm(alarmId: string): Promise<void> {
  await bram.send('POST', `/alarms/${alarmId}/acknowledgements`, {});
  await bram.send('POST', `/alarms/${alarmId}/closures`, { outcome: 'safe', text: 'Alles goed.' });
}

/** Whatever still runs ends; the next pair begins with nobody watching. */
async function comeHome(pair: Pair): Promise<void> {
  await pair.anna.context().close();
  await pair.noor.context().close();
  for (const api of [anna, noor.api]) {
    const watchId = await watchOf(api);
    if (watchId === undefined) continue;
    const ending = { how: 'finished', where: 'home' };
    await api.send('POST', `/watches/${String(watchId)}/endings`, ending);
  }
}
