import { expect, test } from 'vitest';
import type { ReachabilityAgreement, Visit } from '../../../shared/src/api/types';
import { agreementFrom, SOMEBODY_ELSE, watchFromAgreement, type ReachForm } from './reachability';

const NOW = Date.parse('2026-11-26T18:00:00Z');
const BRAM: ReachForm = { who: 'bram', name: '', phone: '', hours: 2 };

test('without a visit it begins now', () => {
  expect(agreementFrom(BRAM, null, NOW)).toEqual({
    contactId: 'bram',
    from: '2026-11-26T18:00:00.000Z',
    until: '2026-11-26T20:00:00.000Z',
  });
});

test('with a visit it covers the visit and the way home', () => {
  expect(agreementFrom(BRAM, VISIT, NOW)).toEqual({
    contactId: 'bram',
    visitId: 'v1',
    from: '2026-11-26T19:00:00Z',
    until: '2026-11-26T20:20:00.000Z',
  });
});

test('somebody else needs a name and a number that can be called', () => {
  const other = { ...BRAM, who: SOMEBODY_ELSE };
  expect(agreementFrom(other, null, NOW)).toBe('no-name');
  expect(agreementFrom({ ...other, name: 'Meldkamer' }, null, NOW)).toBe('no-phone');
  expect(agreementFrom({ ...other, name: 'Meldkamer', phone: 'bel maar' }, null, NOW)).toBe(
    'no-phone',
  );
  expect(
    agreementFrom({ ...other, name: ' Meldkamer ', phone: '(010) 123-4567' }, null, NOW),
  ).toMatchObject({ contactName: 'Meldkamer', phone: '0101234567' });
});

test('only an agreement with a watch of its own is started by itself', () => {
  expect(watchFromAgreement(AGREEMENT)).toEqual({ shape: 'shift', leg: 'on-site' });
  expect(watchFromAgreement({ ...AGREEMENT, ownWatch: false })).toBeNull();
});

const AGREEMENT: ReachabilityAgreement = {
  id: 'a1',
  workerId: 'anna',
  contactId: 'bram',
  contactName: 'Bram Jansen',
  phone: '+31612345678',
  from: '2026-11-26T18:00:00Z',
  until: '2026-11-26T20:00:00Z',
  watchId: 'w1',
  ownWatch: true,
};

const VISIT: Visit = {
  id: 'v1',
  version: 1,
  workerId: 'anna',
  workerName: 'Anna',
  place: { address: 'Dorpsstraat 12' },
  purpose: null,
  plannedStartAt: '2026-11-26T19:00:00Z',
  plannedEndAt: '2026-11-26T20:00:00Z',
  highRisk: false,
  travelMode: 'car',
  vehicleId: null,
  travelMinutes: 20,
  state: 'planned',
  watchId: 'w1',
};
