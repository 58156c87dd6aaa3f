import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, momentOf, weekdayOf } from '../../shared/src/core/local-day';
import { faultsOfAxe } from '../kit/axe';
import { field, list, signInTo, type Api } from '../kit/api';
import { openDesk, openOwnMenu, sitDown, toPage } from '../kit/desk';
import type { OneTown } from '../kit/one-town';
import { until, type RunningServer } from '../kit/server';
import { openPhone, signIn } from '../phone-browser';

const HOUR = 3_600_000;

let server: RunningServer;
let browser: Browser;
let anna: Api;
let beheer: Api;
/** Anna's phone stays hers for the whole file, as it does in her pocket. */
let phone: Page;

/** What is settled at the desk for home visits is what the phone says. */
export function houseRules(town: () => OneTown): void {
  beforeAll(async () => {
    ({ server, browser } = town());
    anna = await signInWhenItCan('anna');
    beheer = await signInWhenItCan('beheer');
    phone = await (await openPhone(browser)).newPage();
    await signIn(phone, server.url);
    await phone.getByRole('heading', { level: 1, name: 'Niemand bewaakt u nu' }).waitFor();
  }, 300_000);

  afterEach(async () => {
    const desks = browser.contexts().filter((context) => context !== phone.context());
    await Promise.all(desks.map((context) => context.close()));
  });

  test('H2 een kaart wordt aan het bureau gewijzigd, en de telefoon toont de nieuwe woorden', async () => {
    const desk = await openPart('beheer', 'Situatiekaarten');
    await desk.getByRole('button', { name: 'Wijzigen: Gevaarlijke hond' }).click();
    await desk.getByLabel('Wat doet u dan?, in het Nederlands').fill('');
    await press(desk, 'Overnemen in de lijst');
    await desk.getByText('Vul de Nederlandse tekst in.').waitFor();
    await desk
      .getByLabel('Wat doet u dan?, in het Nederlands')
      .fill('Fluit bij het hek en wacht op het erf.');
    await desk
      .getByLabel('Wat doet u dan?, in het Engels')
      .fill('Whistle at the gate and wait in the yard.');
    expect(await faultsOfAxe(desk)).toEqual([]);
    await press(desk, 'Overnemen in de lijst');
    await desk.getByText('Standaard, aangepast').waitFor();

    // By keyboard to the top: the focus goes along with the card.
    const up = desk.getByRole('button', { name: 'Omhoog: Gevaarlijke hond' });
    await up.focus();
    while (await up.isEnabled()) await desk.keyboard.press('Enter');
    expect(await focused(desk)).toBe('Omlaag: Gevaarlijke hond');
    await save(desk);
    expect(await faultsOfAxe(desk)).toEqual([]);

    await prepare('Molenweg 21, Voorbeeldstad');
    await until('the card on top', async () => {
      return (
        (await phone.locator('.aw-fold__title').allInnerTexts()).indexOf('Gevaarlijke hond') === 1
      );
    });
    await phone.getByText('Gevaarlijke hond', { exact: true }).click();
    await phone.getByText('Fluit bij het hek en wacht op het erf.').waitFor();

    // During the visit, one tap away; in English for who reads English.
    await anna.send('POST', '/watches', {
      shape: 'visit',
      place: { address: 'Molenweg 21, Voorbeeldstad' },
      expectedEndAt: new Date(Date.now() + HOUR).toISOString(),
      travelMode: 'walking',
    });
    await openOnPhone('home');
    await phone.getByRole('button', { name: 'Situatiekaarten' }).click();
    await phone.getByText('Gevaarlijke hond', { exact: true }).click();
    await phone.getByText('Fluit bij het hek en wacht op het erf.').waitFor();
    await comeHome();

    // What came as standard comes back.
    await desk
      .getByRole('button', { name: 'Standaardtekst terugzetten: Gevaarlijke hond' })
      .click();
    await desk.getByText('De standaardtekst van Gevaarlijke hond staat er weer.').first().waitFor();
    await save(desk);
    await desk.getByText('Standaard, aangepast').waitFor({ state: 'detached' });
  });

  test('H10 de paklijst wordt aan het bureau gewijzigd en op de telefoon afgevinkt', async () => {
    const desk = await openPart('ineke', 'Paklijst');
    await press(desk, 'Toevoegen bij “Neem mee”');
    await desk.getByLabel('Wat is het?, in het Nederlands').fill('Hesje met licht');
    await desk.getByLabel('Wat is het?, in het Engels').fill('Vest with lights');
    await press(desk, 'Overnemen in de lijst');
    await desk.getByRole('button', { name: 'Verwijderen: Sieraden' }).click();
    expect(await focused(desk)).toBe('Ongedaan maken');
    await press(desk, 'Ongedaan maken');
    await desk.getByRole('button', { name: 'Verwijderen: Contant geld' }).click();
    await save(desk);
    expect(await faultsOfAxe(desk)).toEqual([]);

    await openOnPhone('before-leaving');
    const along = phone.getByRole('group', { name: 'Neem mee' });
    await along.getByLabel('Hesje met licht').check();
    const atHome = phone.getByRole('group', { name: 'Laat thuis of op kantoor' });
    await atHome.getByLabel('Sieraden').waitFor();
    expect(await atHome.getByLabel('Contant geld').count()).toBe(0);
    await phone.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await phone.getByText('Bewaard voor vandaag.').waitFor();
    const things = list(await anna.get('/me/packing-check'), 'things');
    expect(things.find((one) => field(one, 'text') === 'Hesje met licht')).toMatchObject({
      along: true,
      ticked: true,
    });

    // The usual list comes back, after a question.
    await press(desk, 'Terug naar de standaard');
    await desk.getByRole('dialog').getByRole('button', { name: 'Terug naar de standaard' }).click();
    await desk.getByRole('button', { name: 'Wijzigen: Contant geld' }).waitFor();
    expect(await desk.getByText('Hesje met licht').count()).toBe(0);
  });

  test('V9 een risicomoment van een functie wordt gewijzigd en staat op de telefoon', async () => {
    const desk = await openPart('ineke', 'Risicomomenten');
    await desk
      .getByRole('button', { name: 'Wijzigen: Vertellen dat een kind uit huis gaat' })
      .click();
    await desk
      .getByLabel('Risicomoment, in het Nederlands')
      .fill('Zeggen dat een kind ergens anders gaat wonen');
    await press(desk, 'Overnemen in de lijst');
    await press(desk, 'Moment toevoegen bij Jeugdbescherming');
    await desk.getByLabel('Risicomoment, in het Nederlands').fill('Een kind ophalen van school');
    await desk.getByLabel('Risicomoment, in het Engels').fill('Collecting a child from school');
    await desk.getByLabel('Uithuisplaatsing of ontruiming').check();
    expect(await faultsOfAxe(desk)).toEqual([]);
    await press(desk, 'Overnemen in de lijst');
    await save(desk);

    await prepare('Molenweg 23, Voorbeeldstad');
    await phone.getByLabel('Uithuisplaatsing of ontruiming').check();
    await phone.getByRole('button', { name: 'Antwoorden bewaren' }).click();
    await phone.getByRole('heading', { name: 'Let vandaag op' }).waitFor();
    await phone.getByText('Zeggen dat een kind ergens anders gaat wonen').waitFor();
    await phone.getByText('Een kind ophalen van school').waitFor();
    expect(await phone.getByText('Vertellen dat een kind uit huis gaat').count()).toBe(0);
  });

  test('H16 andere kantooruren aan het bureau veranderen wat de telefoon vraagt', async () => {
    const day = quietDay();
    const agreement = phone.locator('.aw-measures__one', { hasText: 'Bereikbaarheidsafspraak' });
    await prepare('Molenweg 25, Voorbeeldstad', momentOf(day, '18:00'));
    await agreement.waitFor();

    const desk = await openPart('beheer', 'Kantooruren');
    const name = DAY_NAMES[weekdayOf(day)] ?? '';
    const open = desk.getByRole('switch', { name: `${name} open` });
    await open.check();
    const times = desk.getByRole('group', { name, exact: true });
    await times.getByLabel('Tot').fill('07:00');
    await press(desk, 'Opslaan');
    await times.getByText('Vul een tijd in na het opengaan.').waitFor();
    await times.getByLabel('Tot').fill('20:00');
    await save(desk);
    expect(await faultsOfAxe(desk)).toEqual([]);

    await prepare('Molenweg 27, Voorbeeldstad', momentOf(day, '18:00'));
    expect(await agreement.count()).toBe(0);
  });

  test('H16 een afspraak voor een medewerker wordt aan het bureau gemaakt en vervalt weer', async () => {
    const desk = await openPart('carla', 'Bereikbaarheid');
    await desk.getByLabel('Medewerker').selectOption({ label: 'Anna de Vries' });
    await desk.getByText('Er staat geen afspraak, nu of later.').waitFor();
    await press(desk, 'Afspraak maken');
    await press(desk, 'Afspreken');
    await desk.getByText('Kies wie er bereikbaar is.').waitFor();
    await desk.getByLabel('Dag').fill(addDays(dayOf(Date.now()), 1));
    await desk.getByLabel('Van', { exact: true }).fill('22:00');
    await desk.getByLabel('Tot', { exact: true }).fill('01:00');
    await desk.getByLabel('Wie is bereikbaar?').selectOption({ label: 'Bram Jansen' });
    expect(await faultsOfAxe(desk)).toEqual([]);
    await press(desk, 'Afspreken');
    await desk.getByText('Afgesproken met Bram Jansen.').first().waitFor();
    await desk.getByText(/van 22:00 tot 01:00/).waitFor();

    await openOnPhone('reachable');
    await phone.locator('.aw-visits__visit', { hasText: 'Bram Jansen' }).waitFor();

    await desk.getByRole('button', { name: 'Laten vervallen: Bram Jansen' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Laten vervallen' }).click();
    await desk.getByText('De afspraak met Bram Jansen is vervallen.').first().waitFor();
    expect(list(await anna.get('/reachability-agreements'), 'items')).toEqual([]);
  });

  test('wat een ander intussen wijzigde, wordt gezegd en nooit overschreven zonder vragen', async () => {
    const [hers, his] = await Promise.all([
      openPart('ineke', 'Bij de deur'),
      openPart('beheer', 'Bij de deur'),
    ]);
    await addLine(hers, 'Zet je fiets op slot.');
    await addLine(his, 'Groet de buren.');
    await save(his);
    await press(hers, 'Opslaan');
    await hers.getByText('Iemand anders heeft dit intussen gewijzigd.').waitFor();
    await hers.getByText('Erbij gekomen: Groet de buren.').waitFor();
    expect(await atTheDoor()).not.toContain('Zet je fiets op slot.');
    expect(await faultsOfAxe(hers)).toEqual([]);
    await press(hers, 'Overnemen wat er nu staat');
    await hers.getByRole('button', { name: 'Wijzigen: Groet de buren.' }).waitFor();
    await press(hers, 'Ongedaan maken');
    await hers.getByRole('button', { name: 'Wijzigen: Zet je fiets op slot.' }).waitFor();
  });

  test('wat niet is opgeslagen, gaat niet verloren door een alarm, een andere bladzijde of Escape', async () => {
    const desk = await openPart('beheer', 'Zinnen om weg te gaan');
    await press(desk, 'Zin toevoegen');
    await desk.getByLabel('Zin, in het Nederlands').fill('Ik moet nu weg.');
    await desk.keyboard.press('Escape');
    await desk.getByText('Wat u hier schreef, staat nog niet in de lijst.').waitFor();
    await desk.getByLabel('Zin, in het Engels').fill('I must go now.');
    await press(desk, 'Overnemen in de lijst');

    await desk.getByRole('link', { name: 'Bord', exact: true }).click();
    await desk.getByText('iets niet opgeslagen').waitFor();
    expect(await faultsOfAxe(desk)).toEqual([]);
    await openOwnMenu(desk);
    await press(desk, 'Uitloggen');
    await press(desk, 'Hier blijven');
    await desk.getByRole('link', { name: 'Naar Afspraken thuisbezoek' }).click();
    const link = desk.getByRole('link', { name: /^Zinnen om weg te gaan/ });
    await link.getByText('niet opgeslagen').waitFor();
    await link.click();
    await desk.getByRole('button', { name: 'Wijzigen: Ik moet nu weg.' }).waitFor();

    const asked = desk.waitForEvent('dialog');
    void desk.reload().catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await save(desk);
    await link.getByText('niet opgeslagen').waitFor({ state: 'detached' });
  });

  test('wie het niet mag wijzigen, kan alles lezen; wat een meeganger hoort, is één keuze', async () => {
    const bram = await openPart('bram', 'Situatiekaarten');
    await bram.getByText('De preventiemedewerker en de beheerder kunnen het wijzigen.').waitFor();
    await bram.getByText('Wapens in huis', { exact: true }).waitFor();
    expect(await bram.getByRole('button', { name: 'Opslaan' }).count()).toBe(0);
    await bram.getByRole('link', { name: 'Kantooruren' }).click();
    await bram.getByText('Maandag van 08:30 tot 17:00').waitFor();
    await bram.getByRole('link', { name: 'Wat een meeganger hoort' }).click();
    expect(await bram.getByLabel('De ander krijgt een stille melding').isDisabled()).toBe(true);
    expect(await faultsOfAxe(bram)).toEqual([]);

    const desk = await openPart('beheer', 'Wat een meeganger hoort');
    await desk.getByLabel('De ander krijgt geen melding van ons').check();
    await save(desk);
    expect(field(await beheer.get('/companion-setting'), 'companionTold')).toBe('not-at-all');
  });
}

const DAY_NAMES = [
  'Maandag',
  'Dinsdag',
  'Woensdag',
  'Donderdag',
  'Vrijdag',
  'Zaterdag',
  'Zondag',
] as const;

/** A Tuesday, Wednesday or Saturday to come on which the Netherlands keep no public holiday. */
function quietDay(): string {
  const fixed = ['01-01', '04-26', '04-27', '05-05', '12-25', '12-26'];
  const today = dayOf(Date.now());
  for (let ahead = 2; ; ahead++) {
    const day = addDays(today, ahead);
    if ([1, 2, 5].includes(weekdayOf(day)) && !fixed.includes(day.slice(5))) return day;
  }
}

async function openPart(userName: string, part: string): Promise<Page> {
  const page = await (await openDesk(browser)).newPage();
  await sitDown(page, server.url, userName);
  await toPage(page, 'Afspraken');
  await page.getByRole('link', { name: part, exact: true }).click();
  await page.getByRole('heading', { level: 2, name: part }).waitFor();
  return page;
}

const press = (page: Page, words: string) =>
  page.getByRole('button', { name: words, exact: true }).click();

async function save(desk: Page): Promise<void> {
  await press(desk, 'Opslaan');
  await desk.locator('.aw-rules__standing', { hasText: /Opgeslagen\./ }).waitFor();
}

async function addLine(desk: Page, words: string): Promise<void> {
  await press(desk, 'Regel toevoegen');
  await desk.getByLabel('Tekst, in het Nederlands').fill(words);
  await desk.getByLabel('Tekst, in het Engels').fill(words);
  await press(desk, 'Overnemen in de lijst');
}

async function atTheDoor(): Promise<readonly unknown[]> {
  const guidance = field(await beheer.get('/guidance'), 'guidance');
  return list(guidance, 'atTheDoor').map((line) => field(line, 'nl'));
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const on = document.activeElement;
    return on?.getAttribute('aria-label') ?? on?.textContent ?? '';
  });

/** Just after its start, on a busy machine, a server may say that it has no time yet. */
async function signInWhenItCan(userName: string): Promise<Api> {
  return until(`${userName} to be signed in`, () =>
    signInTo(server.url, userName).catch(() => undefined),
  );
}

/** A screen of the phone, anew. */
async function openOnPhone(screen: string): Promise<void> {
  await phone.evaluate((hash) => void (location.hash = hash), `#/${screen}`);
  await phone.reload();
}

/** A visit of Anna's, opened on her phone. */
async function prepare(address: string, startMs = Date.now() + 2 * HOUR): Promise<void> {
  const visit = await anna.send('POST', '/visits', {
    place: { address },
    plannedStartAt: new Date(startMs).toISOString(),
    plannedEndAt: new Date(startMs + HOUR).toISOString(),
    travelMode: 'walking',
  });
  const here = phone.getByRole('heading', { name: 'Maatregelen' });
  const away = phone.getByText('De voorbereiding kunt u nu niet zien.');
  await until('the preparation, when the server had no time at first', async () => {
    await openOnPhone(`prepare?${String(field(visit, 'id'))}`);
    await here.or(away).first().waitFor();
    return here.isVisible();
  });
}

async function comeHome(): Promise<void> {
  const watch = field(await anna.get('/me/watch'), 'watch');
  await anna.send('POST', `/watches/${String(field(watch, 'id'))}/endings`, {
    how: 'finished',
    where: 'home',
  });
  await openOnPhone('home');
  await phone.getByRole('heading', { name: 'De bewaking is gestopt' }).waitFor();
  await press(phone, 'Nu niet');
  await phone.getByRole('heading', { level: 1, name: 'Niemand bewaakt u nu' }).waitFor();
}
