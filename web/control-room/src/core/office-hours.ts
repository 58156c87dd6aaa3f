import type { OfficeDay } from '../../../shared/src/api/types';

/** One day of the week as it is being filled in; times as on the wall, empty when closed. */
export interface DayForm {
  readonly open: boolean;
  readonly from: string;
  readonly until: string;
}

export type HoursField = 'from' | 'until';

const CLOSED: DayForm = { open: false, from: '', until: '' };
/** What most town halls keep. */
const USUAL: DayForm = { open: true, from: '08:30', until: '17:00' };
const DAYS = 7;

/** Monday first. */
export function weekOf(days: readonly OfficeDay[]): readonly DayForm[] {
  return Array.from({ length: DAYS }, (_, at) => {
    const day = days.find(({ weekDay }) => weekDay === at + 1);
    return day === undefined
      ? CLOSED
      : { open: true, from: day.from.slice(0, 5), until: day.until.slice(0, 5) };
  });
}

export function daysOf(week: readonly DayForm[]): OfficeDay[] {
  return week.flatMap(({ open, from, until }, at) =>
    open ? [{ weekDay: at + 1, from: `${from}:00`, until: `${until}:00` }] : [],
  );
}

/** A day that opens does so at the times of the day before it, else at the usual ones. */
export function withOpen(week: readonly DayForm[], at: number, open: boolean): readonly DayForm[] {
  const before = week[at - 1];
  const opened = before?.open === true ? before : USUAL;
  return week.with(at, open ? opened : CLOSED);
}

export function withTime(
  week: readonly DayForm[],
  at: number,
  field: HoursField,
  time: string,
): readonly DayForm[] {
  const day = week[at];
  return day === undefined ? week : week.with(at, { ...day, [field]: time });
}

/** What is wrong with one day; null when nothing is. */
export function faultOf({ open, from, until }: DayForm): HoursField | null {
  if (!open) return null;
  if (from === '') return 'from';
  return until > from ? null : 'until';
}

export type WeekFault = 'a-day' | 'none-open';

/** A week without any open day would mean the usual hours to the server: nobody may write it by chance. */
export function weekFault(week: readonly DayForm[]): WeekFault | null {
  if (week.every(({ open }) => !open)) return 'none-open';
  return week.some((day) => faultOf(day) !== null) ? 'a-day' : null;
}
