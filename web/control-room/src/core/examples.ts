/** The people of the tests: Anna works, Bram is standby, Carla supervises. */
import type { Visit } from '../../../shared/src/api/types';
import type { Alarm, Assurance, Board, Watch } from './model';

export const BRAM = '0199a000-0000-7000-8000-00000000000b';
export const CARLA = '0199a000-0000-7000-8000-00000000000c';
export const T14_00 = '2026-11-23T14:00:00Z';

/** {@link T14_00} plus some minutes, as the API writes a moment. */
export function minutesAfter14(minutes: number): string {
  return new Date(Date.parse(T14_00) + minutes * 60_000).toISOString();
}

export function exampleWatch(changes: Partial<Watch> = {}): Watch {
  return {
    id: '0199a000-0000-7000-8000-000000000101',
    version: 1,
    state: 'running',
    shape: 'visit',
    leg: 'on-site',
    workerId: '0199a000-0000-7000-8000-00000000000a',
    workerName: 'Anna de Vries',
    teamName: 'Wijkteam Noord',
    place: { address: 'Dorpsstraat 12, Voorbeeldstad', floor: '2 hoog' },
    startedAt: T14_00,
    dueAt: minutesAfter14(30),
    alarmAt: minutesAfter14(35),
    lastSignAt: T14_00,
    highRisk: false,
    travelMode: 'car',
    vehicle: 'Grijze Fiat 500, 3-TKZ-08',
    companion: null,
    openAlarmIds: [],
    couldNotBeHeard: false,
    ...changes,
  };
}

export function exampleAlarm(changes: Partial<Alarm> = {}): Alarm {
  return {
    id: '0199a000-0000-7000-8000-000000000201',
    version: 1,
    kind: 'missed-sign',
    state: 'calling',
    silent: false,
    drill: false,
    watchId: '0199a000-0000-7000-8000-000000000101',
    workerId: '0199a000-0000-7000-8000-00000000000a',
    workerName: 'Anna de Vries',
    teamName: 'Wijkteam Noord',
    address: 'Dorpsstraat 12, Voorbeeldstad',
    raisedAt: T14_00,
    openedAt: T14_00,
    step: 1,
    steps: 3,
    round: 1,
    nextStepAt: minutesAfter14(2),
    handledBy: null,
    handledById: null,
    promiseUntil: null,
    offeredToId: null,
    ...changes,
  };
}

export const ASSURED: Assurance = {
  watching: true,
  since: T14_00,
  reason: null,
  oldestDueSeconds: 0,
  serverTime: T14_00,
  outage: null,
};

export function exampleBoard(changes: Partial<Board> = {}): Board {
  return {
    position: '10',
    serverTime: T14_00,
    watches: [exampleWatch()],
    alarms: [],
    assurance: ASSURED,
    ...changes,
  };
}

/** A planned visit on the Tuesday of that week, at ten. */
export function exampleVisit(changes: Partial<Visit> = {}): Visit {
  return {
    id: 'visit',
    version: 1,
    workerId: 'anna',
    workerName: 'Anna de Vries',
    place: { address: 'Dorpsstraat 12, Voorbeeldstad' },
    purpose: null,
    plannedStartAt: '2026-11-24T09:00:00Z',
    plannedEndAt: '2026-11-24T09:45:00Z',
    highRisk: false,
    travelMode: 'car',
    vehicleId: null,
    travelMinutes: 20,
    state: 'planned',
    watchId: 'watch',
    ...changes,
  };
}
