import { expect, test } from 'vitest';
import type { Caution, Task, UnreadyVisit } from '../../../shared/src/api/types';
import { minutesAfter14, T14_00 } from './examples';
import { tally, todayOf } from './today';

const NOW = Date.parse(T14_00);
const END_OF_TODAY = NOW + 10 * 3_600_000;

const task = (changes: Partial<Task>): Task => ({
  id: '0199a000-0000-7000-8000-000000000901',
  kind: 'signal',
  what: '',
  subjectId: '0199a000-0000-7000-8000-000000000902',
  teamId: '0199a000-0000-7000-8000-000000000903',
  teamName: 'Wijkteam',
  madeByName: null,
  madeAt: T14_00,
  state: 'open',
  ownerId: '0199a000-0000-7000-8000-00000000000c',
  ownerName: 'Carla',
  dueAt: minutesAfter14(30),
  rung: 0,
  endedAt: null,
  endedByName: null,
  answer: null,
  incident: null,
  ...changes,
});

test('what is late stands first, and everything has its moment', () => {
  const visit: UnreadyVisit = {
    visitId: '0199a000-0000-7000-8000-000000000904',
    workerName: 'Anna',
    teamId: null,
    plannedStartAt: minutesAfter14(60 * 24),
    plannedEndAt: minutesAfter14(60 * 25),
    riskClass: 'high',
    missing: ['DUO'],
  };
  const today = todayOf(
    {
      tasks: [task({}), task({ id: 'late', dueAt: minutesAfter14(-1) })],
      unready: [visit],
      cautions: [],
    },
    NOW,
    END_OF_TODAY,
  );
  expect(today.late.map(({ key }) => key)).toEqual(['late']);
  expect(today.today.map(({ owner }) => owner)).toEqual(['Carla']);
  expect(today.later.map(({ kind, owner }) => [kind, owner])).toEqual([['unready', 'Anna']]);
  expect(tally(today)).toEqual([
    { kind: 'signal', count: 2 },
    { kind: 'unready', count: 1 },
  ]);
});

test('a proposal waits until it lapses, a caution in force until it is looked at again', () => {
  const caution = (changes: Partial<Caution>): Caution => ({
    id: 'c',
    placeId: '0199a000-0000-7000-8000-000000000905',
    version: 1,
    kind: 'dog',
    behaviour: 'De hond viel uit.',
    source: 'own-experience',
    evidence: null,
    happenedOn: '2026-11-01',
    state: 'proposed',
    proposedByName: 'Anna',
    proposedAt: T14_00,
    confirmedByName: null,
    confirmedAt: null,
    reviewAt: null,
    endsAt: minutesAfter14(5),
    letterSentOn: null,
    noLetterReason: null,
    reply: null,
    repliedOn: null,
    reason: null,
    wordHints: [],
    ...changes,
  });
  const today = todayOf(
    {
      tasks: [],
      unready: [],
      cautions: [
        caution({}),
        caution({ state: 'in-force', reviewAt: minutesAfter14(-5), endsAt: minutesAfter14(9999) }),
      ],
    },
    NOW,
    END_OF_TODAY,
  );
  expect(today.late.map(({ kind }) => kind)).toEqual(['caution-review']);
  expect(today.today.map(({ kind }) => kind)).toEqual(['proposal']);
});
