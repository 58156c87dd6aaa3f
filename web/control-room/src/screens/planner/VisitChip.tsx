import type { PlannerWeek, Visit, VisitWarning } from '../../../../shared/src/api/types';
import { canMove } from '../../core/planner';
import { Icon } from '../Icon';
import { timesOf, usePlannerTexts, vehicleText, warningText } from './planner-words';

interface VisitChipProps {
  readonly visit: Visit;
  readonly week: PlannerWeek;
  readonly warnings: readonly VisitWarning[];
  readonly isMoving: boolean;
}

/**
 * One visit: when, where, with whom, and what does not go together. Its presses are heard by the week
 * around it, as there may be hundreds.
 */
export function VisitChip({ visit, week, warnings, isMoving }: VisitChipProps) {
  const t = usePlannerTexts();
  const vehicle = vehicleText(week, visit);
  const extras = [
    visit.companion === null || visit.companion === undefined ? null : t.with(visit.companion),
    vehicle,
    visit.state === 'planned' ? null : t.states[visit.state],
  ].filter((extra) => extra !== null);
  return (
    <button
      type="button"
      className={`aw-visit aw-visit--${visit.state}${isMoving ? ' aw-visit--moving' : ''}`}
      draggable={canMove(visit)}
      data-visit={visit.id}
    >
      <span className="aw-visit__line">
        <strong className="aw-visit__time">{timesOf(visit)}</strong>
        {(visit.seriesId ?? null) === null ? null : (
          <span className="aw-visit__sign">
            <span aria-hidden="true">↻</span>
            <span className="aw-visually-hidden">{t.repeats}</span>
          </span>
        )}
        {visit.highRisk ? (
          <span className="aw-visit__sign aw-visit__sign--risk">
            <Icon name="risk" />
            <span className="aw-visually-hidden">{t.risky}</span>
          </span>
        ) : null}
        {warnings.length === 0 ? null : (
          <span className="aw-visit__sign aw-visit__sign--warning">
            <Icon name="overdue" />
            <span className="aw-visually-hidden">
              {t.hasWarnings}: {warnings.map((warning) => warningText(warning, t)).join(' ')}
            </span>
          </span>
        )}
      </span>
      <span className="aw-visit__address">{visit.place.address}</span>
      {extras.length === 0 ? null : <span className="aw-visit__extra">{extras.join(' · ')}</span>}
    </button>
  );
}
