import { describe, expect, test } from 'vitest';
import type { Guidance, Preparation, VisitMeasure } from '../../../shared/src/api/types';
import { cardsFor, estimateOf, formOf, momentsFor, toggled, toneOf } from './preparation';

const measure = (code: VisitMeasure['measure'], demanded: boolean): VisitMeasure => ({
  measure: code,
  demanded,
  settled: false,
  reasons: [],
  alternatives: [],
  state: 'asked',
  colleagueId: null,
  colleagueName: null,
  proof: null,
  reason: null,
  byName: null,
  at: null,
});

const anna = {
  personId: 'a',
  name: 'Anna',
  watchId: 'w',
  watchState: 'planned',
  leg: 'out',
  arrivedAt: null,
} as const;

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
  suggestion: { factors: ['W2'], reaction: 'tense' },
  measures: [measure('AUTO', false), measure('BEL', true), measure('PAK', true)],
  worker: anna,
  companion: null,
};

const both = (text: string) => ({ nl: text, en: text });
const GUIDANCE: Guidance = {
  cards: [
    { code: 'waylaid', factors: ['O1'], title: both('a'), text: both('a') },
    { code: 'dog', factors: ['W2'], title: both('b'), text: both('b') },
  ],
  atTheDoor: [],
  leaveSentences: [],
  riskyMoments: [
    {
      function: both('wonen'),
      moments: [
        { text: both('ontruimen'), factors: ['D4'] },
        { text: both('hond'), factors: ['W2'] },
      ],
    },
  ],
};

describe('the questions', () => {
  test('begin with what was answered last for the same place', () => {
    expect(formOf(PREPARATION).factors).toEqual(['W2']);
    const answered: Preparation = {
      ...PREPARATION,
      estimate: { factors: [], reaction: 'calm', wayOut: 'achterdeur' },
    };
    expect(formOf(answered)).toMatchObject({ factors: [], reaction: 'calm', wayOut: 'achterdeur' });
  });

  test('an answer goes on and off; what is empty is not an answer', () => {
    const form = toggled(formOf(PREPARATION), 'D2');
    expect(form.factors).toEqual(['W2', 'D2']);
    expect(toggled(form, 'W2').factors).toEqual(['D2']);
    expect(estimateOf({ ...form, wayOut: '  ' }, 80)).toEqual({
      factors: ['W2', 'D2'],
      reaction: 'tense',
      wayOut: null,
      safeWordUsed: false,
      callFirst: null,
      batteryPercent: 80,
    });
  });
});

describe('the measures', () => {
  test('four classes have three colours', () => {
    expect(toneOf(PREPARATION)).toBe('warning');
    expect(toneOf({ ...PREPARATION, riskClass: 'normal' })).toBe('watched');
    expect(toneOf({ ...PREPARATION, riskClass: 'very-high' })).toBe('alarm');
  });
});

describe('cards and moments', () => {
  test('those that fit this visit stand first; only moments that apply are shown', () => {
    expect(cardsFor(GUIDANCE, ['W2']).map((card) => card.code)).toEqual(['dog', 'waylaid']);
    expect(momentsFor(GUIDANCE, ['W2']).map((one) => one.text.nl)).toEqual(['hond']);
    expect(momentsFor(GUIDANCE, [])).toEqual([]);
  });
});
