import { describe, expect, test } from 'vitest';
import type { VisitImport } from '../../../shared/src/api/types';
import { contentTypeOf, CSV, isUnderWay, progressOf, XLSX } from './imports';

const IMPORT: VisitImport = {
  id: 'a',
  state: 'running',
  madeAt: '2026-11-26T10:00:00Z',
  madeById: 'b',
  rows: 5000,
  bad: 37,
  known: 13,
  planned: 1200,
  waiting: 3750,
  finishedAt: null,
};

describe('imports', () => {
  test('a file is what its name says', () => {
    expect(contentTypeOf('bezoeken.XLSX')).toBe(XLSX);
    expect(contentTypeOf('bezoeken.csv')).toBe(CSV);
    expect(contentTypeOf('bezoeken')).toBe(CSV);
  });

  test('progress counts what can become visits', () => {
    expect(progressOf(IMPORT)).toEqual({ done: 1200, total: 4950 });
  });

  test('only what the server works on is looked at again', () => {
    expect(isUnderWay(IMPORT)).toBe(true);
    expect(isUnderWay({ ...IMPORT, state: 'received' })).toBe(true);
    expect(isUnderWay({ ...IMPORT, state: 'checked' })).toBe(false);
    expect(isUnderWay({ ...IMPORT, state: 'done' })).toBe(false);
  });
});
