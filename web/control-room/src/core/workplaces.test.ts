import { expect, test } from 'vitest';
import { ALL_WORKPLACES, gapsOf, isOverdue, shownWorkplaces, type Listed } from './workplaces';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const SUMMARY = {
  worst: null,
  decision: null,
  measures: 0,
  openMeasures: 0,
  overdueMeasures: 0,
};
const COUNTER = {
  name: 'Balie',
  kind: 'room',
  teamId: 't',
  address: 'Markt 1',
  spot: null,
  who: 'Receptionist',
  ownerName: 'Carla',
  responseMinutes: 5,
  normMinutes: 5,
  measured: null,
  review: null,
  summary: SUMMARY,
} satisfies Listed;

const measured = (median: number, worst = median): Listed['measured'] => ({
  times: 3,
  drills: 1,
  medianSeconds: median,
  worstSeconds: worst,
});

test('a gap is seen between what was agreed, the norm and what was measured', () => {
  expect(gapsOf(COUNTER)).toEqual([]);
  expect(gapsOf({ ...COUNTER, measured: measured(300) })).toEqual([]);
  expect(gapsOf({ ...COUNTER, measured: measured(301) })).toEqual(['slower', 'aboveNorm']);
  expect(gapsOf({ ...COUNTER, normMinutes: 10, measured: measured(301) })).toEqual(['slower']);
  expect(gapsOf({ ...COUNTER, normMinutes: 10, measured: measured(240, 301) })).toEqual([
    'sometimes',
  ]);
  expect(gapsOf({ ...COUNTER, responseMinutes: 12 })).toEqual(['aboveNorm']);
});

test('overdue is a measure or the review', () => {
  expect(isOverdue(COUNTER, NOW)).toBe(false);
  const late = { ...COUNTER.summary, overdueMeasures: 1 };
  expect(isOverdue({ ...COUNTER, summary: late }, NOW)).toBe(true);
  const review = { dueAt: '2026-11-23T11:59:00Z' };
  expect(isOverdue({ ...COUNTER, review }, NOW)).toBe(true);
});

test('the filter looks at words, team, kind, decision and what is wrong', () => {
  const other: Listed = { ...COUNTER, name: 'Gemaal', kind: 'remote', who: null };
  const all: readonly Listed[] = [COUNTER, other];
  const shown = (filter: Partial<typeof ALL_WORKPLACES>): readonly string[] =>
    shownWorkplaces(all, { ...ALL_WORKPLACES, ...filter }, NOW).map(({ name }) => name);
  expect(shown({})).toEqual(['Balie', 'Gemaal']);
  expect(shown({ text: ' recep ' })).toEqual(['Balie']);
  expect(shown({ kind: 'remote' })).toEqual(['Gemaal']);
  expect(shown({ team: 'x' })).toEqual([]);
  expect(shown({ decision: 'none' })).toHaveLength(2);
  expect(shown({ decision: 'never' })).toEqual([]);
  expect(shown({ only: 'gap' })).toEqual([]);
  expect(shown({ only: 'overdue' })).toEqual([]);
});
