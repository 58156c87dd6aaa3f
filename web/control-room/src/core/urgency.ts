import type { Alarm, Watch } from './model';

/** 1: act now, and the only one that rings. 2: look soon. 3: all is well. */
export type Level = 1 | 2 | 3;

/** Whether somebody must act on this alarm now: nobody has it, or it is offered to me. */
export function needsSomeone(alarm: Alarm, meId: string): boolean {
  return alarm.state === 'calling' || isOfferedTo(alarm, meId);
}

export function isOfferedTo(alarm: Alarm, meId: string): boolean {
  return alarm.state === 'handing-over' && alarm.offeredToId === meId;
}

export function watchLevel(watch: Watch): Level {
  switch (watch.state) {
    case 'alarmed':
      return 1;
    case 'overdue':
      return 2;
    case 'planned':
    case 'running':
    case 'closed':
      return 3;
  }
}

/** The next moment at which something happens with this watch, or null when it has none. */
export function deadlineOf(watch: Watch): string | null {
  return watch.state === 'overdue'
    ? (watch.alarmAt ?? watch.dueAt)
    : (watch.dueAt ?? watch.alarmAt);
}

/** Most urgent first: what nobody has, real before drill, a cry for help before silence, oldest. */
export function sortAlarms(alarms: Iterable<Alarm>, meId: string): Alarm[] {
  return [...alarms].sort(
    (a, b) =>
      number(a.drill) - number(b.drill) ||
      number(needsSomeone(b, meId)) - number(needsSomeone(a, meId)) ||
      number(isCry(b)) - number(isCry(a)) ||
      a.openedAt.localeCompare(b.openedAt) ||
      a.id.localeCompare(b.id),
  );
}

/**
 * The watches of the list, shortest time to deadline first, the late ones above all. One whose
 * alarm is shown above the list is left out, so that nobody stands on the screen twice; one whose
 * alarm we don't know of stays: better twice than not at all.
 */
export function sortWatches(watches: Iterable<Watch>, alarms: ReadonlyMap<string, Alarm>): Watch[] {
  return [...watches]
    .filter((watch) => !isShownAsAlarm(watch, alarms))
    .sort(
      (a, b) =>
        watchLevel(a) - watchLevel(b) ||
        compareDeadlines(deadlineOf(a), deadlineOf(b)) ||
        a.workerName.localeCompare(b.workerName) ||
        a.id.localeCompare(b.id),
    );
}

function isShownAsAlarm(watch: Watch, alarms: ReadonlyMap<string, Alarm>): boolean {
  return watch.state === 'alarmed' && watch.openAlarmIds.some((id) => alarms.has(id));
}

function compareDeadlines(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    return number(a === null) - number(b === null);
  }
  return Date.parse(a) - Date.parse(b);
}

function isCry(alarm: Alarm): boolean {
  return alarm.kind === 'panic' || alarm.kind === 'duress' || alarm.kind === 'device';
}

function number(claim: boolean): number {
  return claim ? 1 : 0;
}
