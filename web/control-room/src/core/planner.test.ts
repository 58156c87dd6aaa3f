import { describe, expect, it } from 'vitest';
import type { PlannerWeek } from '../../../shared/src/api/types';
import { exampleVisit } from './examples';
import {
  ALL_OF_WEEK,
  cellOf,
  changeTo,
  daysOf,
  isSameRow,
  rowsOf,
  stepCell,
  visitIn,
  warningsOf,
  withoutVisit,
  withVisits,
} from './planner';

const MONDAY = '2026-11-23';
const ANNA = { id: 'anna', name: 'Anna de Vries', teamId: 'noord' };
const JOSE = { id: 'jose', name: 'José Peña', teamId: 'zuid' };
const VISIT = exampleVisit({});

const WEEK: PlannerWeek = {
  mondayDate: MONDAY,
  visits: [exampleVisit({ id: 'later', plannedStartAt: '2026-11-24T12:00:00Z' }), VISIT],
  warnings: [],
  people: [JOSE, ANNA],
  teams: [],
  vehicles: [],
  isComplete: true,
};

describe('the rows of a week', () => {
  it('are people by name, with each day in order', () => {
    const rows = rowsOf(WEEK, ALL_OF_WEEK);
    expect(rows.map(({ person }) => person.id)).toEqual(['anna', 'jose']);
    expect(rows[0]?.days[1]?.map(({ id }) => id)).toEqual(['visit', 'later']);
    expect(rows[0]?.days[0]).toEqual([]);
  });

  it('narrow by team, by words without accents, and to who is busy', () => {
    const ids = (filter: Partial<typeof ALL_OF_WEEK>) =>
      rowsOf(WEEK, { ...ALL_OF_WEEK, ...filter }).map(({ person }) => person.id);
    expect(ids({ teamId: 'zuid' })).toEqual(['jose']);
    expect(ids({ text: 'jose pena' })).toEqual(['jose']);
    expect(ids({ text: 'dorpsstraat' })).toEqual(['anna']);
    expect(ids({ onlyBusy: true })).toEqual(['anna']);
  });

  it('keep the visit of somebody who left', () => {
    const left = exampleVisit({ id: 'x', workerId: 'gone', workerName: 'Wim' });
    const rows = rowsOf({ ...WEEK, visits: [left] }, ALL_OF_WEEK);
    expect(rows.find(({ person }) => person.id === 'gone')?.person.name).toBe('Wim');
  });

  it('put on Monday what began on Sunday night and goes on', () => {
    const night = exampleVisit({
      plannedStartAt: '2026-11-22T22:30:00Z',
      plannedEndAt: '2026-11-23T00:30:00Z',
    });
    expect(rowsOf({ ...WEEK, visits: [night] }, ALL_OF_WEEK)[0]?.days[0]).toEqual([night]);
  });

  it('are the same as long as nothing of them is drawn anew', () => {
    const [anna, jose] = rowsOf(WEEK, ALL_OF_WEEK);
    const [again] = rowsOf({ ...WEEK, visits: [...WEEK.visits] }, ALL_OF_WEEK);
    const [moved] = rowsOf(withVisits(WEEK, [{ ...VISIT, version: 2 }]), ALL_OF_WEEK);
    if (anna === undefined || again === undefined || moved === undefined || jose === undefined) {
      throw new Error('rows are missing');
    }
    expect(isSameRow(anna, again)).toBe(true);
    expect(isSameRow(anna, moved)).toBe(false);
    expect(isSameRow(anna, jose)).toBe(false);
  });
});

describe('a visit that is moved', () => {
  it('stays at the same time on the wall, also over the change of the clocks', () => {
    const before = exampleVisit({
      plannedStartAt: '2027-03-26T09:00:00Z',
      plannedEndAt: '2027-03-26T09:45:00Z',
    });
    const after = visitIn(before, { personId: 'jose', day: '2027-03-29' }, 'José Peña');
    expect(after.plannedStartAt).toBe('2027-03-29T08:00:00.000Z');
    expect(after.plannedEndAt).toBe('2027-03-29T08:45:00.000Z');
    expect(after.workerName).toBe('José Peña');
    expect(cellOf(after)).toEqual({ personId: 'jose', day: '2027-03-29' });
  });

  it('asks the server for that, knowing its version', () => {
    const wanted = visitIn(VISIT, { personId: 'jose', day: '2026-11-26' }, 'José Peña');
    expect(changeTo(VISIT, wanted)).toMatchObject({
      version: VISIT.version,
      workerId: 'jose',
      plannedStartAt: '2026-11-26T09:00:00.000Z',
    });
  });

  it('falls out of the week when it goes to another', () => {
    const away = visitIn(VISIT, { personId: 'anna', day: '2026-12-01' }, 'Anna');
    expect(withVisits(WEEK, [away]).visits.map(({ id }) => id)).toEqual(['later']);
    expect(withoutVisit(WEEK, 'visit').visits.map(({ id }) => id)).toEqual(['later']);
  });

  it('goes by the arrows, and stays within the week and the list', () => {
    const rows = rowsOf(WEEK, ALL_OF_WEEK);
    const days = daysOf(MONDAY);
    const start = { personId: 'anna', day: '2026-11-24' };
    expect(stepCell(start, 'ArrowRight', rows, days).day).toBe('2026-11-25');
    expect(stepCell(start, 'ArrowDown', rows, days).personId).toBe('jose');
    expect(stepCell(start, 'ArrowUp', rows, days)).toEqual(start);
    const monday = { personId: 'anna', day: MONDAY };
    expect(stepCell(monday, 'ArrowLeft', rows, days)).toEqual(monday);
  });
});

describe('warnings', () => {
  it('are found by their visit', () => {
    const warning = {
      visitId: 'visit',
      kind: 'no-standby' as const,
      otherVisitId: null,
      otherWorkerName: null,
      otherStartAt: null,
      otherEndAt: null,
    };
    expect(warningsOf({ ...WEEK, warnings: [warning, warning] }).get('visit')).toHaveLength(2);
  });
});
