import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  isDay,
  momentOf,
  mondayOf,
  sayDate,
  sayDay,
  wallAt,
  weekNumber,
} from './local-day';

describe('days and times on the wall', () => {
  test('a moment is read in Dutch time, winter and summer', () => {
    expect(wallAt(Date.parse('2026-11-23T13:05:00Z'))).toEqual({
      day: '2026-11-23',
      time: '14:05',
    });
    expect(wallAt(Date.parse('2026-06-30T22:30:00Z'))).toEqual({
      day: '2026-07-01',
      time: '00:30',
    });
    expect(dayOf(Date.parse('2026-11-22T23:30:00Z'))).toBe('2026-11-23');
  });

  test.each([
    ['2026-11-23', '14:05', '2026-11-23T13:05:00.000Z'],
    ['2026-07-01', '00:30', '2026-06-30T22:30:00.000Z'],
    ['2027-03-28', '01:30', '2027-03-28T00:30:00.000Z'],
    ['2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
    // Skipped in spring, twice in autumn.
    ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:30', '2026-10-25T02:30:00.000Z'],
  ])('%s %s is %s', (day, time, moment) => {
    expect(new Date(momentOf(day, time)).toISOString()).toBe(moment);
  });

  test('weeks begin on Monday and have their Dutch number', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(weekNumber('2026-11-23')).toBe(48);
    expect(weekNumber('2027-01-01')).toBe(53);
    expect(weekNumber('2027-01-04')).toBe(1);
  });

  test('only a day is a day', () => {
    expect(isDay('2026-11-23')).toBe(true);
    expect(isDay('2026-13-01')).toBe(false);
    expect(isDay('morgen')).toBe(false);
  });

  test('a day is said in both languages', () => {
    expect(sayDay('2026-11-23', 'nl', 'long')).toBe('maandag 23 november');
    expect(sayDay('2026-11-23', 'en', 'long')).toBe('Monday 23 November');
  });

  test('a day of another year says which', () => {
    const now = Date.parse('2026-12-31T23:30:00Z');
    expect(sayDate('2027-01-01', 'nl', now)).toBe('1 januari');
    expect(sayDate('2026-11-21', 'nl', now)).toBe('21 november 2026');
    expect(sayDate('2026-11-21', 'en', now - 3_600_000)).toBe('21 November');
  });
});
