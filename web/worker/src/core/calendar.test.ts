import { describe, expect, test } from 'vitest';
import type { CalendarProposal, TeamNumbers, Visit } from '../../../shared/src/api/types';
import { faultsOf } from '../../../shared/src/core/visit-form';
import {
  acceptanceOf,
  alarmAfter,
  alikeOf,
  calendarFaults,
  calendarOf,
  clashOf,
  EMPTY_CALENDAR,
  formOfProposal,
  gapsOf,
  plainOnes,
} from './calendar';

const TWO: CalendarProposal = {
  id: 'p',
  calendarId: 'c',
  plannedStartAt: '2027-03-10T13:00:00Z',
  plannedEndAt: '2027-03-10T14:00:00Z',
  allDay: false,
  address: 'Dorpsstraat 12',
  title: 'Huisbezoek',
};
const DAY: CalendarProposal = {
  ...TWO,
  allDay: true,
  plannedStartAt: '2027-03-09T23:00:00Z',
  plannedEndAt: '2027-03-10T23:00:00Z',
};

describe('what the calendar did not say', () => {
  test('is asked', () => {
    expect(gapsOf(TWO)).toEqual([]);
    expect(gapsOf({ ...TWO, address: null })).toEqual(['address']);
    expect(gapsOf({ ...TWO, plannedEndAt: TWO.plannedStartAt })).toEqual(['times']);
    expect(gapsOf(DAY)).toEqual(['times']);
  });

  test('stays empty in the form until the worker says it', () => {
    const form = formOfProposal({ ...DAY, address: null }, 'anna');
    expect(form).toMatchObject({ day: '2027-03-10', address: '', from: '', until: '' });
    expect([...faultsOf(form)]).toEqual(['address', 'from', 'until']);
    expect(acceptanceOf(DAY, form)).toBeNull();
  });
});

test('what the worker changed is said to the server, by the clock on the wall', () => {
  const form = { ...formOfProposal(TWO, 'anna'), from: '14:30', until: '15:30', floor: '3 hoog' };
  expect(acceptanceOf(TWO, form)).toEqual({
    place: { address: 'Dorpsstraat 12', floor: '3 hoog' },
    plannedStartAt: '2027-03-10T13:30:00.000Z',
    plannedEndAt: '2027-03-10T14:30:00.000Z',
    highRisk: false,
  });
  expect(acceptanceOf(TWO, { ...form, purpose: ' ' })).toMatchObject({ purpose: '' });
});

test('what is at the time of a visit is not planned together with the rest', () => {
  const later = { ...TWO, plannedStartAt: TWO.plannedEndAt, plannedEndAt: '2027-03-10T15:00:00Z' };
  expect(clashOf(TWO, [VISIT])).toBe(VISIT);
  expect(clashOf(TWO, [{ ...VISIT, state: 'cancelled' }])).toBeNull();
  expect(plainOnes([TWO, later, DAY, { ...later, address: null }], [VISIT])).toEqual([later]);
});

test('what is called the same in the same calendar is asked together', () => {
  const again = { ...TWO, id: 'q', title: 'huisbezoek ' };
  const others = [TWO, again, { ...again, calendarId: 'd' }, { ...again, title: 'Overleg' }];
  expect(alikeOf(TWO, others)).toEqual([again]);
  expect(alikeOf({ ...TWO, title: null }, [{ ...again, title: null }])).toEqual([]);
});

test('the alarm goes off when the grace of the team is over', () => {
  expect(alarmAfter(0, NUMBERS, false)).toBe(600_000);
  expect(alarmAfter(0, NUMBERS, true)).toBe(120_000);
});

describe('a calendar that is added', () => {
  const form = { ...EMPTY_CALENDAR, name: ' Werk ', url: ' webcal://agenda.example/anna.ics ' };

  test('has a name, an address, and a name and a password together', () => {
    expect([...calendarFaults(EMPTY_CALENDAR)]).toEqual(['name', 'url']);
    expect([...calendarFaults({ ...form, url: 'agenda.example' })]).toEqual(['url']);
    expect([...calendarFaults({ ...form, url: 'https://anna:geheim@agenda.example' })]).toEqual([
      'url',
    ]);
    expect([...calendarFaults({ ...form, userName: 'anna' })]).toEqual(['password']);
    expect([...calendarFaults({ ...form, password: 'geheim' })]).toEqual(['userName']);
    expect([...calendarFaults(form)]).toEqual([]);
  });

  test('says no name when there is none, and leaves a password as it is', () => {
    expect(calendarOf(form)).toEqual({
      kind: 'caldav',
      name: 'Werk',
      url: 'webcal://agenda.example/anna.ics',
      keepsTitles: false,
    });
    expect(calendarOf({ ...form, userName: 'anna', password: ' a ' })).toMatchObject({
      userName: 'anna',
      password: ' a ',
    });
  });
});

const NUMBERS: TeamNumbers = {
  reminderSeconds: 300,
  graceSeconds: 600,
  highRiskGraceSeconds: 120,
  extensionMinutes: 15,
  journeyMarginMinutes: 10,
  shiftSignEverySeconds: 7200,
  panicHoldMillis: 2000,
};

const VISIT: Visit = {
  id: 'v',
  version: 0,
  workerId: 'anna',
  workerName: 'Anna',
  place: { address: 'Elders 1' },
  purpose: null,
  plannedStartAt: '2027-03-10T12:30:00Z',
  plannedEndAt: '2027-03-10T13:15:00Z',
  highRisk: false,
  travelMode: 'car',
  vehicleId: null,
  travelMinutes: 30,
  state: 'planned',
  watchId: 'w',
};
