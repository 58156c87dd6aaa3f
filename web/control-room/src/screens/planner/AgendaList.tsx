import type { PlannerWeek, Visit } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import { sayDay } from '../../../../shared/src/core/local-day';
import type { PlannerRow, WarningsOf } from '../../core/planner';
import { usePlannerTexts } from './planner-words';
import { VisitChip } from './VisitChip';

interface AgendaListProps {
  readonly week: PlannerWeek;
  readonly rows: readonly PlannerRow[];
  readonly days: readonly string[];
  readonly today: string;
  readonly warnings: WarningsOf;
  readonly onOpen: (visit: Visit) => void;
}

/** The same week on a small screen: day after day, each visit with who goes. */
export function AgendaList({ week, rows, days, today, warnings, onOpen }: AgendaListProps) {
  const t = usePlannerTexts();
  const { language } = useLanguage();
  return (
    <div className="aw-agenda">
      {days.map((day, at) => {
        const visits = rows
          .flatMap((row) => (row.days[at] ?? []).map((visit) => ({ visit, row })))
          .sort((one, other) => one.visit.plannedStartAt.localeCompare(other.visit.plannedStartAt));
        return visits.length === 0 ? null : (
          <section key={day} aria-labelledby={`aw-agenda-${day}`}>
            <h2
              className="utrecht-heading-2"
              id={`aw-agenda-${day}`}
              aria-current={day === today ? 'date' : undefined}
            >
              {sayDay(day, language, 'long')}
            </h2>
            <p className="utrecht-paragraph aw-quiet">
              {visits.length === 1 ? null : t.more(visits.length)}
            </p>
            <ul className="aw-agenda__list">
              {visits.map(({ visit, row }) => (
                <li key={visit.id} onClick={() => onOpen(visit)}>
                  <span className="aw-agenda__who">{row.person.name}</span>
                  <VisitChip
                    visit={visit}
                    week={week}
                    warnings={warnings.get(visit.id) ?? []}
                    isMoving={false}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
