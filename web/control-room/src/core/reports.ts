import type { Report } from '../../../shared/src/api/types';
import type { Language } from '../../../shared/src/core/language';
import type { ReportKind } from './route';

export interface ReportWish {
  readonly kind: ReportKind;
  /** Months, such as `2026-01`; both count. */
  readonly from: string;
  readonly until: string;
  /** Null for all together. */
  readonly teamId: string | null;
}

export type ReportSection = Report['sections'][number];
type Unit = ReportSection['columns'][number]['unit'];

/** The month in which this day lies. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month so many months before. */
export function monthsBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 - months;
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The last months that can be chosen, the latest first. */
export function monthChoices(
  current: string,
  language: Language,
  count: number,
): readonly { readonly value: string; readonly label: string }[] {
  const words = new Intl.DateTimeFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return Array.from({ length: count }, (_, ago) => {
    const value = monthsBefore(current, ago);
    return { value, label: words.format(new Date(`${value}-15T12:00:00Z`)) };
  });
}

/** Periods of whole months that are asked most. */
export function quickPeriods(current: string): {
  readonly thisYear: readonly [string, string];
  readonly lastYear: readonly [string, string];
  readonly twelve: readonly [string, string];
} {
  const year = Number(current.slice(0, 4));
  return {
    twelve: [monthsBefore(current, 11), current],
    thisYear: [`${String(year)}-01`, current],
    lastYear: [`${String(year - 1)}-01`, `${String(year - 1)}-12`],
  };
}

/** A figure as it is read; a dash when there is nothing to say. */
export function figureText(value: number | null, unit: Unit, language: Language): string {
  if (value === null) return '–';
  const digits = unit === 'count' ? 0 : 1;
  const text = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: 1,
  }).format(value);
  return unit === 'percent' ? `${text}%` : text;
}

/** Whether anything of it can be drawn. */
export function isDrawable({ chart, columns, rows }: ReportSection): boolean {
  return (
    chart !== 'none' &&
    rows.some(
      ({ values, rest }) => !rest && columns.some(({ drawn }, i) => drawn && (values[i] ?? 0) > 0),
    )
  );
}
