import { describe, expect, it } from 'vitest';
import { dayText } from './say-day';

describe('a day in words', () => {
  it('is said in the language of the reader', () => {
    expect(dayText('2026-11-26', 'nl')).toBe('26 november 2026');
    expect(dayText('2026-11-26', 'en')).toBe('26 November 2026');
  });

  it('is the Dutch day of a moment', () => {
    expect(dayText('2026-11-26T23:30:00Z', 'nl')).toBe('27 november 2026');
  });
});
