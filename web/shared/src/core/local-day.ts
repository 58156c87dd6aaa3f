/**
 * Days and times as people here read them, in Dutch time whatever the machine is set to. A day is
 * `2026-11-23`, a time `14:05`; moments are milliseconds since 1970.
 */
const DAY_MS = 86_400_000;

const WALL = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day and the time on the wall at a moment. */
export function wallAt(atMs: number): { readonly day: string; readonly time: string } {
  const parts = new Map(WALL.formatToParts(atMs).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '00';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

export function dayOf(atMs: number): string {
  return wallAt(atMs).day;
}

/**
 * The moment at which the clock on the wall shows this. A time that is skipped in spring is an hour
 * later, one that comes twice in autumn is the first.
 */
export function momentOf(day: string, time: string): number {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const earlier = asIfUtc - aheadMs(asIfUtc - DAY_MS / 2);
  const later = asIfUtc - aheadMs(asIfUtc + DAY_MS / 2);
  return shows(later, day, time) && !shows(earlier, day, time) ? later : earlier;
}

function shows(atMs: number, day: string, time: string): boolean {
  const wall = wallAt(atMs);
  return wall.day === day && wall.time === time;
}

/** How far the clock on the wall is ahead of UTC, in whole minutes. */
function aheadMs(atMs: number): number {
  const wall = wallAt(atMs);
  const minute = Math.floor(atMs / 60_000) * 60_000;
  return Date.parse(`${wall.day}T${wall.time}:00Z`) - minute;
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day));
}

/** The week's number as on a Dutch calendar (ISO 8601). */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  const firstOfJanuary = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`);
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - firstOfJanuary) / (7 * DAY_MS)) + 1;
}

/** A day as said of something that was: `21 november`, with the year when that is another. */
export function sayDate(day: string, language: 'nl' | 'en', nowMs: number): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: day.slice(0, 4) === dayOf(nowMs).slice(0, 4) ? undefined : 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}

/** A day as said: `maandag 23 november`, or short, `ma 23 nov`. */
export function sayDay(day: string, language: 'nl' | 'en', length: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: length,
    day: 'numeric',
    month: length,
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}
