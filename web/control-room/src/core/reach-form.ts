import type { NewReachabilityAgreement, Visit } from '../../../shared/src/api/types';
import { addDays, dayOf, momentOf, wallAt } from '../../../shared/src/core/local-day';
import { dialable } from '../../../shared/src/core/phone-number';

/** Chosen instead of a colleague: a name and a number. */
export const SOMEBODY_ELSE = 'else';

/** An agreement as it is being filled in; day and times as on the wall. */
export interface ReachForm {
  readonly day: string;
  readonly from: string;
  readonly until: string;
  /** Null for an agreement with a watch of its own. */
  readonly visitId: string | null;
  /** Who answers: a colleague's id, {@link SOMEBODY_ELSE}, or null while nobody is chosen. */
  readonly contact: string | null;
  readonly name: string;
  readonly phone: string;
}

export type ReachField = 'day' | 'from' | 'until' | 'visit' | 'contact' | 'name' | 'phone';

/** An evening of this day. */
export function newReachForm(nowMs: number): ReachForm {
  return {
    day: dayOf(nowMs),
    from: '18:00',
    until: '22:00',
    visitId: null,
    contact: null,
    name: '',
    phone: '',
  };
}

/** With a visit the agreement lasts from its beginning until the worker is home. */
export function withVisit(form: ReachForm, visit: Visit | null): ReachForm {
  if (visit === null) return { ...form, visitId: null };
  const homeMs = Date.parse(visit.plannedEndAt) + visit.travelMinutes * 60_000;
  return {
    ...form,
    visitId: visit.id,
    from: wallAt(Date.parse(visit.plannedStartAt)).time,
    until: wallAt(homeMs).time,
  };
}

/** The visits that an agreement of this worker on this day can be for, the first to begin first. */
export function visitsFor(
  visits: readonly Visit[],
  workerId: string,
  day: string,
): readonly Visit[] {
  return visits
    .filter(
      (visit) =>
        visit.workerId === workerId &&
        visit.state === 'planned' &&
        dayOf(Date.parse(visit.plannedStartAt)) === day,
    )
    .sort((one, other) => Date.parse(one.plannedStartAt) - Date.parse(other.plannedStartAt));
}

export type ReachFaults = ReadonlyMap<ReachField, 'missing' | 'past'>;

export function faultsOf(form: ReachForm, nowMs: number): ReachFaults {
  const faults = new Map<ReachField, 'missing' | 'past'>();
  if (form.day === '') faults.set('day', 'missing');
  if (form.from === '') faults.set('from', 'missing');
  if (form.until === '') faults.set('until', 'missing');
  if (faults.size === 0 && spanOf(form).untilMs <= nowMs) faults.set('until', 'past');
  if (form.contact === null) faults.set('contact', 'missing');
  if (form.contact === SOMEBODY_ELSE) {
    if (form.name.trim() === '') faults.set('name', 'missing');
    if (dialable(form.phone) === null) faults.set('phone', 'missing');
  }
  return faults;
}

/** Of a form without faults. */
export function agreementOf(form: ReachForm, workerId: string): NewReachabilityAgreement {
  const { fromMs, untilMs } = spanOf(form);
  return {
    workerId,
    ...(form.visitId === null ? {} : { visitId: form.visitId }),
    ...(form.contact === SOMEBODY_ELSE
      ? { contactName: form.name.trim(), phone: dialable(form.phone) }
      : { contactId: form.contact }),
    from: new Date(fromMs).toISOString(),
    until: new Date(untilMs).toISOString(),
  };
}

/** Until a time that is not later than the beginning is until that time on the next day. */
function spanOf({ day, from, until }: ReachForm): { fromMs: number; untilMs: number } {
  const lastDay = until > from ? day : addDays(day, 1);
  return { fromMs: momentOf(day, from), untilMs: momentOf(lastDay, until) };
}
