import { describe, expect, test } from 'vitest';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { ActAnswer } from '../../../shared/src/api/parse-worker';
import { bodyOf, carriesCode, needsNoSession, pathOf, type Act } from './act';
import { faultOfCodes } from './codes';
import { readable, smsLink, telLink } from './links';
import type { Item } from './outbox';
import { NOT_PRESSED, nextPress, progressOf } from './panic-press';
import { emptyForm, watchFromForm, withShape } from './start-form';
import { verdictOn } from './verdict';

const T14_03 = Date.UTC(2026, 2, 3, 13, 3);

describe('the panic button', () => {
  test('held for two seconds it fires, once', () => {
    const down = nextPress(NOT_PRESSED, { kind: 'down', atMs: 0 }, 2000);
    expect(progressOf(down, 1000, 2000)).toBe(0.5);
    expect(nextPress(down, { kind: 'tick', atMs: 1999 }, 2000).fired).toBe(false);
    const fired = nextPress(down, { kind: 'tick', atMs: 2000 }, 2000);
    expect(fired.fired).toBe(true);
    expect(nextPress(fired, { kind: 'up', atMs: 2100 }, 2000)).toEqual(NOT_PRESSED);
  });

  test('five quick taps fire too', () => {
    let press = NOT_PRESSED;
    for (const atMs of [0, 300, 600, 900]) {
      press = nextPress(press, { kind: 'down', atMs }, 2000);
      expect(press.fired).toBe(false);
      press = nextPress(press, { kind: 'up', atMs: atMs + 80 }, 2000);
    }
    expect(nextPress(press, { kind: 'down', atMs: 1200 }, 2000).fired).toBe(true);
  });

  test('five slow taps do not', () => {
    let press = NOT_PRESSED;
    for (const atMs of [0, 1000, 2000, 3000, 4000]) {
      press = nextPress(press, { kind: 'down', atMs }, 2000);
      press = nextPress(press, { kind: 'up', atMs: atMs + 80 }, 2000);
    }
    expect(press.fired).toBe(false);
  });
});

describe('an act on the wire', () => {
  const stamp = { madeAtMs: T14_03, clockOffsetMs: 1500.4, batteryPercent: 40, position: null };
  const hints = { personName: 'Anna', organisationId: 'o1', watchKey: 'k' };

  test('says when it was made and how far the clock was off', () => {
    const body = bodyOf({ kind: 'sign-of-life', watchId: 'w1' }, stamp, hints);
    expect(body).toEqual({
      made: { madeAt: '2026-03-03T13:03:00.000Z', clockOffsetMillis: 1500, batteryPercent: 40 },
    });
  });

  test('a call for help tells who calls, as far as the phone remembers', () => {
    const body = bodyOf({ kind: 'panic', watchId: null }, stamp, hints);
    expect(body).toMatchObject({ personHint: 'Anna', organisationHint: 'o1', watchKey: 'k' });
    expect(pathOf('panic', null)).toBe('/panics');
    expect(pathOf('panic', 'w1')).toBe('/watches/w1/panics');
  });

  test('a signal is of no watch: it goes by itself, and waits for a session', () => {
    const signal = { kind: 'dog', severity: 2, text: null, address: null } as const;
    const act: Act = {
      kind: 'signal',
      watchId: null,
      signal: { ...signal, watchId: null, anonymous: true },
    };
    expect(bodyOf(act, stamp, hints)).toMatchObject({
      ...signal,
      anonymous: true,
      made: { madeAt: '2026-03-03T13:03:00.000Z' },
    });
    expect(pathOf('signal', null)).toBe('/signals');
    expect(needsNoSession('signal')).toBe(false);
    expect(carriesCode(act)).toBe(false);
  });

  test('only acts with a code stay out of storage', () => {
    const end = { kind: 'end', watchId: 'w1', how: 'finished', where: 'home' } as const;
    expect(carriesCode({ ...end, code: null })).toBe(false);
    expect(carriesCode({ ...end, code: '2580' })).toBe(true);
  });
});

describe('what an answer means', () => {
  const item = (change: Partial<Item>): Item => ({
    id: 'a',
    seq: 1,
    kind: 'extend',
    watchId: 'w1',
    path: '/',
    body: {},
    madeAtMs: T14_03,
    secret: false,
    attempts: 0,
    notBeforeMs: 0,
    held: false,
    ...change,
  });
  const problem = (status: number, more: object = {}): ApiAnswer<ActAnswer> => ({
    kind: 'problem',
    status,
    retryAfterSeconds: null,
    problem: { type: 'about:blank', status, title: '', detail: 'waarom', ...more },
  });

  test('an expired session holds an extension and never loses it', () => {
    expect(verdictOn(item({}), problem(401)).kind).toBe('held');
  });

  test('a call for help is never refused, whatever the server says', () => {
    for (const status of [400, 401, 403, 404, 409, 413, 422, 500, 503]) {
      expect(verdictOn(item({ kind: 'panic', attempts: 99 }), problem(status)).kind).toBe('failed');
    }
  });

  test('a server without its database says whom to call', () => {
    const verdict = verdictOn(item({}), problem(503, { callInstead: '+31101234567' }));
    expect(verdict).toMatchObject({ kind: 'failed', callInstead: '+31101234567' });
  });

  test('a wrong code is refused at once, not tried again', () => {
    const code = item({ kind: 'give-code', secret: true });
    expect(verdictOn(code, problem(403))).toMatchObject({ kind: 'refused', detail: 'waarom' });
  });

  test('a conflict is a no, unless the same act is still being handled', () => {
    const errors = [{ in: 'body', location: '/code', code: 'code-needed', detail: '' }];
    const conflict = problem(409, { type: '/problems/conflict', errors });
    expect(verdictOn(item({}), conflict)).toMatchObject({ kind: 'refused', code: 'code-needed' });
    const busy = problem(409, { type: '/problems/still-busy' });
    expect(verdictOn(item({}), busy).kind).toBe('failed');
  });

  test('an old token of the session is asked for afresh, and the act waits for it', () => {
    const forged = problem(403, { type: '/problems/csrf-token' });
    expect(verdictOn(item({}), forged).kind).toBe('held');
    expect(verdictOn(item({ attempts: 3 }), forged).kind).toBe('refused');
  });

  test('a 2xx in JSON of a newer server still counts as taken', () => {
    expect(verdictOn(item({}), { kind: 'unreadable', status: 200 }).kind).toBe('delivered');
  });

  test('an answer that is not of our server settles nothing', () => {
    const verdict = verdictOn(item({ kind: 'panic' }), { kind: 'unreachable' });
    expect(verdict).toMatchObject({ kind: 'failed', serverAnswered: false });
  });

  test('an act that was stored but not proven is not shown as counted', () => {
    const answer = { takenAt: '2026-03-03T13:03:00Z', counted: false };
    const verdict = verdictOn(item({}), { kind: 'ok', status: 202, value: answer });
    expect(verdict).toMatchObject({ kind: 'delivered', counted: false });
  });
});

describe('links', () => {
  test('open the dialler and a text message', () => {
    expect(telLink('010 - 123 45 67')).toBe('tel:0101234567');
    expect(smsLink('+31612345678', 'Help & kom')).toBe('sms:+31612345678?&body=Help%20%26%20kom');
  });

  test('numbers are shown as people read them', () => {
    expect(readable('+31612345678')).toBe('06 12345678');
    expect(readable('+31101234567')).toBe('010 1234567');
    expect(readable('112')).toBe('112');
  });
});

describe('codes', () => {
  test('must be digits, hard to guess, and differ in two places', () => {
    expect(faultOfCodes('2580', '1470')).toBeNull();
    expect(faultOfCodes('258', '1470')).toBe('form');
    expect(faultOfCodes('1234', '1470')).toBe('easy');
    expect(faultOfCodes('7777', '1470')).toBe('easy');
    expect(faultOfCodes('2580', '2581')).toBe('alike');
  });
});

describe('the start form', () => {
  test('asks where, except for a journey', () => {
    expect(watchFromForm(emptyForm(), T14_03)).toBeNull();
    const journey = withShape(emptyForm(), 'journey', null);
    expect(watchFromForm(journey, T14_03)).toMatchObject({ shape: 'journey', leg: 'home' });
  });

  test('a visit has an expected end, a shift an interval', () => {
    const visit = { ...emptyForm(), address: 'Dorpsstraat 12' };
    expect(watchFromForm(visit, T14_03)).toMatchObject({
      expectedEndAt: '2026-03-03T13:48:00.000Z',
    });
    expect(watchFromForm(withShape(visit, 'shift', null), T14_03)).toMatchObject({
      signEverySeconds: 7200,
    });
  });
});
