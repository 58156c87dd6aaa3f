import { describe, expect, it } from 'vitest';
import { whereInFile } from './boundaries';

describe('where in a file something is wrong', () => {
  it.each([
    ['Feature 12: buurtcode is BU, four digits.', { kind: 'feature', number: 12 }],
    ['BU0363AD07 is in the file twice.', { kind: 'code', code: 'BU0363AD07' }],
    ['The file is no GeoJSON FeatureCollection.', null],
  ])('%s', (detail, where) => {
    expect(whereInFile(detail)).toEqual(where);
  });
});
