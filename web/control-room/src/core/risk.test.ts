import { expect, test } from 'vitest';
import { classOf, scoreOf } from './risk';

test.each([
  [40, 0.5, 1, 20, 'accept'],
  [7, 3, 1, 21, 'attention'],
  [7, 10, 1, 70, 'attention'],
  [15, 10, 0.5, 75, 'measures'],
  [100, 2, 1, 200, 'measures'],
  [40, 10, 1, 400, 'at-once'],
  [7, 10, 6, 420, 'stop'],
  [3, 6, 0.1, 1.8, 'accept'],
] as const)('%d × %d × %d is %d: %s', (effect, exposure, probability, score, riskClass) => {
  expect(scoreOf({ effect, exposure, probability })).toBe(score);
  expect(classOf({ effect, exposure, probability })).toBe(riskClass);
});

test('by effect and probability alone the bounds are others', () => {
  expect(classOf({ effect: 3, exposure: null, probability: 4 })).toBe('measures');
  expect(classOf({ effect: 4, exposure: null, probability: 4 })).toBe('at-once');
  expect(classOf({ effect: 4, exposure: null, probability: 5 })).toBe('stop');
});
