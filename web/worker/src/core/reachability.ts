import type {
  NewReachabilityAgreement,
  NewWatch,
  ReachabilityAgreement,
  Visit,
} from '../../../shared/src/api/types';
import { dialable } from '../../../shared/src/core/phone-number';
import { isoOf } from './act';

/** Whom to agree with: a colleague on duty by id, or somebody else by name and number. */
export interface ReachForm {
  /** {@link SOMEBODY_ELSE} for somebody who is not on duty. */
  readonly who: string;
  readonly name: string;
  readonly phone: string;
  /** Without a visit: from now, so many hours. */
  readonly hours: number;
}

export const SOMEBODY_ELSE = 'else';
export const HOURS = [1, 2, 4, 8] as const;

export type ReachFault = 'no-name' | 'no-phone';

/** The visit that an agreement is for. */
export type VisitTimes = Pick<Visit, 'id' | 'plannedStartAt' | 'plannedEndAt' | 'travelMinutes'>;

/** Pure. With a visit the agreement covers all of it and the way home. */
export function agreementFrom(
  form: ReachForm,
  visit: VisitTimes | null,
  serverNowMs: number,
): NewReachabilityAgreement | ReachFault {
  const times =
    visit === null
      ? { from: isoOf(serverNowMs), until: isoOf(serverNowMs + form.hours * 3_600_000) }
      : { visitId: visit.id, from: visit.plannedStartAt, until: homeBy(visit) };
  if (form.who !== SOMEBODY_ELSE) return { contactId: form.who, ...times };
  const contactName = form.name.trim();
  const phone = dialable(form.phone);
  if (contactName === '') return 'no-name';
  return phone === null ? 'no-phone' : { contactName, phone, ...times };
}

/** An agreement with a watch of its own is started like any other watch. */
export function watchFromAgreement(agreement: ReachabilityAgreement): NewWatch | null {
  return agreement.ownWatch ? { shape: 'shift', leg: 'on-site' } : null;
}

function homeBy(visit: VisitTimes): string {
  return isoOf(Date.parse(visit.plannedEndAt) + visit.travelMinutes * 60_000);
}
