import { expect, test } from 'vitest';
import type { Transport, WorkplaceCard } from '../../../shared/src/api/types';
import { journeyBy, shiftAt, waysHome } from './workplace';

const CARD: WorkplaceCard = {
  id: 'w',
  name: 'Balie',
  address: 'Markt 1',
  spot: 'Begane grond',
  teamId: 't',
  alarmMeans: null,
  alarmResult: null,
  coverage: null,
  safeRoom: null,
  wayOut: null,
  firstAid: null,
  keyHolder: null,
  howHelpGetsIn: null,
  responseMinutes: null,
  measured: null,
  withColleague: false,
  drill: null,
  plannedDrills: [],
};

const TAXI: Transport = {
  id: 'x',
  terms: {
    teamId: 't',
    means: 'taxi',
    carrier: 'Taxi Jansen',
    homeAt: '23:30',
    travelMinutes: 25,
    days: [1],
  },
  teamName: 'T',
  personName: null,
  workplaceName: null,
  today: true,
};

test('a shift knows its workplace, and who is along', () => {
  expect(shiftAt(CARD, ' Noor ')).toMatchObject({
    shape: 'shift',
    workplaceId: 'w',
    companion: 'Noor',
    place: { address: 'Markt 1', floor: 'Begane grond' },
  });
  expect(shiftAt({ ...CARD, address: null }, '')).toMatchObject({
    companion: null,
    place: { address: 'Balie' },
  });
});

test('the journey home is what was arranged, from now on', () => {
  expect(journeyBy(TAXI, 'home', Date.parse('2026-11-27T22:30:00Z'))).toEqual({
    shape: 'journey',
    leg: 'home',
    expectedEndAt: '2026-11-27T22:55:00.000Z',
    travelMode: 'car',
    companion: 'Taxi Jansen',
  });
  const out: Transport = { ...TAXI, terms: { ...TAXI.terms, outAt: '07:00', homeAt: null } };
  expect(waysHome([{ ...TAXI, today: false }, out, TAXI])).toEqual([TAXI]);
});
