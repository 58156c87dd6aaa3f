import type { PlannerWeek, Visit } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import { useTexts } from '../room-context';
import { usePlannerTexts, vehicleText, whenOf } from './planner-words';

interface VisitFactsProps {
  readonly visit: Visit;
  readonly week: PlannerWeek;
}

/** A visit that can no longer be changed, to be read. */
export function VisitFacts({ visit, week }: VisitFactsProps) {
  const t = usePlannerTexts();
  const texts = useTexts();
  const { language } = useLanguage();
  const { floor } = visit.place;
  const vehicle = vehicleText(week, visit);
  const facts: readonly (readonly [string, string])[] = [
    [t.form.differences.who, visit.workerName],
    [t.form.differences.when, `${whenOf(visit, language)} (${t.states[visit.state]})`],
    [
      t.form.differences.where,
      floor === undefined || floor === null
        ? visit.place.address
        : `${visit.place.address}, ${floor}`,
    ],
    ...(visit.purpose === null ? [] : [[t.form.differences.purpose, visit.purpose] as const]),
    [
      t.form.differences.travel,
      vehicle === null
        ? texts.words.travel[visit.travelMode]
        : `${texts.words.travel[visit.travelMode]} · ${vehicle}`,
    ],
    [t.form.highRisk, visit.highRisk ? t.form.yes : t.form.no],
  ];
  return (
    <dl className="aw-visit-form__facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
