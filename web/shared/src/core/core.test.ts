import { describe, expect, test } from 'vitest';
import { clockTime, countdown } from './clock';
import { uuidv7 } from './ids';
import { firstLanguage } from './language';

describe('time on a screen', () => {
  test('a countdown shows hours only when there are any', () => {
    expect(countdown(245_000)).toBe('4:05');
    expect(countdown(3_845_000)).toBe('1:04:05');
  });

  test('a countdown that has run out counts on with a minus', () => {
    expect(countdown(-10_000)).toBe('-0:10');
    expect(countdown(-400)).toBe('0:00');
  });

  test('clock time is Dutch time, in summer and in winter', () => {
    expect(clockTime(Date.UTC(2026, 0, 15, 13, 3))).toBe('14:03');
    expect(clockTime(Date.UTC(2026, 6, 15, 12, 3))).toBe('14:03');
  });
});

describe('an id made on the phone', () => {
  test('is a UUID of version 7 that begins with its moment', () => {
    const id = uuidv7(0x0190_0000_0001, new Uint8Array(10).fill(255));
    expect(id).toBe('01900000-0001-7fff-bfff-ffffffffffff');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the first language', () => {
  test('is what was chosen, else what the browser prefers, else Dutch', () => {
    expect(firstLanguage('en', ['nl-NL'])).toBe('en');
    expect(firstLanguage(null, ['en-GB', 'nl'])).toBe('en');
    expect(firstLanguage(null, ['fr', 'nl-BE', 'en'])).toBe('nl');
    expect(firstLanguage('xx', [])).toBe('nl');
  });
});
