import { describe, expect, test } from 'vitest';
import type { PlateCheck, Vehicle, Visit } from '../../../shared/src/api/types';
import {
  batteryWord,
  checkOf,
  EMPTY_VEHICLE,
  tickedAfter,
  travelOf,
  travelling,
  vehicleFrom,
  vehiclesFor,
  withFound,
  type PhoneFacts,
} from './packing';

const NONE: ReadonlySet<string> = new Set();
const FACTS: PhoneFacts = {
  batteryPercent: null,
  batteryEnough: null,
  numbersKnown: true,
  noticesOn: false,
};
const CAR: Vehicle = { id: 'v1', kind: 'car', plate: 'GBB-01-B', description: 'Clio' };
const BIKE: Vehicle = { id: 'v2', kind: 'bicycle', plate: null, description: 'Blauwe fiets' };

describe('the battery', () => {
  test('is believed where the browser tells', () => {
    expect(batteryWord({ ...FACTS, batteryPercent: 50 }, NONE)).toBe('enough');
    expect(batteryWord({ ...FACTS, batteryPercent: 49, batteryEnough: true }, NONE)).toBe('low');
  });

  test('is asked about where it does not', () => {
    expect(batteryWord(FACTS, NONE)).toBe('ask');
    expect(batteryWord({ ...FACTS, batteryEnough: true }, NONE)).toBe('enough');
    expect(batteryWord({ ...FACTS, batteryEnough: false }, NONE)).toBe('low');
  });

  test('will do with a power bank along', () => {
    expect(batteryWord({ ...FACTS, batteryPercent: 12 }, new Set(['power-bank']))).toBe('enough');
  });
});

describe('the list', () => {
  test('what was ticked before stays ticked, and goes to the server with the rest', () => {
    const things = [
      { id: 'keys', along: true, text: 'Sleutels', ticked: true },
      { id: 'lamp', along: true, text: 'Lamp', ticked: true },
      { id: 'cash', along: false, text: 'Contant geld', ticked: false },
    ];
    const changes = new Map([
      ['cash', true],
      ['keys', false],
      ['badge', true],
    ]);
    expect(checkOf(tickedAfter(things, changes), FACTS)).toEqual({
      tickedIds: ['badge', 'cash', 'lamp'],
      batteryPercent: null,
      batteryEnough: null,
      numbersKnown: true,
      noticesOn: false,
    });
  });
});

describe('how the worker travels', () => {
  test('only vehicles that fit are offered', () => {
    expect(vehiclesFor('car', [CAR, BIKE])).toEqual([CAR]);
    expect(vehiclesFor('bicycle', [CAR, BIKE])).toEqual([BIKE]);
    expect(vehiclesFor('walking', [CAR, BIKE])).toEqual([]);
  });

  test('a vehicle that is off the list is not chosen any more', () => {
    expect(travelOf(visit('v1'), [CAR])).toEqual({ travelMode: 'car', vehicleId: 'v1' });
    expect(travelOf(visit('v9'), [CAR])).toEqual({ travelMode: 'car', vehicleId: null });
  });

  test('what is taken today goes along with the start', () => {
    const watch = { shape: 'visit' as const, travelMode: 'car' as const, vehicleId: 'v1' };
    expect(travelling(watch, { travelMode: 'bicycle', vehicleId: 'v2' })).toEqual({
      shape: 'visit',
      travelMode: 'bicycle',
      vehicleId: 'v2',
    });
  });
});

describe('a vehicle', () => {
  test('needs something to know it by', () => {
    expect(vehicleFrom({ ...EMPTY_VEHICLE, plate: 'GBB01B' })).toBeNull();
    expect(vehicleFrom({ ...EMPTY_VEHICLE, colour: ' blauw ' })).toEqual({
      kind: 'car',
      plate: null,
      brand: null,
      colour: 'blauw',
    });
  });

  test('the register fills in what was left open', () => {
    const found = withFound({ ...EMPTY_VEHICLE, plate: '3tkz08' }, CHECK);
    expect(found).toEqual({ kind: 'car', plate: '3-TKZ-08', brand: 'Fiat 500', colour: 'zwart' });
    const own = withFound({ ...EMPTY_VEHICLE, brand: 'Rode duivel', colour: 'rood' }, CHECK);
    expect(own).toMatchObject({ brand: 'Rode duivel', colour: 'rood' });
    const nothing = withFound(EMPTY_VEHICLE, { ...CHECK, found: null });
    expect(nothing).toMatchObject({ brand: '', colour: '' });
  });
});

const CHECK: PlateCheck = {
  plate: '3-TKZ-08',
  mark: 'dutch',
  sort: null,
  warnings: [],
  register: 'found',
  found: { brand: 'FIAT', model: '500', colour: 'ZWART', kind: 'Personenauto' },
};

function visit(vehicleId: string): Visit {
  return {
    id: 'x',
    version: 1,
    workerId: 'anna',
    workerName: 'Anna',
    place: { address: 'Dorpsstraat 12' },
    purpose: null,
    plannedStartAt: '2026-11-26T10:00:00Z',
    plannedEndAt: '2026-11-26T11:00:00Z',
    highRisk: false,
    travelMode: 'car',
    vehicleId,
    travelMinutes: 20,
    state: 'planned',
    watchId: null,
  };
}
