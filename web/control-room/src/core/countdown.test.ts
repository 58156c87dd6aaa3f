import { describe, expect, it } from 'vitest';
import { countdownText, countdownTo, minutesSince } from './countdown';
import { minutesAfter14, T14_00 } from './examples';

const AT_14 = Date.parse(T14_00);
const NL = { hour: 'u', minute: 'min' };
const text = (minutes: number): string =>
  countdownText(countdownTo(minutesAfter14(minutes), AT_14), NL);

describe('the countdown', () => {
  it.each([
    [0, '0:00'],
    [0.5, '0:30'],
    [4.1, '4:06'],
    [9.99, '9:59'],
    [10, '10 min'],
    [59.9, '59 min'],
    [60, '1 u 00'],
    [130.5, '2 u 10'],
  ])('says %s minutes as %s', (minutes, expected) => {
    expect(text(minutes)).toBe(expected);
  });

  it('says how late something is', () => {
    const late = countdownTo(minutesAfter14(-3), AT_14);
    expect(late.late).toBe(true);
    expect(countdownText(late, NL)).toBe('3:00');
  });

  it('never gives a negative age, even when clocks differ', () => {
    expect(minutesSince(minutesAfter14(2), AT_14)).toBe(0);
    expect(minutesSince(minutesAfter14(-61), AT_14)).toBe(61);
  });
});
