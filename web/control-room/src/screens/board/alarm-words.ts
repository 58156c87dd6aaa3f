import type { Alarm } from '../../core/model';
import { roleOf } from '../../core/handler';
import type { Texts } from '../../text';
import type { IconName } from '../Icon';

/** How an alarm looks: a silent one and a drill have a look of their own, in words too. */
export type AlarmLook = 'drill' | 'silent' | 'calling' | 'offered' | 'taken';

export function lookOf(alarm: Alarm, meId: string): AlarmLook {
  if (alarm.drill) {
    return 'drill';
  }
  const role = roleOf(alarm, meId);
  if (role === 'offered-to-me') {
    return 'offered';
  }
  return role === 'nobody-has-it' ? 'calling' : 'taken';
}

/** Whoever calls the worker in a silent alarm may betray them: duress is silent, whatever else. */
export function isSilent(alarm: Alarm): boolean {
  return alarm.silent || alarm.kind === 'duress';
}

export function iconOf(alarm: Alarm, meId: string): IconName {
  if (alarm.drill) {
    return 'drill';
  }
  if (isSilent(alarm)) {
    return 'silent';
  }
  const look = lookOf(alarm, meId);
  return look === 'taken' ? 'taken' : look === 'offered' ? 'offered' : 'alarm';
}

/** Whom it is about; a drill without a worker is about its team, the rest about somebody unknown. */
export function nameIn(alarm: Alarm, t: Texts): string {
  if (alarm.workerName.trim() !== '') {
    return alarm.workerName;
  }
  return alarm.drill ? alarm.teamName : t.alarm.unknownWorker;
}

/** Who is on it, in words. */
export function standText(alarm: Alarm, meId: string, t: Texts): string {
  switch (roleOf(alarm, meId)) {
    case 'nobody-has-it':
      return t.words.alarmState.calling;
    case 'mine':
    case 'offered-by-me':
      return t.alarm.mine;
    case 'offered-to-me':
      return t.handOver.offered(alarm.handledBy ?? t.handOver.somebody);
    case 'others':
      return t.alarm.others(alarm.handledBy ?? t.handOver.somebody);
    case 'closed':
      return t.words.alarmState.closed;
  }
}
