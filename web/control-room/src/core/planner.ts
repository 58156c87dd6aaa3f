import type {
  PlannerPerson,
  PlannerWeek,
  Visit,
  VisitChange,
  VisitWarning,
} from '../../../shared/src/api/types';
import { addDays, dayOf, momentOf, wallAt } from '../../../shared/src/core/local-day';

/** What of the week the reader wants to see. */
export interface PlannerFilter {
  readonly teamId: string | null;
  readonly text: string;
  /** Only people with a visit this week. */
  readonly onlyBusy: boolean;
}

export const ALL_OF_WEEK: PlannerFilter = { teamId: null, text: '', onlyBusy: false };

/** One person's week; each day has that day's visits, earliest first. */
export interface PlannerRow {
  readonly person: PlannerPerson;
  readonly days: readonly (readonly Visit[])[];
}

/** Where a visit stands, or could be put down. */
export interface Cell {
  readonly personId: string;
  readonly day: string;
}

export type WarningsOf = ReadonlyMap<string, readonly VisitWarning[]>;

export function daysOf(monday: string): readonly string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(monday, day));
}

/** The rows to draw, by name. Whoever left but still has a visit keeps a row, so none is lost. */
export function rowsOf(week: PlannerWeek, filter: PlannerFilter): readonly PlannerRow[] {
  const days = daysOf(week.mondayDate);
  const byPerson = new Map<string, Visit[]>();
  for (const visit of week.visits) {
    const own = byPerson.get(visit.workerId);
    if (own === undefined) byPerson.set(visit.workerId, [visit]);
    else own.push(visit);
  }
  const known = new Set(week.people.map(({ id }) => id));
  const gone = [...byPerson.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: byPerson.get(id)?.[0]?.workerName ?? '', teamId: '' }));
  return [...week.people, ...gone]
    .filter((person) => isWanted(person, byPerson.get(person.id) ?? [], filter))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
    .map((person) => rowOf(person, byPerson.get(person.id) ?? [], days));
}

function rowOf(
  person: PlannerPerson,
  visits: readonly Visit[],
  days: readonly string[],
): PlannerRow {
  const inOrder = [...visits].sort(
    (one, other) => Date.parse(one.plannedStartAt) - Date.parse(other.plannedStartAt),
  );
  const first = days[0] ?? '';
  return {
    person,
    // What began last Sunday night and goes on stands on Monday.
    days: days.map((day) =>
      inOrder.filter((visit) => {
        const its = dayOf(Date.parse(visit.plannedStartAt));
        return its === day || (day === first && its < first);
      }),
    ),
  };
}

function isWanted(person: PlannerPerson, visits: readonly Visit[], filter: PlannerFilter): boolean {
  return (
    (filter.teamId === null || person.teamId === filter.teamId) &&
    (!filter.onlyBusy || visits.length > 0) &&
    matches(filter.text, [person.name, ...visits.map((visit) => visit.place.address)])
  );
}

/** Every word must be found somewhere; accents and capitals don't count. */
function matches(text: string, fields: readonly string[]): boolean {
  const hay = fold(fields.join(' '));
  return fold(text)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether two rows would be drawn the same. */
export function isSameRow(one: PlannerRow, other: PlannerRow): boolean {
  return (
    one.person.id === other.person.id &&
    one.person.name === other.person.name &&
    one.days.length === other.days.length &&
    one.days.every((visits, day) => {
      const others = other.days[day] ?? [];
      return (
        visits.length === others.length &&
        visits.every((visit, at) => isSameVisit(visit, others[at]))
      );
    })
  );
}

function isSameVisit(one: Visit, other: Visit | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.version === other.version &&
    one.state === other.state &&
    one.plannedStartAt === other.plannedStartAt
  );
}

export function warningsOf(week: PlannerWeek): WarningsOf {
  const found = new Map<string, VisitWarning[]>();
  for (const warning of week.warnings) {
    if (warning.visitId !== null) {
      found.set(warning.visitId, [...(found.get(warning.visitId) ?? []), warning]);
    }
  }
  return found;
}

/** Whether a visit can still be moved: once it has begun its watch goes by what was agreed. */
export function canMove(visit: Visit): boolean {
  return visit.state === 'planned';
}

export function cellOf(visit: Visit): Cell {
  return { personId: visit.workerId, day: dayOf(Date.parse(visit.plannedStartAt)) };
}

export function isSameCell(one: Cell, other: Cell): boolean {
  return one.personId === other.personId && one.day === other.day;
}

/** The visit as it would be in another cell: at the same time on the wall, as long as it was. */
export function visitIn(visit: Visit, cell: Cell, workerName: string): Visit {
  const startMs = Date.parse(visit.plannedStartAt);
  const lastsMs = Date.parse(visit.plannedEndAt) - startMs;
  const newStartMs = momentOf(cell.day, wallAt(startMs).time);
  return {
    ...visit,
    workerId: cell.personId,
    workerName,
    plannedStartAt: new Date(newStartMs).toISOString(),
    plannedEndAt: new Date(newStartMs + lastsMs).toISOString(),
  };
}

/** What the server is asked, to make {@code known} as {@code wanted}. */
export function changeTo(known: Visit, wanted: Visit): VisitChange {
  return {
    version: known.version,
    scope: 'one',
    workerId: wanted.workerId,
    place: wanted.place,
    purpose: wanted.purpose,
    plannedStartAt: wanted.plannedStartAt,
    plannedEndAt: wanted.plannedEndAt,
    highRisk: wanted.highRisk,
    travelMode: wanted.travelMode,
    vehicleId: wanted.vehicleId,
    travelMinutes: wanted.travelMinutes,
  };
}

/** The week with some visits as they are now; those of another week fall out of it. */
export function withVisits(week: PlannerWeek, changed: readonly Visit[]): PlannerWeek {
  const ids = new Set(changed.map(({ id }) => id));
  const last = addDays(week.mondayDate, 6);
  const stays = changed.filter((visit) => {
    const { day } = cellOf(visit);
    return visit.state !== 'cancelled' && day >= week.mondayDate && day <= last;
  });
  return { ...week, visits: [...week.visits.filter(({ id }) => !ids.has(id)), ...stays] };
}

export function withoutVisit(week: PlannerWeek, visitId: string): PlannerWeek {
  return { ...week, visits: week.visits.filter(({ id }) => id !== visitId) };
}

/** One press of an arrow while a visit is being moved; it never leaves the week or the list. */
export function stepCell(
  cell: Cell,
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown',
  rows: readonly PlannerRow[],
  days: readonly string[],
): Cell {
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const at = days.indexOf(cell.day) + (key === 'ArrowRight' ? 1 : -1);
    return { ...cell, day: days[at] ?? cell.day };
  }
  const at = rows.findIndex(({ person }) => person.id === cell.personId);
  const to = rows[at + (key === 'ArrowDown' ? 1 : -1)];
  return to === undefined ? cell : { ...cell, personId: to.person.id };
}
