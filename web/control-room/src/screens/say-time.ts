import { clockTime } from '../../../shared/src/core/clock';
import { countdownText, countdownTo, minutesSince } from '../core/countdown';
import type { Watch } from '../core/model';
import { deadlineOf } from '../core/urgency';
import type { Texts } from '../text';

/** "14:03", in Dutch time. */
export function timeOf(moment: string): string {
  return clockTime(Date.parse(moment));
}

/** "Visit, on site". Only a visit has legs, and what is only planned is not anywhere yet. */
export function shapeText(watch: Watch, t: Texts): string {
  const shape = t.words.shape[watch.shape];
  return watch.shape === 'visit' && watch.state !== 'planned'
    ? `${shape}, ${t.words.leg[watch.leg]}`
    : shape;
}

/** How somebody travels, and in or on what. */
export function travelText(watch: Watch, t: Texts): string {
  const mode = t.words.travel[watch.travelMode];
  return watch.vehicle === null ? mode : `${mode} · ${wholePlate(watch.vehicle)}`;
}

/** A number plate is read aloud to the police: it never breaks over two lines. */
export function wholePlate(vehicle: string): string {
  return vehicle.replace(/(?<=[A-Z0-9])-(?=[A-Z0-9])/g, '\u2011');
}

/** How long until or since {@code moment}, without saying which. */
export function span(moment: string, serverNowMs: number, t: Texts): string {
  return countdownText(countdownTo(moment, serverNowMs), t.units);
}

export function isPast(moment: string, serverNowMs: number): boolean {
  return countdownTo(moment, serverNowMs).late;
}

/** "just now", "12 min ago", "3 h ago". */
export function ago(moment: string, serverNowMs: number, t: Texts): string {
  const minutes = minutesSince(moment, serverNowMs);
  return minutes < 120 ? t.board.ago(minutes) : t.board.agoHours(Math.floor(minutes / 60));
}

/** What the clock of one watch says: time left, time late, or time until its alarm. */
export function dueText(watch: Watch, serverNowMs: number, t: Texts): string {
  const deadline = deadlineOf(watch);
  if (deadline === null) {
    return t.board.noDeadline;
  }
  const time = span(deadline, serverNowMs, t);
  const late = isPast(deadline, serverNowMs);
  switch (watch.state) {
    case 'overdue':
      return late ? t.board.alarmDue : t.board.untilAlarm(time);
    case 'planned':
      return late ? t.board.startLate(time) : t.board.startIn(time);
    case 'running':
    case 'alarmed':
    case 'closed':
      return late ? t.board.late(time) : t.board.left(time);
  }
}
