import { describe, expect, test } from 'vitest';
import type { ActKind } from './act';
import { EMPTY_OUTBOX, nextOutbox, nextTurn, type Item, type Lane, type Outbox } from './outbox';

const NOW = Date.UTC(2026, 2, 3, 13, 0);

function item(seq: number, kind: ActKind, change: Partial<Item> = {}): Item {
  return {
    id: `act-${seq}`,
    seq,
    kind,
    watchId: 'w1',
    path: `/watches/w1/${kind}`,
    body: {},
    madeAtMs: NOW,
    secret: false,
    attempts: 0,
    notBeforeMs: 0,
    held: false,
    ...change,
  };
}

const holding = (...items: Item[]): Outbox => ({ items });

const sentFirst = (outbox: Outbox, lane: Lane = 'ordinary') => {
  const turn = nextTurn(outbox, lane, NOW);
  return turn.kind === 'send' ? turn.item.id : turn.kind;
};

describe('the order of the outbox', () => {
  test('acts of one watch go in the order they were made', () => {
    expect(sentFirst(holding(item(2, 'sign-of-life'), item(1, 'start')))).toBe('act-1');
  });

  test('a call for help has a lane of its own: it waits for nothing that was made before it', () => {
    const pausing = item(1, 'start', { notBeforeMs: NOW + 9000 });
    expect(sentFirst(holding(pausing, item(2, 'panic')), 'help')).toBe('act-2');
  });

  test('an act that is pausing holds back what was made after it', () => {
    const pausing = item(1, 'sign-of-life', { notBeforeMs: NOW + 9000 });
    expect(nextTurn(holding(pausing, item(2, 'extend')), 'ordinary', NOW)).toEqual({
      kind: 'wait',
      untilMs: NOW + 9000,
    });
  });

  test('an act of another watch is not held back', () => {
    const pausing = item(1, 'end', { watchId: 'old', notBeforeMs: NOW + 9000 });
    expect(sentFirst(holding(pausing, item(2, 'start')))).toBe('act-2');
  });

  test('without a session an extension waits, but signs and departures go on', () => {
    const held = item(1, 'extend', { held: true });
    expect(sentFirst(holding(held, item(2, 'sign-of-life')))).toBe('act-2');
    expect(sentFirst(holding(held, item(2, 'depart')))).toBe('act-2');
    expect(sentFirst(holding(held, item(2, 'leg')))).toBe('rest');
  });

  test('signs of a start that waits for a session wait too, since nobody could place them', () => {
    const held = item(1, 'start', { held: true });
    expect(sentFirst(holding(held, item(2, 'sign-of-life')))).toBe('rest');
    expect(sentFirst(holding(held, item(2, 'panic')), 'help')).toBe('act-2');
  });

  test('an empty outbox rests', () => {
    expect(nextTurn(EMPTY_OUTBOX, 'ordinary', NOW)).toEqual({ kind: 'rest' });
  });
});

describe('what becomes of an act', () => {
  test('a failed act is tried again, later each time, half a minute at most', () => {
    let outbox = holding(item(1, 'sign-of-life'));
    const pauses = [0, 1, 2, 3, 4, 5, 6, 7].map(() => {
      outbox = nextOutbox(outbox, {
        kind: 'failed',
        id: 'act-1',
        nowMs: NOW,
        waitMs: null,
        chance: 1,
        withoutWatch: false,
      });
      return (outbox.items[0]?.notBeforeMs ?? 0) - NOW;
    });
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('a call for help is tried again within four seconds, however often it failed', () => {
    const tired = holding(item(1, 'panic', { attempts: 50 }));
    const failed = nextOutbox(tired, {
      kind: 'failed',
      id: 'act-1',
      nowMs: NOW,
      waitMs: null,
      chance: 1,
      withoutWatch: false,
    });
    expect(failed.items[0]?.notBeforeMs).toBe(NOW + 4000);
  });

  test('the key of an act stays the same through every failure', () => {
    const failed = nextOutbox(holding(item(1, 'sign-of-life')), {
      kind: 'failed',
      id: 'act-1',
      nowMs: NOW,
      waitMs: null,
      chance: 0,
      withoutWatch: false,
    });
    expect(failed.items[0]?.id).toBe('act-1');
  });

  test('a delivered act is gone and nothing else is', () => {
    const outbox = nextOutbox(holding(item(1, 'sign-of-life'), item(2, 'extend')), {
      kind: 'delivered',
      id: 'act-1',
      realWatchId: null,
    });
    expect(outbox.items.map((left) => left.id)).toEqual(['act-2']);
  });

  test('when the server knows the watch by another name, what waits follows', () => {
    const outbox = nextOutbox(holding(item(1, 'start'), item(2, 'sign-of-life')), {
      kind: 'delivered',
      id: 'act-1',
      realWatchId: 'planned',
    });
    expect(outbox.items[0]).toMatchObject({
      watchId: 'planned',
      path: '/watches/planned/signs-of-life',
    });
  });

  test('a refused start takes its followers along, but never a call for help', () => {
    const outbox = nextOutbox(
      holding(item(1, 'start'), item(2, 'sign-of-life'), item(3, 'panic')),
      { kind: 'refused', id: 'act-1' },
    );
    expect(outbox.items.map((left) => [left.id, left.path])).toEqual([['act-3', '/panics']]);
  });

  test('signing in lets go what was held', () => {
    const held = nextOutbox(holding(item(1, 'extend')), { kind: 'held', id: 'act-1' });
    expect(sentFirst(held)).toBe('rest');
    expect(sentFirst(nextOutbox(held, { kind: 'signed-in' }))).toBe('act-1');
  });
});
