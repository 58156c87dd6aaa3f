import type {
  Calendar,
  CalendarAcceptance,
  CalendarProposal,
  NewCalendar,
  TeamNumbers,
  Visit,
} from '../../../shared/src/api/types';
import { wallAt } from '../../../shared/src/core/local-day';
import {
  faultsOf,
  newForm,
  newVisitOf,
  type FormField,
  type VisitForm,
} from '../../../shared/src/core/visit-form';

/** What the calendar did not say, so that the worker is asked. */
export type Gap = 'address' | 'times';

export function gapsOf(proposal: CalendarProposal): readonly Gap[] {
  const lasts = Date.parse(proposal.plannedEndAt) > Date.parse(proposal.plannedStartAt);
  const gaps: Gap[] = [];
  if (proposal.allDay || !lasts) gaps.push('times');
  if (proposal.address === null) gaps.push('address');
  return gaps;
}

/** The first of my visits at the same time: perhaps this appointment is a visit already. */
export function clashOf(proposal: CalendarProposal, visits: readonly Visit[]): Visit | null {
  if (gapsOf(proposal).includes('times')) return null;
  const from = Date.parse(proposal.plannedStartAt);
  const until = Date.parse(proposal.plannedEndAt);
  return (
    visits.find(
      (visit) =>
        visit.state !== 'cancelled' &&
        Date.parse(visit.plannedStartAt) < until &&
        Date.parse(visit.plannedEndAt) > from,
    ) ?? null
  );
}

/** Those of which the calendar says all and nothing speaks against; the others are asked one by one. */
export function plainOnes(
  proposals: readonly CalendarProposal[],
  visits: readonly Visit[],
): readonly CalendarProposal[] {
  return proposals.filter((one) => gapsOf(one).length === 0 && clashOf(one, visits) === null);
}

/** Others of the same calendar that are called the same. */
export function alikeOf(
  proposal: CalendarProposal,
  proposals: readonly CalendarProposal[],
): readonly CalendarProposal[] {
  const name = (one: CalendarProposal) => one.title?.trim().toLowerCase() ?? null;
  if (name(proposal) === null) return [];
  return proposals.filter(
    (one) =>
      one.id !== proposal.id &&
      one.calendarId === proposal.calendarId &&
      name(one) === name(proposal),
  );
}

/** When the alarm goes off if nothing is heard after a visit that ends then. */
export function alarmAfter(endMs: number, numbers: TeamNumbers, highRisk: boolean): number {
  return endMs + (highRisk ? numbers.highRiskGraceSeconds : numbers.graceSeconds) * 1000;
}

/** What the calendar knows, filled in; what it does not know stays empty. */
export function formOfProposal(proposal: CalendarProposal, workerId: string): VisitForm {
  const start = wallAt(Date.parse(proposal.plannedStartAt));
  const noTimes = gapsOf(proposal).includes('times');
  return {
    ...newForm(workerId, start.day),
    address: proposal.address ?? '',
    purpose: proposal.title ?? '',
    from: proposal.allDay ? '' : start.time,
    until: noTimes ? '' : wallAt(Date.parse(proposal.plannedEndAt)).time,
  };
}

/** What of it is said to the server; null when `faultsOf` the form has something to say. */
export function acceptanceOf(
  proposal: CalendarProposal,
  form: VisitForm,
): CalendarAcceptance | null {
  if (faultsOf(form).size > 0) return null;
  const { place, plannedStartAt, plannedEndAt, highRisk } = newVisitOf(form);
  const purpose = form.purpose.trim();
  return {
    place,
    plannedStartAt,
    plannedEndAt,
    highRisk: highRisk ?? false,
    // Left out, it is the title of the appointment.
    ...(purpose === (proposal.title ?? '') ? {} : { purpose }),
  };
}

/** Beside which field a fault of the server belongs. */
export function fieldOfFault(location: string | undefined): FormField | null {
  switch (location) {
    case '/place':
    case '/place/address':
      return 'address';
    case '/plannedStartAt':
      return 'from';
    case '/plannedEndAt':
      return 'until';
    default:
      return null;
  }
}

/** A calendar as it is being filled in. */
export interface CalendarForm {
  readonly kind: Calendar['kind'];
  readonly name: string;
  readonly url: string;
  readonly userName: string;
  readonly password: string;
  readonly keepsTitles: boolean;
}

export type CalendarField = 'name' | 'url' | 'userName' | 'password';

export const EMPTY_CALENDAR: CalendarForm = {
  kind: 'caldav',
  name: '',
  url: '',
  userName: '',
  password: '',
  keepsTitles: false,
};

/** A password in the address would be shown and logged on its way. */
const ADDRESS = /^(https?|webcals?):\/\/[^\s/?#@]+([/?#]\S*)?$/i;

export function calendarFaults(form: CalendarForm): ReadonlySet<CalendarField> {
  const faults = new Set<CalendarField>();
  if (form.name.trim() === '') faults.add('name');
  if (!ADDRESS.test(form.url.trim())) faults.add('url');
  if (form.userName.trim() === '' && form.password !== '') faults.add('userName');
  if (form.userName.trim() !== '' && form.password === '') faults.add('password');
  return faults;
}

export function calendarOf(form: CalendarForm): NewCalendar {
  const userName = form.userName.trim();
  return {
    kind: form.kind,
    name: form.name.trim(),
    url: form.url.trim(),
    keepsTitles: form.keepsTitles,
    ...(userName === '' ? {} : { userName, password: form.password }),
  };
}

/** Where a calendar stands: not read yet, read, or not readable. */
export function standingOf({ answeredAt, trouble }: Calendar): 'reading' | 'read' | 'trouble' {
  if (trouble !== null) return 'trouble';
  return answeredAt === null ? 'reading' : 'read';
}

export const SHORTEST_WORD = 2;
