import { describe, expect, it } from 'vitest';
import type { PlannerWeek, UnreadyVisit, Visit, VisitMeasure } from '../../../shared/src/api/types';
import { untouched } from '../../../shared/src/core/measures';
import { actsOn, faultsOfProof, newProofForm, proofOf, sortedUnready } from './preparation';

const NOON = Date.parse('2026-11-27T11:00:00Z');

function unready(visitId: string, plannedStartAt: string): UnreadyVisit {
  return {
    visitId,
    workerName: 'Anna',
    teamId: null,
    plannedStartAt,
    plannedEndAt: plannedStartAt,
    riskClass: 'high',
    missing: ['DUO'],
  };
}

function planned(id: string, state: Visit['state']): Visit {
  return {
    id,
    version: 1,
    workerId: 'anna',
    workerName: 'Anna',
    place: { address: 'Dorpsstraat 12' },
    purpose: null,
    plannedStartAt: '2026-11-27T11:00:00Z',
    plannedEndAt: '2026-11-27T12:00:00Z',
    highRisk: false,
    travelMode: 'car',
    vehicleId: null,
    travelMinutes: 20,
    state,
    watchId: null,
  };
}

const demanded = (measure: VisitMeasure['measure'], part: Partial<VisitMeasure> = {}) => ({
  ...untouched(measure),
  demanded: true,
  ...part,
});

describe('visits that are not ready', () => {
  it('puts what has begun apart, the soonest first, and leaves out what is over', () => {
    const week: PlannerWeek = {
      mondayDate: '2026-11-23',
      visits: [planned('b', 'under-watch'), planned('c', 'done'), planned('d', 'planned')],
      warnings: [],
      people: [],
      teams: [],
      vehicles: [],
      isComplete: true,
    };
    const visits = [
      unready('next-week', '2026-12-01T09:00:00Z'),
      unready('d', '2026-11-27T14:00:00Z'),
      unready('c', '2026-11-27T09:00:00Z'),
      unready('b', '2026-11-27T10:00:00Z'),
    ];
    const { begun, ahead } = sortedUnready(visits, week);
    expect(begun.map(({ visitId }) => visitId)).toEqual(['b']);
    expect(ahead.map(({ visitId }) => visitId)).toEqual(['d', 'next-week']);
  });
});

describe('what the desk can do about a measure', () => {
  it.each([
    ['DUO', true, ['ask', 'waive']],
    ['DUO', false, ['ask']],
    ['LEID', true, ['approve', 'waive']],
    ['LEID', false, []],
    ['POLVOOR', false, ['prove']],
    ['DAG', true, ['waive']],
    ['PAK', false, []],
  ] as const)('%s, may decide %s: %s', (measure, mayDecide, acts) => {
    expect(actsOn(demanded(measure), mayDecide)).toEqual(acts);
  });

  it('takes a waiver back only as who may decide, and never what the times tell', () => {
    const waived = demanded('DUO', { state: 'waived', settled: true });
    expect(actsOn(waived, true)).toEqual(['unwaive']);
    expect(actsOn(waived, false)).toEqual([]);
    const proven = { state: 'proven', settled: true } as const;
    expect(actsOn(demanded('POLMEE', { ...proven, proof: { kind: 'escort' } }), false)).toEqual([
      'withdraw',
    ]);
    expect(actsOn(demanded('DAG', { ...proven, proof: { kind: 'within-hours' } }), true)).toEqual(
      [],
    );
    expect(actsOn(demanded('LEID', { ...proven, proof: { kind: 'approved' } }), false)).toEqual([]);
  });

  it('asks somebody else, or nobody, while a colleague has not answered', () => {
    expect(actsOn(demanded('ACHT', { state: 'offered' }), false)).toEqual(['ask', 'unask']);
  });

  it('waives nothing that nobody asked for', () => {
    expect(actsOn(untouched('KANTOOR'), true)).toEqual(['prove']);
  });
});

describe('noting a proof', () => {
  it('asks for what the proof needs, and says when it was in time of the wall', () => {
    const form = newProofForm(NOON);
    expect([...faultsOfProof('POLVOOR', { ...form, time: '' })]).toEqual([
      'name',
      'reference',
      'moment',
    ]);
    const filled = { ...form, words: { name: ' J. de Boer ', reference: 'PL-1' } };
    expect(faultsOfProof('POLVOOR', filled).size).toBe(0);
    expect(proofOf('POLVOOR', filled)).toEqual({
      kind: 'police-told',
      name: 'J. de Boer',
      toldAt: '2026-11-27T11:00:00.000Z',
      reference: 'PL-1',
    });
  });

  it('a call, a call-back and a question each need their answer', () => {
    const form = newProofForm(NOON);
    expect([...faultsOfProof('BEL', form)]).toEqual(['outcome']);
    expect([...faultsOfProof('TERUG', form)]).toEqual(['callAt']);
    expect([...faultsOfProof('INFO', form)]).toEqual(['askedOf']);
    expect(proofOf('PAK', form)).toBeNull();
  });
});
