import { describe, expect, test } from 'vitest';
import type { Preparation } from '../api/types';
import { callBackTimes, inOrder, isMissing, untouched, whyWords } from './measures';

const asked = (measure: 'BEL' | 'PAK') => ({ ...untouched(measure), demanded: true });

const PREPARATION: Preparation = {
  visitId: 'v',
  visitVersion: 0,
  cancelled: false,
  place: { address: 'Dorpsstraat 12' },
  plannedStartAt: '2026-11-23T14:00:00Z',
  plannedEndAt: '2026-11-23T14:40:00Z',
  ready: false,
  missing: ['PAK'],
  riskClass: 'raised',
  score: 5,
  policyVersion: 1,
  judgedAt: '2026-11-23T13:00:00Z',
  estimate: null,
  suggestion: null,
  measures: [untouched('AUTO'), asked('BEL'), asked('PAK')],
  worker: {
    personId: 'a',
    name: 'Anna',
    watchId: 'w',
    watchState: 'planned',
    leg: 'out',
    arrivedAt: null,
  },
  companion: null,
};

describe('the measures of a visit', () => {
  test('what is missing comes first, what nobody asked for last', () => {
    expect(inOrder(PREPARATION).map((one) => one.measure)).toEqual(['PAK', 'BEL', 'AUTO']);
  });

  test('what an alternative settles is not missing, though it is not settled itself', () => {
    const [, call, list] = PREPARATION.measures;
    expect(call !== undefined && isMissing(PREPARATION, call)).toBe(false);
    expect(list !== undefined && isMissing(PREPARATION, list)).toBe(true);
  });

  test('a call-back can be agreed for each quarter of the visit, and for its end', () => {
    const minutes = callBackTimes(PREPARATION).map((at) => new Date(at).getUTCMinutes());
    expect(minutes).toEqual([15, 30, 40]);
  });

  test('why is said in words, and in those of the organisation when it wrote a sentence', () => {
    const words = { P3: 'alcohol', always: 'altijd' };
    expect(whyWords(['P3', 'De buurt is onrustig'], words)).toEqual([
      'alcohol',
      'De buurt is onrustig',
    ]);
  });
});
