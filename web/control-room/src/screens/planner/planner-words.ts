import type { PlannerWeek, Visit, VisitWarning } from '../../../../shared/src/api/types';
import { clockTime } from '../../../../shared/src/core/clock';
import { dayOf, sayDay } from '../../../../shared/src/core/local-day';
import type { Language } from '../../../../shared/src/core/language';
import { useLanguage } from '../../../../shared/src/components';
import { plannerTexts, type PlannerTexts } from '../../text/planner';

export function usePlannerTexts(): PlannerTexts {
  return plannerTexts[useLanguage().language];
}

/** "10:00–10:45". */
export function timesOf(visit: Pick<Visit, 'plannedStartAt' | 'plannedEndAt'>): string {
  return timeSpan(visit.plannedStartAt, visit.plannedEndAt);
}

function timeSpan(from: string, until: string): string {
  return `${clockTime(Date.parse(from))}–${clockTime(Date.parse(until))}`;
}

/** "Tuesday 24 November 10:00–10:45". */
export function whenOf(visit: Visit, language: Language): string {
  const day = sayDay(dayOf(Date.parse(visit.plannedStartAt)), language, 'long');
  return `${day} ${timesOf(visit)}`;
}

/** A warning in a sentence. */
export function warningText(warning: VisitWarning, t: PlannerTexts): string {
  const { kind, otherStartAt, otherEndAt } = warning;
  if (kind === 'no-standby' || otherStartAt === null || otherEndAt === null) {
    return kind === 'no-standby' ? t.warnings['no-standby'] : t.warnings.title;
  }
  return t.warnings[kind](
    warning.otherWorkerName ?? t.form.somebody,
    timeSpan(otherStartAt, otherEndAt),
  );
}

/** Who changed a visit meanwhile, and when. */
export function staleText(now: Visit | null, t: PlannerTexts): string {
  const at = now?.changedAt ?? null;
  const by = now?.changedByName ?? '';
  return t.form.stale(
    by === '' ? t.form.somebody : by,
    at === null ? '' : clockTime(Date.parse(at)),
  );
}

/** A vehicle by what people call it; null when there is none, or nobody knows it any more. */
export function vehicleText(week: PlannerWeek, visit: Visit): string | null {
  return week.vehicles.find(({ id }) => id === visit.vehicleId)?.description ?? null;
}
