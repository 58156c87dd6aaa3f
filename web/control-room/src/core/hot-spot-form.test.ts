import { describe, expect, it } from 'vitest';
import { hotSpotFaults, newHotSpotOf, type HotSpotForm } from './hot-spot-form';

const EMPTY: HotSpotForm = {
  kind: 'street',
  code: null,
  street: ' ',
  town: '',
  reason: '',
  endsOn: '',
};

describe('a hot spot that is filled in', () => {
  it('asks for what its kind needs', () => {
    expect([...hotSpotFaults(EMPTY)]).toEqual(['street', 'town', 'reason', 'endsOn']);
    expect([...hotSpotFaults({ ...EMPTY, kind: 'neighbourhood' })]).toEqual([
      'code',
      'reason',
      'endsOn',
    ]);
  });

  it('names one area, also when the other kind was filled in before', () => {
    const both = { ...EMPTY, code: 'BU99990001', street: 'Kade', town: 'Hattem ', reason: 'x' };
    const endsOn = '2027-02-01';
    expect(newHotSpotOf({ ...both, endsOn })).toEqual({
      street: 'Kade',
      town: 'Hattem',
      reason: 'x',
      endsOn,
    });
    expect(newHotSpotOf({ ...both, endsOn, kind: 'neighbourhood' })).toEqual({
      neighbourhoodCode: 'BU99990001',
      reason: 'x',
      endsOn,
    });
  });
});
