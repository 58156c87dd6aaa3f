import { useLanguage } from '../../../../shared/src/components';
import {
  addDays,
  isDay,
  mondayOf,
  sayDay,
  weekNumber,
} from '../../../../shared/src/core/local-day';
import { hashOf } from '../../core/route';
import { usePlannerTexts } from './planner-words';

interface WeekBarProps {
  readonly monday: string;
  readonly today: string;
}

/** Which week this is, and the way to others. */
export function WeekBar({ monday, today }: WeekBarProps) {
  const t = usePlannerTexts();
  const { language } = useLanguage();
  const linkTo = (week: string): string => hashOf({ page: 'planner', monday: week });
  const year = addDays(monday, 3).slice(0, 4);
  return (
    <div className="aw-planner__weeks">
      <div className="aw-planner__week">
        <strong>
          {t.week(weekNumber(monday))}, {year}
        </strong>
        <span>
          {t.span(sayDay(monday, language, 'short'), sayDay(addDays(monday, 6), language, 'short'))}
        </span>
      </div>
      <nav className="aw-planner__steps aw-no-print" aria-label={t.goTo}>
        <a className="aw-planner__step" href={linkTo(addDays(monday, -7))} aria-label={t.previous}>
          <span aria-hidden="true">‹</span>
        </a>
        <a
          className="aw-planner__step"
          href={hashOf({ page: 'planner', monday: null })}
          aria-current={monday === mondayOf(today) ? 'date' : undefined}
        >
          {t.now}
        </a>
        <a className="aw-planner__step" href={linkTo(addDays(monday, 7))} aria-label={t.next}>
          <span aria-hidden="true">›</span>
        </a>
        <input
          className="utrecht-textbox aw-planner__date"
          type="date"
          aria-label={t.goTo}
          value={monday}
          onChange={(event) => {
            const { value } = event.target;
            if (isDay(value)) location.hash = linkTo(mondayOf(value));
          }}
        />
      </nav>
    </div>
  );
}
