import type { Caution, Task, UnreadyVisit } from '../../../shared/src/api/types';
import type { Route } from './route';

/** What a thing on the page of today is; words and icons go by it. */
export type TodayKind = Task['kind'] | 'unready' | 'proposal' | 'caution-review';

/** Something that waits. Nothing waits without somebody and a moment. */
export interface TodayItem {
  readonly key: string;
  readonly kind: TodayKind;
  readonly what: string;
  /** The incident that it is a step of, for who may see that. */
  readonly incident: Task['incident'];
  /** Null: whoever looks, or another who may decide, as it takes two. */
  readonly owner: string | null;
  readonly dueMs: number;
  readonly climbed: number;
  readonly to: Route;
}

export interface Today {
  readonly late: readonly TodayItem[];
  readonly today: readonly TodayItem[];
  readonly later: readonly TodayItem[];
}

export interface Waiting {
  readonly tasks: readonly Task[];
  readonly unready: readonly UnreadyVisit[];
  readonly cautions: readonly Caution[];
}

/** Everything that waits, in the order in which it must be done. */
export function todayOf(waiting: Waiting, nowMs: number, endOfTodayMs: number): Today {
  const items = itemsOf(waiting).toSorted((one, other) => one.dueMs - other.dueMs);
  return {
    late: items.filter(({ dueMs }) => dueMs <= nowMs),
    today: items.filter(({ dueMs }) => dueMs > nowMs && dueMs <= endOfTodayMs),
    later: items.filter(({ dueMs }) => dueMs > nowMs && dueMs > endOfTodayMs),
  };
}

/** How many of each kind, those that are most first. */
export function tally(today: Today): readonly { kind: TodayKind; count: number }[] {
  const counts = new Map<TodayKind, number>();
  for (const { kind } of [...today.late, ...today.today, ...today.later]) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .toSorted((one, other) => other.count - one.count);
}

function itemsOf({ tasks, unready, cautions }: Waiting): TodayItem[] {
  return [
    ...tasks.flatMap((task): TodayItem[] =>
      task.dueAt === null || task.ownerName === null
        ? []
        : [
            {
              key: task.id,
              kind: task.kind,
              what: task.what,
              incident: task.incident,
              owner: task.ownerName,
              dueMs: Date.parse(task.dueAt),
              climbed: task.rung,
              to: { page: 'task', taskId: task.id },
            },
          ],
    ),
    ...unready.map((visit): TodayItem => ({
      key: visit.visitId,
      kind: 'unready',
      what: '',
      incident: null,
      owner: visit.workerName,
      dueMs: Date.parse(visit.plannedStartAt),
      climbed: 0,
      to: { page: 'preparation', visitId: visit.visitId },
    })),
    ...cautions.flatMap((caution): TodayItem[] => {
      const isProposal = caution.state === 'proposed';
      const due = isProposal ? caution.endsAt : (caution.reviewAt ?? caution.endsAt);
      return due === null
        ? []
        : [
            {
              key: caution.id,
              kind: isProposal ? 'proposal' : 'caution-review',
              what: caution.behaviour,
              incident: null,
              owner: null,
              dueMs: Date.parse(due),
              climbed: 0,
              to: { page: 'place', placeId: caution.placeId },
            },
          ];
    }),
  ];
}
