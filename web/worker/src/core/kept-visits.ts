import type { Visit } from '../../../shared/src/api/types';
import { addDays, dayOf, momentOf } from '../../../shared/src/core/local-day';

/** The moment at which the day after tomorrow begins: what comes then is kept nowhere. */
export function endOfTomorrow(nowMs: number): number {
  return momentOf(addDays(dayOf(nowMs), 2), '00:00');
}

/** The visits that may stay on the phone: those of today and tomorrow, and no other. */
export function keptVisits(visits: readonly Visit[], nowMs: number): readonly Visit[] {
  const from = momentOf(dayOf(nowMs), '00:00');
  const until = endOfTomorrow(nowMs);
  return visits.filter(
    ({ plannedStartAt, plannedEndAt }) =>
      Date.parse(plannedEndAt) > from && Date.parse(plannedStartAt) < until,
  );
}
