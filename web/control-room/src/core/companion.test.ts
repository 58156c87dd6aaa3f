import { expect, test } from 'vitest';
import type { WorkplaceMeasure } from '../../../shared/src/api/types';
import { alongOf, askedOf, isNameMissing, NOT_CHOSEN, OTHER } from './companion';

const MEASURE: WorkplaceMeasure = {
  id: 'm',
  kind: 'colleague',
  level: 'source',
  what: 'Met z’n tweeën',
  companionId: null,
  companionName: null,
  companionLeft: false,
  costEuros: null,
  effect: null,
  task: null,
};

test('nobody, a colleague or a typed name is what was read and what is asked', () => {
  const asked = { companionId: 'bram', companionName: null };
  expect(askedOf(alongOf({ ...MEASURE, companionId: 'bram', companionName: 'Bram' }))).toEqual(
    asked,
  );
  const guard = { companionId: null, companionName: 'De beveiliger' };
  expect(askedOf(alongOf({ ...MEASURE, ...guard }))).toEqual(guard);
  expect(askedOf(alongOf(MEASURE))).toEqual({ companionId: null, companionName: null });
});

test('who has left must be replaced', () => {
  expect(alongOf({ ...MEASURE, companionId: 'bram', companionLeft: true })).toBe(NOT_CHOSEN);
});

test('somebody else needs a name', () => {
  expect(isNameMissing({ choice: OTHER, name: ' ' })).toBe(true);
  expect(isNameMissing({ choice: OTHER, name: 'De beveiliger' })).toBe(false);
  expect(isNameMissing(NOT_CHOSEN)).toBe(false);
});
