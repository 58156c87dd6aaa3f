import type { Locator, Page } from 'playwright-core';
import { addDays, dayOf, momentOf, mondayOf } from '../../shared/src/core/local-day';
import { openPhone, signIn } from '../phone-browser';
import { field, list, signInTo, type Api } from './api';
import { openDesk, sitDown } from './desk';
import { startTown, type OneTown } from './one-town';
import { until } from './server';

const PASSWORD = 'achterwacht-voorbeeld';

/** The real server, with Anna's phone and Carla's desk; Noor is a worker. */
export interface Town extends OneTown {
  readonly anna: Api;
  readonly carla: Api;
  readonly noor: Api;
  readonly phone: PhoneAtHand;
  readonly desk: DeskAtHand;
}

export async function openTown(): Promise<Town> {
  return settleIn(await startTown());
}

/** Anna takes her phone and Carla sits down, in a town that is there. */
export async function settleIn({ server, browser }: OneTown): Promise<Town> {
  const signedIn = (name: string) => untilAnswered(() => signInTo(server.url, name));
  const anna = await signedIn('anna');
  const carla = await signedIn('carla');
  const beheer = await signedIn('beheer');
  // The first judgement reads the policy, which takes long.
  const first = await untilAnswered(() =>
    plan(anna, 'Beginlaan 1, Voorbeeldstad', at(officeDay(), '09:45')),
  );
  const nothing = { factors: [], reaction: 'unknown' };
  await untilAnswered(() => anna.send('POST', `/visits/${first}/risk-estimates`, nothing));
  await untilAnswered(() => anna.send('DELETE', `/visits/${first}`, undefined).then(() => true));
  await beheer.send('POST', '/people', {
    name: 'Noor Bos',
    userName: 'noor',
    password: PASSWORD,
    teamId: field(await anna.get('/me'), 'teamId'),
    roles: ['worker'],
  });
  const phone = await openPhone(browser).then((context) => context.newPage());
  await signIn(phone, server.url);
  await phone.getByRole('button', { name: 'Al mijn bezoeken' }).waitFor();
  const desk = await openDesk(browser).then((context) => context.newPage());
  await sitDown(desk, server.url, 'carla');
  return {
    server,
    browser,
    anna,
    carla,
    noor: await signedIn('noor'),
    phone: new PhoneAtHand(phone, server.url),
    desk: new DeskAtHand(desk, server.url),
  };
}

/** A server that has just begun may ask to come back. */
function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  return until('the server to have time', () => ask().catch(() => undefined));
}

/** Anna's phone. */
export class PhoneAtHand {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  async myVisit(address: string, button: RegExp): Promise<void> {
    await this.page.goto(`${this.url}/worker/#/visits`);
    const visit = this.page.locator('li', { hasText: address });
    await visit.getByRole('button', { name: button }).click();
  }

  async prepareFromMyVisits(address: string): Promise<void> {
    await this.myVisit(address, /^Voorbereiden:/);
    await this.page.getByRole('heading', { name: 'Maatregelen' }).waitFor();
  }

  async prepare(visitId: string): Promise<void> {
    await this.page.goto(`${this.url}/worker/#/prepare?${visitId}`);
    await this.page.getByRole('heading', { name: 'Maatregelen' }).waitFor();
  }

  /** What the worker answers about the visit, and the class that follows. */
  async answer(riskClass: string | RegExp, ...factors: readonly string[]): Promise<void> {
    for (const factor of factors) await this.page.getByLabel(factor).check();
    await this.page.getByRole('button', { name: 'Antwoorden bewaren' }).click();
    await this.page.getByText('Bewaard.').waitFor({ state: 'attached' });
    await this.heading(riskClass);
  }

  heading(name: string | RegExp): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  measure(words: string): Locator {
    return this.page.locator('.aw-measures__one', {
      has: this.page.locator('strong', { hasText: words }),
    });
  }
}

/** Carla's desk. */
export class DeskAtHand {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  measure(words: string): Locator {
    return this.page.locator('.aw-measure', {
      has: this.page.getByRole('heading', { name: words }),
    });
  }

  async act(measure: string, act: string): Promise<void> {
    const button = { name: `${act}: ${measure}`, exact: true };
    await this.measure(measure).getByRole('button', button).click();
  }

  async toList(): Promise<void> {
    await this.page.getByRole('link', { name: 'Bord', exact: true }).click();
    await this.page.getByRole('link', { name: 'Voorbereiding', exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Voorbereiding' }).waitFor();
    await this.page.locator('.aw-preparations__list, .aw-board__empty').first().waitFor();
  }

  inList(visitId: string): Locator {
    return this.page.locator(`.aw-preparations__link[href$="${visitId}"]`);
  }

  async openFromList(visitId: string): Promise<void> {
    await this.toList();
    await this.inList(visitId).click();
    await this.isOpen();
  }

  async open(visitId: string): Promise<void> {
    await this.page.goto(`${this.url}/control-room/#/preparations/${visitId}`);
    await this.isOpen();
  }

  async toWeek(day: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Planner' }).click();
    await this.page.evaluate(
      (hash) => {
        window.location.hash = hash;
      },
      `#/planner/${mondayOf(day)}`,
    );
    await this.page.locator('.aw-week').waitFor();
  }

  /** In the planner, from the week of `from`. */
  async move(address: string, from: string, to: string, time: string): Promise<void> {
    await this.toWeek(from);
    await this.page.locator('.aw-visit', { hasText: address }).click();
    await this.page.getByLabel('Dag', { exact: true }).fill(to);
    await this.page.getByLabel('Van', { exact: true }).fill(time);
    await this.page.getByRole('button', { name: 'Opslaan' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  private isOpen(): Promise<void> {
    const title = { level: 1, name: 'Bezoek van Anna de Vries' };
    return this.page.getByRole('heading', title).waitFor();
  }
}

/** A visit that lasts three quarters of an hour; returns its id. */
export async function plan(worker: Api, address: string, startMs: number): Promise<string> {
  const visit = await worker.send('POST', '/visits', {
    place: { address },
    plannedStartAt: new Date(startMs).toISOString(),
    plannedEndAt: new Date(startMs + 45 * 60_000).toISOString(),
    travelMode: 'walking',
  });
  return String(field(visit, 'id'));
}

export function at(day: string, time: string): number {
  return momentOf(day, time);
}

export function prove(worker: Api, visitId: string, measure: string, proof: unknown) {
  return worker.send('POST', `/visits/${visitId}/measures/${measure}/proofs`, proof);
}

/** Everything that is asked is settled, each in its own way, but for what a test is about. */
export async function arrangeAllBut(
  { anna, carla }: Town,
  visitId: string,
  ...kept: readonly string[]
): Promise<void> {
  const visit = await anna.get(`/visits/${visitId}`);
  const now = new Date().toISOString();
  const proofs = new Map<string, unknown>([
    ['BEL', { kind: 'phoned', phonedAt: now, outcome: 'calm' }],
    ['INFO', { kind: 'informed', askedOf: 'Wijkteam', answered: true }],
    ['TERUG', { kind: 'call-back', callAt: field(visit, 'plannedEndAt') }],
    ['POLVOOR', { kind: 'police-told', name: 'J. de Boer', toldAt: now, reference: 'PL-1' }],
    ['CODE', { kind: 'ticked' }],
    ['ACCU', { kind: 'ticked' }],
    ['PAK', { kind: 'ticked' }],
  ]);
  for (const measure of await missing(anna, visitId)) {
    const proof = proofs.get(measure);
    if (kept.includes(measure)) continue;
    if (proof === undefined) {
      const reason = 'Voor deze proef niet nodig.';
      await carla.send('POST', `/visits/${visitId}/measures/${measure}/waivers`, { reason });
    } else {
      await prove(anna, visitId, measure, proof);
    }
  }
}

/** What the server says is missing, of a visit of whoever asks. */
export async function missing(worker: Api, visitId: string): Promise<readonly string[]> {
  return list(await worker.get(`/visits/${visitId}/preparation`), 'missing').map(String);
}

export async function isReady(worker: Api, visitId: string): Promise<boolean> {
  return field(await worker.get(`/visits/${visitId}/preparation`), 'ready') === true;
}

/** A Tuesday or Wednesday of the coming weeks on which the office is open. */
export function officeDay(): string {
  const closed = ['01-01', '04-26', '04-27', '05-05', '12-25', '12-26'];
  const monday = mondayOf(dayOf(Date.now()));
  const days = [15, 16, 8, 9].map((ahead) => addDays(monday, ahead));
  const open = days.find((day) => !closed.includes(day.slice(5)));
  if (open === undefined) throw new Error('no office day in the coming weeks');
  return open;
}

export function nextChristmas(): string {
  const today = dayOf(Date.now());
  const year = Number(today.slice(0, 4));
  return today < `${year}-12-25` ? `${year}-12-25` : `${year + 1}-12-25`;
}
