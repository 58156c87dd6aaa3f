import type { NewVisit, TravelMode, Visit, VisitChange, VisitDraft } from '../api/types';
import { addDays, isDay, momentOf, wallAt, weekdayOf } from './local-day';

export const REPEATS = ['never', 'weekly', 'two-weekly', 'four-weekly', 'workdays'] as const;
export type Repeats = (typeof REPEATS)[number];

/** How much of a series an act is about. */
export const SCOPES = ['one', 'following', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** A visit as it is being filled in; days and times as on the wall. */
export interface VisitForm {
  readonly workerId: string | null;
  readonly address: string;
  readonly floor: string;
  readonly purpose: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly highRisk: boolean;
  readonly travelMode: TravelMode;
  readonly vehicleId: string | null;
  readonly travelMinutes: string;
  readonly repeats: Repeats;
  readonly lastDay: string;
  readonly scope: Scope;
}

export type FormField =
  'workerId' | 'address' | 'day' | 'from' | 'until' | 'travelMinutes' | 'lastDay';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** An empty form for a day; the visit is at ten and lasts three quarters of an hour. */
export function newForm(workerId: string | null, day: string): VisitForm {
  return {
    workerId,
    address: '',
    floor: '',
    purpose: '',
    day,
    from: '10:00',
    until: '10:45',
    highRisk: false,
    travelMode: 'car',
    vehicleId: null,
    travelMinutes: '30',
    repeats: 'never',
    lastDay: addDays(day, 28),
    scope: 'one',
  };
}

export function formOf(visit: Visit): VisitForm {
  const start = wallAt(Date.parse(visit.plannedStartAt));
  return {
    workerId: visit.workerId,
    address: visit.place.address,
    floor: visit.place.floor ?? '',
    purpose: visit.purpose ?? '',
    day: start.day,
    from: start.time,
    until: wallAt(Date.parse(visit.plannedEndAt)).time,
    highRisk: visit.highRisk,
    travelMode: visit.travelMode,
    vehicleId: visit.vehicleId,
    travelMinutes: String(visit.travelMinutes),
    repeats: 'never',
    lastDay: addDays(start.day, 28),
    scope: 'one',
  };
}

/** A later start takes the end along, so that the visit lasts as long as it did. */
export function withStart(form: VisitForm, from: string): VisitForm {
  const was = minutesOf(form.from);
  const next = minutesOf(from);
  const end = minutesOf(form.until);
  if (was === null || next === null || end === null) return { ...form, from };
  return { ...form, from, until: clockOf((end + next - was + 1440) % 1440) };
}

/** Which fields are missing or cannot be; empty when the visit can be planned. */
export function faultsOf(form: VisitForm): ReadonlySet<FormField> {
  const faults = new Set<FormField>();
  if (form.workerId === null) faults.add('workerId');
  if (form.address.trim() === '') faults.add('address');
  if (!isDay(form.day)) faults.add('day');
  const from = minutesOf(form.from);
  const until = minutesOf(form.until);
  if (from === null) faults.add('from');
  if (until === null || (from !== null && lastsMinutes(from, until) === null)) faults.add('until');
  if (!/^\d{1,3}$/.test(form.travelMinutes) || Number(form.travelMinutes) > 600) {
    faults.add('travelMinutes');
  }
  if (form.repeats !== 'never' && (!isDay(form.lastDay) || form.lastDay <= form.day)) {
    faults.add('lastDay');
  }
  return faults;
}

export function newVisitOf(form: VisitForm): NewVisit {
  return {
    ...partsOf(form),
    ...(form.workerId === null ? {} : { workerId: form.workerId }),
    ...(form.repeats === 'never' ? {} : { repeat: repeatOf(form) }),
  };
}

export function changeOf(form: VisitForm, version: number): VisitChange {
  return { ...partsOf(form), version, scope: form.scope, workerId: form.workerId };
}

/** What can be asked about what it clashes with; null until who and when are filled in. */
export function draftOf(form: VisitForm, visitId: string | null): VisitDraft | null {
  const faults = faultsOf(form);
  const enough = (['workerId', 'day', 'from', 'until', 'travelMinutes'] as const).every(
    (field) => !faults.has(field),
  );
  if (!enough) return null;
  const { plannedStartAt, plannedEndAt, vehicleId, travelMinutes } = partsOf(form);
  return {
    visitId,
    workerId: form.workerId,
    plannedStartAt,
    plannedEndAt,
    vehicleId: vehicleId ?? null,
    travelMinutes: travelMinutes ?? 0,
  };
}

export type Difference = 'who' | 'when' | 'where' | 'purpose' | 'travel' | 'risk';

/** In what two versions of the same visit differ. */
export function differences(one: Visit, other: Visit): readonly Difference[] {
  const found: readonly (readonly [Difference, boolean])[] = [
    ['who', one.workerId !== other.workerId],
    [
      'when',
      one.plannedStartAt !== other.plannedStartAt || one.plannedEndAt !== other.plannedEndAt,
    ],
    [
      'where',
      one.place.address !== other.place.address ||
        (one.place.floor ?? '') !== (other.place.floor ?? ''),
    ],
    ['purpose', (one.purpose ?? '') !== (other.purpose ?? '')],
    [
      'travel',
      one.travelMode !== other.travelMode ||
        one.vehicleId !== other.vehicleId ||
        one.travelMinutes !== other.travelMinutes,
    ],
    ['risk', one.highRisk !== other.highRisk],
  ];
  return found.filter(([, differs]) => differs).map(([what]) => what);
}

function partsOf(form: VisitForm) {
  const startMs = momentOf(form.day, form.from);
  const from = minutesOf(form.from) ?? 0;
  const lasts = lastsMinutes(from, minutesOf(form.until) ?? 0) ?? 0;
  const floor = form.floor.trim();
  const purpose = form.purpose.trim();
  // By the clock on the wall: until three is until three, also in the night the clocks change.
  const endDay = from + lasts >= 1440 ? addDays(form.day, 1) : form.day;
  return {
    place: { address: form.address.trim(), floor: floor === '' ? null : floor },
    purpose: purpose === '' ? null : purpose,
    plannedStartAt: new Date(startMs).toISOString(),
    plannedEndAt: new Date(momentOf(endDay, form.until)).toISOString(),
    highRisk: form.highRisk,
    travelMode: form.travelMode,
    vehicleId: form.vehicleId,
    travelMinutes: Number(form.travelMinutes),
  };
}

function repeatOf(form: VisitForm) {
  const weekday = WEEKDAYS[weekdayOf(form.day)] ?? 'monday';
  const everyWeeks = form.repeats === 'two-weekly' ? 2 : form.repeats === 'four-weekly' ? 4 : 1;
  return {
    everyWeeks,
    weekdays: form.repeats === 'workdays' ? WEEKDAYS.slice(0, 5) : [weekday],
    lastDate: form.lastDay,
  };
}

/** Late visits may end after midnight; an early one that ends before it began is a mistake. */
function lastsMinutes(from: number, until: number): number | null {
  if (until > from) return until - from;
  return from >= 18 * 60 && until <= 8 * 60 ? until + 1440 - from : null;
}

function minutesOf(time: string): number | null {
  const found = /^(\d\d):(\d\d)$/.exec(time);
  if (found === null) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes < 1440 ? minutes : null;
}

function clockOf(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
