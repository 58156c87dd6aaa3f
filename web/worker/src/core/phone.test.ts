import { describe, expect, test } from 'vitest';
import { ANNA } from '../../../e2e/fake-server';
import type { WorkerWatch } from '../../../shared/src/api/types';
import type { ActKind } from './act';
import type { Item } from './outbox';
import { isSignedOut, NEW_PHONE, nextPhone, numberToCall, type Phone, type Settled } from './phone';
import { lastActOf, screenOf, staleSince } from './screen';

const T14_00 = Date.UTC(2026, 2, 3, 13, 0);
const MINUTE = 60_000;
const iso = (atMs: number) => new Date(atMs).toISOString();

const RUNNING: WorkerWatch = {
  id: 'w1',
  version: 3,
  shape: 'visit',
  state: 'running',
  leg: 'on-site',
  place: { address: 'Dorpsstraat 12, Voorbeeldstad' },
  purpose: null,
  visitId: null,
  startedAt: iso(T14_00),
  dueAt: iso(T14_00 + 45 * MINUTE),
  alarmAt: iso(T14_00 + 50 * MINUTE),
  expectedEndAt: iso(T14_00 + 45 * MINUTE),
  signEverySeconds: null,
  highRisk: false,
  codeToEnd: false,
  standby: { personId: 'bram', name: 'Bram', phone: '+31612345678' },
  lastSignAt: null,
  watchKey: null,
  helpComing: null,
  serverTime: iso(T14_00),
};

function waiting(kind: ActKind, watchId: string | null): Item {
  return {
    id: kind,
    seq: 1,
    kind,
    watchId,
    path: '/',
    body: {},
    madeAtMs: T14_00,
    secret: false,
    attempts: 0,
    notBeforeMs: 0,
    held: false,
  };
}

function settled(
  kind: ActKind,
  watchId: string | null,
  outcome: Settled['outcome'] = { kind: 'confirmed', counted: true },
): Settled {
  return { id: kind, kind, watchId, madeAtMs: T14_00, settledAtMs: T14_00 + 1000, outcome };
}

const watching = (watch: WorkerWatch = RUNNING, clockOffsetMs = 0): Phone =>
  nextPhone(NEW_PHONE, { kind: 'watch-heard', watch, heardAtMs: T14_00, clockOffsetMs });

describe('what the opening screen says', () => {
  test('nobody is watching, until the server has said otherwise', () => {
    expect(screenOf(NEW_PHONE, T14_00).kind).toBe('nobody-watching');
  });

  test('a start that is not confirmed is never shown as watched', () => {
    const phone = { ...NEW_PHONE, outbox: { items: [waiting('start', 'w1')] } };
    expect(screenOf(phone, T14_00).kind).toBe('start-waiting');
  });

  test('watched, with the moment by which a sign must come', () => {
    expect(screenOf(watching(), T14_00)).toMatchObject({
      kind: 'watched',
      dueAtMs: T14_00 + 45 * MINUTE,
    });
  });

  test('an extension that is not confirmed does not move the deadline on the screen', () => {
    const phone = { ...watching(), outbox: { items: [waiting('extend', 'w1')] } };
    expect(screenOf(phone, T14_00)).toMatchObject({
      kind: 'watched',
      dueAtMs: T14_00 + 45 * MINUTE,
    });
    expect(lastActOf(phone, 'w1').kind).toBe('waiting');
  });

  test('overdue by the clock of the phone, when the server cannot be heard', () => {
    expect(screenOf(watching(), T14_00 + 46 * MINUTE)).toMatchObject({
      kind: 'overdue',
      saidByServer: false,
    });
  });

  test('a phone whose clock is wrong counts by the clock of the server', () => {
    const tenMinutesAhead = watching(RUNNING, 10 * MINUTE);
    expect(screenOf(tenMinutesAhead, T14_00 + 50 * MINUTE).kind).toBe('watched');
    expect(screenOf(tenMinutesAhead, T14_00 + 55 * MINUTE).kind).toBe('overdue');
  });

  test('once the grace is over without news, the alarm is probably on', () => {
    expect(screenOf(watching(), T14_00 + 51 * MINUTE).kind).toBe('probably-alarmed');
  });

  test('a call for help shows at once, as not yet confirmed', () => {
    const phone = { ...watching(), outbox: { items: [waiting('panic', 'w1')] } };
    expect(screenOf(phone, T14_00)).toMatchObject({ kind: 'alarm', help: { kind: 'waiting' } });
  });

  test('a call for help without a watch stays on the screen until it is put away', () => {
    const called = nextPhone(NEW_PHONE, { kind: 'settled', settled: settled('panic', null) });
    expect(screenOf(called, T14_00)).toMatchObject({ kind: 'alarm', help: { kind: 'confirmed' } });
    const seen = nextPhone(called, { kind: 'put-away', id: 'panic' });
    expect(screenOf(seen, T14_00).kind).toBe('nobody-watching');
  });

  test('after an alarm the server says when the visit goes on', () => {
    const alarmed = watching({ ...RUNNING, version: 4, state: 'alarmed' });
    const called = nextPhone(alarmed, { kind: 'settled', settled: settled('panic', 'w1') });
    expect(screenOf(called, T14_00).kind).toBe('alarm');
    const resumed = nextPhone(called, {
      kind: 'watch-heard',
      watch: { ...RUNNING, version: 5 },
      heardAtMs: T14_00,
      clockOffsetMs: 0,
    });
    expect(screenOf(resumed, T14_00).kind).toBe('watched');
  });

  test('a closed watch asks how it went, once', () => {
    const closed = watching({ ...RUNNING, version: 4, state: 'closed' });
    expect(screenOf(closed, T14_00).kind).toBe('ended');
    expect(screenOf(nextPhone(closed, { kind: 'put-away', id: 'w1' }), T14_00).kind).toBe(
      'nobody-watching',
    );
  });

  test('of a closed watch the phone forgets where it was, and what for', () => {
    const closed = { ...RUNNING, version: 4, state: 'closed', purpose: 'Huisbezoek' } as const;
    const heard = { watch: closed, heardAtMs: T14_00, clockOffsetMs: 0 };
    const phone = nextPhone(watching(), { kind: 'watch-heard', ...heard });
    expect(phone.watch).toMatchObject({ id: 'w1', place: null, purpose: null });
  });

  test('a refused start says so instead of falling silent', () => {
    const refused = settled('start', 'w1', {
      kind: 'refused',
      status: 400,
      code: 'required',
      detail: 'Geen adres.',
    });
    const phone = nextPhone(NEW_PHONE, { kind: 'settled', settled: refused });
    expect(screenOf(phone, T14_00).kind).toBe('start-refused');
  });
});

describe('what the phone knows', () => {
  test('how old the visits are that it keeps, until somebody else signs in', () => {
    const phone = nextPhone(watching(), { kind: 'visits-heard', heardAtMs: T14_00 });
    expect(phone.visitsHeardAtMs).toBe(T14_00);
    const bram = nextPhone(
      { ...phone, me: ANNA },
      { kind: 'signed-in', me: { ...ANNA, id: 'bram' } },
    );
    expect(bram.visitsHeardAtMs).toBeNull();
  });

  test('an older answer that comes late changes nothing', () => {
    const phone = watching({ ...RUNNING, version: 7, dueAt: iso(T14_00 + 60 * MINUTE) });
    const late = nextPhone(phone, {
      kind: 'watch-heard',
      watch: RUNNING,
      heardAtMs: T14_00,
      clockOffsetMs: 0,
    });
    expect(late.watch?.version).toBe(7);
  });

  test('knowledge of more than a minute and a half is called old', () => {
    expect(staleSince(watching(), T14_00 + MINUTE)).toBeNull();
    expect(staleSince(watching(), T14_00 + 2 * MINUTE)).toBe(T14_00);
  });

  test('the number to call is what the server said, else that of the standby', () => {
    expect(numberToCall(watching())).toBe('+31612345678');
    const away = nextPhone(watching(), {
      kind: 'line-away',
      nowMs: T14_00,
      callInstead: '+31101234567',
    });
    expect(numberToCall(away)).toBe('+31101234567');
  });

  test('a signed-out phone still knows whose it is', () => {
    const out = nextPhone(watching(), { kind: 'signed-out' });
    expect(out.watch?.id).toBe('w1');
  });

  test('who signed out is out at once, also before the server has heard it', () => {
    const signedIn = nextPhone(NEW_PHONE, { kind: 'signed-in', me: ANNA });
    expect(isSignedOut(signedIn)).toBe(false);
    const leaving = nextPhone(signedIn, { kind: 'sign-out-wanted' });
    expect(leaving.session).toBe('leaving');
    expect(isSignedOut(leaving)).toBe(true);
    expect(nextPhone(leaving, { kind: 'signed-out' }).session).toBe('out');
  });

  test('the line remembers since when nothing was heard', () => {
    const first = nextPhone(NEW_PHONE, { kind: 'line-unreachable', nowMs: T14_00 });
    const second = nextPhone(first, { kind: 'line-unreachable', nowMs: T14_00 + MINUTE });
    expect(second.line).toEqual({ kind: 'unreachable', sinceMs: T14_00 });
  });
});
