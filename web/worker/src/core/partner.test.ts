import { describe, expect, test } from 'vitest';
import type { Preparation } from '../../../shared/src/api/types';
import { partnerOf, stageOf, type Goer } from './partner';

const STARTING = { leg: 'out', arrivedAt: null } as const;
const ANNA: Goer = {
  ...STARTING,
  personId: 'anna',
  name: 'Anna',
  watchId: 'w1',
  watchState: 'running',
};
const NOOR: Goer = {
  ...STARTING,
  personId: 'noor',
  name: 'Noor',
  watchId: 'w2',
  watchState: 'planned',
};

const PREPARED: Preparation = {
  visitId: 'v1',
  visitVersion: 0,
  cancelled: false,
  place: { address: 'Dorpsstraat 12' },
  plannedStartAt: '2026-03-03T13:00:00Z',
  plannedEndAt: '2026-03-03T14:00:00Z',
  ready: true,
  missing: [],
  riskClass: 'normal',
  score: 0,
  policyVersion: 1,
  judgedAt: '2026-03-03T12:00:00Z',
  estimate: null,
  suggestion: null,
  measures: [],
  worker: ANNA,
  companion: NOOR,
};

describe('two on one visit', () => {
  test('each sees the other, and whoever goes alone sees nobody', () => {
    expect(partnerOf(PREPARED, 'w1')).toBe(NOOR);
    expect(partnerOf(PREPARED, 'w2')).toBe(ANNA);
    expect(partnerOf(PREPARED, 'of before')).toBeNull();
    expect(partnerOf({ ...PREPARED, companion: null }, 'w1')).toBeNull();
  });

  test('where the organisation tells nobody, an alarm looks like a visit that goes on', () => {
    const alarmed: Goer = { ...ANNA, watchState: 'alarmed', leg: 'on-site' };
    expect(stageOf(alarmed, 'silently')).toBe('alarm');
    expect(stageOf(alarmed, 'not-at-all')).toBe('arrived');
    expect(stageOf({ ...alarmed, watchState: 'running' }, 'not-at-all')).toBe('arrived');
  });

  test('a missed sign of the other is not told before it is an alarm', () => {
    expect(stageOf({ ...ANNA, watchState: 'overdue', leg: 'out' }, 'silently')).toBe('under-way');
  });
});
