// @vitest-environment happy-dom
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { WorkplaceCard } from '../../../shared/src/api/types';
import { keeping, shelf } from './kept';
import { keptCard } from './workplace-cards';

const T14_00 = Date.UTC(2026, 2, 3, 13, 0);
const words = shelf('words', v.object({ words: v.string() }));
const said = (text: string) => ({ kind: 'ok', status: 200, value: { words: text } }) as const;
const GONE: ApiAnswer<{ words: string }> = { kind: 'unreachable' };

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: T14_00 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what came is kept with its age, and a no leaves it as it was', async () => {
  expect(await keeping(words, Promise.resolve(said('hier')))).toEqual(said('hier'));
  vi.setSystemTime(T14_00 + 60_000);
  expect(await keeping(words, Promise.resolve(GONE))).toEqual(GONE);
  expect(words.read()).toEqual({ value: { words: 'hier' }, keptAtMs: T14_00 });
  words.clear();
  expect(words.read()).toBeNull();
});

test('what was kept before its age was kept with it is still there', () => {
  localStorage.setItem('words', JSON.stringify({ words: 'van vroeger' }));
  expect(words.read()).toEqual({ value: { words: 'van vroeger' }, keptAtMs: null });
});

test('a phone that is full shows what came all the same', async () => {
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { getItem: () => null, setItem });
  expect(await keeping(words, Promise.resolve(said('hier')))).toEqual(said('hier'));
  expect(words.read()).toBeNull();
});

test('a workplace is kept without its drill, each with its own age', () => {
  keptCard('w1').put({ ...CARD, id: 'w1', drill: DRILL });
  vi.setSystemTime(T14_00 + 60_000);
  keptCard('w2').put({ ...CARD, id: 'w2' });
  expect(keptCard('w1').read()).toMatchObject({ value: { drill: null }, keptAtMs: T14_00 });
  expect(keptCard('w2').read()).toMatchObject({ keptAtMs: T14_00 + 60_000 });
  expect(keptCard('w3').read()).toBeNull();
});

const DRILL = { id: 'd1', alarmId: 'a1', startedAt: '2026-03-03T13:00:00Z', arrivedAt: null };

const CARD: WorkplaceCard = {
  id: 'w1',
  name: 'Balie',
  address: null,
  spot: null,
  teamId: 't1',
  alarmMeans: null,
  alarmResult: null,
  coverage: null,
  safeRoom: null,
  wayOut: 'Achterdeur.',
  firstAid: null,
  keyHolder: null,
  howHelpGetsIn: null,
  responseMinutes: null,
  measured: null,
  withColleague: false,
  drill: null,
  plannedDrills: [],
};
