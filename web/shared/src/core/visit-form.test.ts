import { describe, expect, it } from 'vitest';
import type { Visit } from '../api/types';
import {
  changeOf,
  differences,
  draftOf,
  faultsOf,
  formOf,
  newForm,
  newVisitOf,
  withStart,
} from './visit-form';

const VISIT: Visit = {
  id: 'visit',
  version: 3,
  workerId: 'anna',
  workerName: 'Anna de Vries',
  place: { address: 'Dorpsstraat 12, Voorbeeldstad' },
  purpose: null,
  plannedStartAt: '2026-11-24T09:00:00.000Z',
  plannedEndAt: '2026-11-24T09:45:00.000Z',
  highRisk: false,
  travelMode: 'car',
  vehicleId: null,
  travelMinutes: 20,
  state: 'planned',
  watchId: 'watch',
};

const FORM = { ...newForm('anna', '2026-11-24'), address: ' Dorpsstraat 12 ' };

describe('a visit that is filled in', () => {
  it('becomes a plan in UTC, trimmed', () => {
    expect(newVisitOf(FORM)).toEqual({
      workerId: 'anna',
      place: { address: 'Dorpsstraat 12', floor: null },
      purpose: null,
      plannedStartAt: '2026-11-24T09:00:00.000Z',
      plannedEndAt: '2026-11-24T09:45:00.000Z',
      highRisk: false,
      travelMode: 'car',
      vehicleId: null,
      travelMinutes: 30,
    });
  });

  it('says what is missing', () => {
    expect([...faultsOf(newForm(null, '2026-11-24'))]).toEqual(['workerId', 'address']);
    expect(faultsOf({ ...FORM, day: '' }).has('day')).toBe(true);
    expect(faultsOf({ ...FORM, until: '09:00' }).has('until')).toBe(true);
    expect(faultsOf({ ...FORM, until: '10:00' }).has('until')).toBe(true);
    expect(faultsOf({ ...FORM, travelMinutes: 'lang' }).has('travelMinutes')).toBe(true);
    expect(faultsOf({ ...FORM, repeats: 'weekly', lastDay: FORM.day }).has('lastDay')).toBe(true);
    expect(faultsOf(FORM).size).toBe(0);
  });

  it('may end after midnight in the evening only', () => {
    const late = { ...FORM, from: '23:00', until: '01:00' };
    expect(faultsOf(late).size).toBe(0);
    expect(newVisitOf(late).plannedEndAt).toBe('2026-11-25T00:00:00.000Z');
  });

  it('takes its end along when it begins later', () => {
    expect(withStart(FORM, '13:30')).toMatchObject({ from: '13:30', until: '14:15' });
    expect(withStart(FORM, '')).toMatchObject({ from: '', until: '10:45' });
  });

  it('repeats on its own weekday, or on working days', () => {
    const weekly = { ...FORM, repeats: 'two-weekly' as const, lastDay: '2026-12-22' };
    expect(newVisitOf(weekly).repeat).toEqual({
      everyWeeks: 2,
      weekdays: ['tuesday'],
      lastDate: '2026-12-22',
    });
    expect(newVisitOf({ ...weekly, repeats: 'workdays' }).repeat?.weekdays).toHaveLength(5);
  });

  it('asks about clashes as soon as who and when are known', () => {
    expect(draftOf({ ...FORM, address: '' }, null)).toMatchObject({ workerId: 'anna' });
    expect(draftOf({ ...FORM, from: '' }, null)).toBeNull();
  });
});

describe('a visit that is changed', () => {
  it('comes back as it went', () => {
    const change = changeOf(formOf(VISIT), VISIT.version);
    expect(change).toMatchObject({
      version: VISIT.version,
      scope: 'one',
      workerId: VISIT.workerId,
      plannedStartAt: '2026-11-24T09:00:00.000Z',
      plannedEndAt: '2026-11-24T09:45:00.000Z',
    });
  });

  it('tells in what two versions differ', () => {
    expect(differences(VISIT, VISIT)).toEqual([]);
    expect(
      differences(VISIT, {
        ...VISIT,
        plannedEndAt: '2026-11-24T10:00:00Z',
        place: { address: 'Kerkstraat 1' },
        highRisk: true,
      }),
    ).toEqual(['when', 'where', 'risk']);
  });
});
