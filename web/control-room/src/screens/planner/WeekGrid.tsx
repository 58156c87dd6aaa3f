import {
  memo,
  useEffect,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { PlannerWeek, Visit } from '../../../../shared/src/api/types';
import { useAnnounce, useLanguage } from '../../../../shared/src/components';
import { sayDay } from '../../../../shared/src/core/local-day';
import {
  canMove,
  cellOf,
  isSameCell,
  isSameRow,
  stepCell,
  type Cell,
  type PlannerRow,
  type WarningsOf,
} from '../../core/planner';
import { usePlannerTexts } from './planner-words';
import { VisitChip } from './VisitChip';

interface WeekGridProps {
  readonly week: PlannerWeek;
  readonly rows: readonly PlannerRow[];
  readonly days: readonly string[];
  readonly today: string;
  readonly warnings: WarningsOf;
  readonly onOpen: (visit: Visit) => void;
  readonly onPlan: (personId: string, day: string) => void;
  readonly onMove: (visit: Visit, cell: Cell) => void;
}

/** A visit that is on its way to another cell, by mouse or by keyboard. */
interface Moving {
  readonly visit: Visit;
  readonly to: Cell;
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;

/** People below each other, days side by side. Everything that is pressed is heard here, once. */
export function WeekGrid(props: WeekGridProps) {
  const { week, rows, days, today, warnings, onOpen, onPlan, onMove } = props;
  const t = usePlannerTexts();
  const { language } = useLanguage();
  const announce = useAnnounce();
  const [moving, setMoving] = useState<Moving | null>(null);
  const dragged = useRef<Visit | null>(null);
  const moved = useRef<string | null>(null);
  const hintId = 'aw-planner-hint';

  const visitOf = (target: EventTarget): Visit | undefined => {
    const id = closest(target, '[data-visit]')?.dataset['visit'];
    return week.visits.find((visit) => visit.id === id);
  };
  useEffect(() => {
    // In another row it is another button: whoever moved it by keyboard goes on from there.
    if (moved.current !== null && document.activeElement === document.body) {
      document.querySelector<HTMLElement>(`[data-visit="${CSS.escape(moved.current)}"]`)?.focus();
    }
  }, [rows]);
  const drop = (visit: Visit, to: Cell): void => {
    setMoving(null);
    moved.current = visit.id;
    if (!isSameCell(cellOf(visit), to)) {
      onMove(visit, to);
    }
  };

  const clicked = (event: MouseEvent): void => {
    moved.current = null;
    const visit = visitOf(event.target);
    const cell = cellAt(event.target);
    if (visit !== undefined) {
      onOpen(visit);
    } else if (cell !== null) {
      onPlan(cell.personId, cell.day);
    }
  };

  const pressed = (event: KeyboardEvent): void => {
    if (moving !== null && (event.key === 'Enter' || event.key === 'Escape')) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') {
        drop(moving.visit, moving.to);
      } else {
        setMoving(null);
        announce(t.movingStopped);
      }
      return;
    }
    const key = ARROWS.find((arrow) => arrow === event.key);
    const visit = visitOf(event.target);
    if (key === undefined || visit === undefined) {
      return;
    }
    if (event.shiftKey || moving !== null) {
      event.preventDefault();
      event.stopPropagation();
      if (!canMove(visit)) {
        announce(t.cannotMove);
        return;
      }
      const to = stepCell(moving?.to ?? cellOf(visit), key, rows, days);
      setMoving({ visit, to });
      const name = rows.find(({ person }) => person.id === to.personId)?.person.name ?? '';
      announce(t.moving(name, sayDay(to.day, language, 'long')));
      rowElement(to.personId)?.scrollIntoView({ block: 'nearest' });
    } else {
      event.preventDefault();
      event.stopPropagation();
      focusNeighbour(event.currentTarget, event.target, key);
    }
  };

  const dragStarted = (event: DragEvent): void => {
    const visit = visitOf(event.target);
    if (visit === undefined || !canMove(visit)) {
      event.preventDefault();
      return;
    }
    dragged.current = visit;
    event.dataTransfer.effectAllowed = 'move';
    // Only our own name for it: what is dragged out of the window tells nothing.
    event.dataTransfer.setData('text/plain', visit.id);
  };
  const draggedOver = (event: DragEvent): void => {
    const to = cellAt(event.target);
    const visit = dragged.current;
    if (visit === null || to === null) {
      return;
    }
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    if (moving === null || !isSameCell(moving.to, to)) {
      setMoving({ visit, to });
    }
  };
  const dropped = (event: DragEvent): void => {
    const to = cellAt(event.target);
    const visit = dragged.current;
    dragged.current = null;
    if (visit !== null && to !== null) {
      event.preventDefault();
      drop(visit, to);
    }
  };

  return (
    <>
      <p className="utrecht-paragraph aw-quiet aw-no-print" id={hintId}>
        {t.hint}
      </p>
      <div
        className="aw-week"
        role="table"
        aria-label={t.title}
        aria-describedby={hintId}
        onClick={clicked}
        onKeyDown={pressed}
        onBlur={() => {
          if (moving !== null && dragged.current === null) setMoving(null);
        }}
        onDragStart={dragStarted}
        onDragOver={draggedOver}
        onDrop={dropped}
        onDragEnd={() => {
          dragged.current = null;
          setMoving(null);
        }}
      >
        <div role="rowgroup" className="aw-week__head">
          <div role="row" className="aw-week__row">
            <div role="columnheader" className="aw-week__person">
              {t.person}
            </div>
            {days.map((day) => (
              <div
                key={day}
                role="columnheader"
                className={`aw-week__day${day === today ? ' aw-week__day--today' : ''}`}
                aria-current={day === today ? 'date' : undefined}
              >
                {sayDay(day, language, 'short')}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {rows.map((row) => (
            <WeekRow
              key={row.person.id}
              row={row}
              week={week}
              days={days}
              warnings={warnings}
              movingId={movingIdIn(row, moving)}
              targetDay={moving?.to.personId === row.person.id ? moving.to.day : null}
              onPlan={onPlan}
            />
          ))}
        </div>
      </div>
    </>
  );
}

interface WeekRowProps {
  readonly row: PlannerRow;
  readonly week: PlannerWeek;
  readonly days: readonly string[];
  readonly warnings: WarningsOf;
  readonly movingId: string | null;
  readonly targetDay: string | null;
  readonly onPlan: (personId: string, day: string) => void;
}

/** One person's week. Drawn anew only when something of it changed: there may be two hundred. */
const WeekRow = memo(function WeekRow(props: WeekRowProps) {
  const { row, week, days, warnings, movingId, targetDay, onPlan } = props;
  const t = usePlannerTexts();
  const { person } = row;
  return (
    <div role="row" className="aw-week__row aw-week__row--person" data-person={person.id}>
      <div role="rowheader" className="aw-week__person">
        <button
          type="button"
          className="aw-week__name"
          data-aw-row
          aria-label={t.planFor(person.name)}
          onClick={(event) => {
            event.stopPropagation();
            onPlan(person.id, days[0] ?? '');
          }}
        >
          {person.name}
          <span className="aw-week__plus aw-no-print" aria-hidden="true">
            +
          </span>
        </button>
      </div>
      {days.map((day, at) => (
        <div
          key={day}
          role="cell"
          className={`aw-week__cell${targetDay === day ? ' aw-week__cell--target' : ''}`}
          data-day={day}
        >
          {(row.days[at] ?? []).map((visit) => (
            <VisitChip
              key={visit.id}
              visit={visit}
              week={week}
              warnings={warnings.get(visit.id) ?? []}
              isMoving={visit.id === movingId}
            />
          ))}
        </div>
      ))}
    </div>
  );
}, isDrawnTheSame);

function isDrawnTheSame(before: WeekRowProps, after: WeekRowProps): boolean {
  return (
    before.movingId === after.movingId &&
    before.targetDay === after.targetDay &&
    before.days === after.days &&
    isSameRow(before.row, after.row) &&
    after.row.days.flat().every(({ id }) => sameWarnings(before.warnings, after.warnings, id))
  );
}

function sameWarnings(before: WarningsOf, after: WarningsOf, id: string): boolean {
  const kinds = (warnings: WarningsOf): string =>
    (warnings.get(id) ?? [])
      .map(({ kind, otherStartAt, otherEndAt }) => `${kind} ${otherStartAt} ${otherEndAt}`)
      .join();
  return before === after || kinds(before) === kinds(after);
}

function movingIdIn(row: PlannerRow, moving: Moving | null): string | null {
  return moving !== null && moving.visit.workerId === row.person.id ? moving.visit.id : null;
}

function closest(target: EventTarget, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

function cellAt(target: EventTarget): Cell | null {
  const day = closest(target, '[data-day]')?.dataset['day'];
  const personId = closest(target, '[data-person]')?.dataset['person'];
  return day === undefined || personId === undefined ? null : { personId, day };
}

function rowElement(personId: string): Element | null {
  return document.querySelector(`[data-person="${CSS.escape(personId)}"]`);
}

/** Left and right go from visit to visit, up and down to the next row that has one. */
function focusNeighbour(grid: Element, target: EventTarget, key: (typeof ARROWS)[number]): void {
  const chips = [...grid.querySelectorAll<HTMLElement>('[data-visit]')];
  const at = chips.findIndex((chip) => chip === target);
  const row = chips[at]?.closest('[data-person]');
  const forward = key === 'ArrowRight' || key === 'ArrowDown';
  const candidates = forward ? chips.slice(at + 1) : chips.slice(0, Math.max(0, at)).reverse();
  const inRow = key === 'ArrowLeft' || key === 'ArrowRight';
  candidates.find((chip) => inRow || chip.closest('[data-person]') !== row)?.focus();
}
