import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../shared/src/api/types';
import {
  agreementOf,
  faultsOf,
  newReachForm,
  SOMEBODY_ELSE,
  visitsFor,
  withVisit,
} from './reach-form';

const NOON = Date.parse('2026-11-26T11:00:00Z');
const FORM = { ...newReachForm(NOON), contact: 'bram' };

const visit = (part: Partial<Visit>): Visit => ({
  id: 'v1',
  version: 1,
  workerId: 'anna',
  workerName: 'Anna de Vries',
  place: { address: 'Molenweg 3' },
  purpose: null,
  plannedStartAt: '2026-11-26T18:00:00Z',
  plannedEndAt: '2026-11-26T19:00:00Z',
  highRisk: false,
  travelMode: 'car',
  vehicleId: null,
  travelMinutes: 30,
  state: 'planned',
  watchId: null,
  ...part,
});

describe('an agreement being filled in', () => {
  it('is by the clock on the wall, over midnight too', () => {
    const wanted = agreementOf({ ...FORM, from: '22:00', until: '01:00' }, 'anna');
    expect(wanted).toEqual({
      workerId: 'anna',
      contactId: 'bram',
      from: '2026-11-26T21:00:00.000Z',
      until: '2026-11-27T00:00:00.000Z',
    });
  });

  it('asks somebody from outside for a name and a number', () => {
    const form = { ...FORM, contact: SOMEBODY_ELSE, name: ' ', phone: 'geen' };
    expect([...faultsOf(form, NOON).keys()]).toEqual(['name', 'phone']);
    const whole = { ...form, name: 'Meldkamer', phone: '06 12 34 56 78' };
    expect(faultsOf(whole, NOON).size).toBe(0);
    expect(agreementOf(whole, 'anna')).toMatchObject({
      contactName: 'Meldkamer',
      phone: '0612345678',
    });
  });

  it('is not about what is over, and not with nobody', () => {
    const over = { ...FORM, from: '08:00', until: '09:00' };
    expect(faultsOf(over, NOON).get('until')).toBe('past');
    expect(faultsOf({ ...FORM, contact: null }, NOON).get('contact')).toBe('missing');
  });

  it('lasts as long as its visit and the way home', () => {
    const form = withVisit(FORM, visit({}));
    expect(form).toMatchObject({ visitId: 'v1', from: '19:00', until: '20:30' });
    expect(withVisit(form, null)).toMatchObject({ visitId: null, from: '19:00' });
  });

  it('offers the visits of that worker on that day that have not begun', () => {
    const all = [
      visit({ id: 'late', plannedStartAt: '2026-11-26T20:00:00Z' }),
      visit({ id: 'early' }),
      visit({ id: 'other', workerId: 'sanne' }),
      visit({ id: 'done', state: 'done' }),
      visit({ id: 'next', plannedStartAt: '2026-11-26T23:30:00Z' }),
    ];
    expect(visitsFor(all, 'anna', '2026-11-26').map(({ id }) => id)).toEqual(['early', 'late']);
  });
});
