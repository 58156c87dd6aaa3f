import { expect, test } from 'vitest';
import { sayNumber } from './say-number';

test.each([
  ['+31201234567', '020 123 45 67'],
  ['0201234567', '020 123 45 67'],
  ['(020) 123 45 67', '020 123 45 67'],
  ['+31182123456', '0182 12 34 56'],
  ['+31612345678', '06 12 34 56 78'],
  ['+31881234567', '088 123 45 67'],
  ['+318001234', '0800 1234'],
  ['09008844', '0900 8844'],
  // Made up, as in the example town: no phone has it.
  ['+31600000101', '06 00 00 01 01'],
  ['+32470123456', '+32 470 12 34 56'],
  ['+4930123456', '+49 30 123456'],
])('%s is said as %s', (given, said) => {
  expect(sayNumber(given)).toBe(said);
});

test.each(['112', '1234567', '', '+', 'toestel 12', '020 1234567 (op werkdagen)', '2026-11-21'])(
  '%s stays as it was written',
  (given) => {
    expect(sayNumber(given)).toBe(given);
  },
);
