import type { Transport, TransportTerms } from '../../../shared/src/api/types';
import { dialable } from '../../../shared/src/core/phone-number';

/** For whose shifts it holds. */
export type ForWhom = 'team' | 'person' | 'workplace';

/** A transport arrangement while it is being typed. */
export interface TransportForm {
  readonly forWhom: ForWhom;
  readonly teamId: string;
  readonly personId: string;
  readonly workplaceId: string;
  readonly means: TransportTerms['means'];
  readonly carrier: string;
  readonly phone: string;
  readonly outAt: string;
  readonly homeAt: string;
  readonly minutes: string;
  readonly days: readonly number[];
  readonly note: string;
}

export type TransportFault = 'carrier' | 'phone' | 'time' | 'minutes' | 'days' | 'who';

export const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export function emptyTransport(teamId: string): TransportForm {
  return {
    forWhom: 'team',
    teamId,
    personId: '',
    workplaceId: '',
    means: 'taxi',
    carrier: '',
    phone: '',
    outAt: '',
    homeAt: '',
    minutes: '30',
    days: ALL_DAYS,
    note: '',
  };
}

export function formOfTransport({ terms }: Transport): TransportForm {
  return {
    forWhom: terms.personId ? 'person' : terms.workplaceId ? 'workplace' : 'team',
    teamId: terms.teamId,
    personId: terms.personId ?? '',
    workplaceId: terms.workplaceId ?? '',
    means: terms.means,
    carrier: terms.carrier ?? '',
    phone: terms.phone ?? '',
    outAt: terms.outAt ?? '',
    homeAt: terms.homeAt ?? '',
    minutes: String(terms.travelMinutes),
    days: terms.days,
    note: terms.note ?? '',
  };
}

/** Pure: what the server takes, or everything that is wrong. */
export function termsOf(form: TransportForm): TransportTerms | ReadonlySet<TransportFault> {
  const faults = new Set<TransportFault>();
  const travelMinutes = Number(form.minutes);
  const phone = form.phone.trim() === '' ? null : dialable(form.phone);
  const byOther = form.means === 'taxi' || form.means === 'colleague';
  const who = form.forWhom === 'person' ? form.personId : form.workplaceId;
  if (form.forWhom !== 'team' && who === '') faults.add('who');
  if (byOther && form.carrier.trim() === '') faults.add('carrier');
  if (form.phone.trim() !== '' && phone === null) faults.add('phone');
  if (form.outAt === '' && form.homeAt === '') faults.add('time');
  if (!Number.isInteger(travelMinutes) || travelMinutes < 5 || travelMinutes > 240) {
    faults.add('minutes');
  }
  if (form.days.length === 0) faults.add('days');
  if (faults.size > 0) return faults;
  return {
    teamId: form.teamId,
    personId: form.forWhom === 'person' ? form.personId : null,
    workplaceId: form.forWhom === 'workplace' ? form.workplaceId : null,
    means: form.means,
    carrier: form.carrier.trim() === '' ? null : form.carrier.trim(),
    phone,
    outAt: form.outAt === '' ? null : form.outAt,
    homeAt: form.homeAt === '' ? null : form.homeAt,
    travelMinutes,
    days: [...form.days].sort((one, other) => one - other),
    note: form.note.trim() === '' ? null : form.note.trim(),
  };
}
