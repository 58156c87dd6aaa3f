import { expect, test } from 'vitest';
import { figureText, isDrawable, monthChoices, monthsBefore, quickPeriods } from './reports';

test('months are counted back over the end of a year', () => {
  expect(monthsBefore('2026-03', 3)).toBe('2025-12');
  expect(monthsBefore('2026-12', 11)).toBe('2026-01');
  expect(monthChoices('2026-01', 'nl', 2)).toEqual([
    { value: '2026-01', label: 'januari 2026' },
    { value: '2025-12', label: 'december 2025' },
  ]);
});

test('the periods that are asked most', () => {
  expect(quickPeriods('2026-05')).toEqual({
    twelve: ['2025-06', '2026-05'],
    thisYear: ['2026-01', '2026-05'],
    lastYear: ['2025-01', '2025-12'],
  });
});

test('a figure reads as people write it, and nothing is not zero', () => {
  expect(figureText(1234, 'count', 'nl')).toBe('1.234');
  expect(figureText(12.25, 'percent', 'nl')).toBe('12,3%');
  expect(figureText(3, 'minutes', 'en')).toBe('3.0');
  expect(figureText(null, 'count', 'nl')).toBe('–');
});

test('only amounts above nothing are drawn', () => {
  const section = {
    id: 'x',
    title: '',
    note: '',
    chart: 'bars' as const,
    rowLabel: '',
    columns: [{ label: '', unit: 'count' as const, drawn: true }],
    rows: [{ label: '', values: [0], rest: false }],
  };
  expect(isDrawable(section)).toBe(false);
  expect(isDrawable({ ...section, rows: [{ label: '', values: [2], rest: false }] })).toBe(true);
  expect(isDrawable({ ...section, chart: 'none' })).toBe(false);
});
