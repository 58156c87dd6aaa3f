import type { Preparation, VisitMeasure } from '../../../../shared/src/api/types';
import { clockTime } from '../../../../shared/src/core/clock';
import type { Language } from '../../../../shared/src/core/language';
import { dayOf, sayDay } from '../../../../shared/src/core/local-day';
import { callBackTimes } from '../../../../shared/src/core/measures';
import { sayNumber } from '../../core/say-number';
import type { PreparationTexts } from '../../text/preparation';

interface Planned {
  readonly plannedStartAt: string;
  readonly plannedEndAt: string;
}

/** "dinsdag 24 november 10:00–10:45". */
export function whenOf({ plannedStartAt, plannedEndAt }: Planned, language: Language): string {
  return `${momentText(plannedStartAt, language, 'long')}–${clockTime(Date.parse(plannedEndAt))}`;
}

/** "di 24 nov 10:00". */
export function momentText(
  moment: string,
  language: Language,
  length: 'long' | 'short' = 'short',
): string {
  const atMs = Date.parse(moment);
  return `${sayDay(dayOf(atMs), language, length)} ${clockTime(atMs)}`;
}

const HOURS_MATTER_MS = 3 * 24 * 60 * 60 * 1000;

/** By when: "zo 27 dec", with the time when that is within three days. */
export function dueText(
  moment: string,
  language: Language,
  length: 'long' | 'short' = 'short',
): string {
  const atMs = Date.parse(moment);
  return Math.abs(atMs - Date.now()) < HOURS_MATTER_MS
    ? momentText(moment, language, length)
    : sayDay(dayOf(atMs), language, length);
}

/** "Stadhuis, Plein 1, kamer 1.12". */
export function placeText({ place }: Preparation): string {
  return [place.address, place.floor ?? ''].filter((part) => part !== '').join(', ');
}

/** What shows that a measure was taken; null when nothing does. */
export function proofText(
  one: VisitMeasure,
  t: PreparationTexts,
  language: Language,
): string | null {
  const { proof } = one;
  if (proof === null) return null;
  const at = (moment: string | undefined): string =>
    moment === undefined ? '' : momentText(moment, language);
  const { name = '', address = '', room = '', reference = '', number = '' } = proof;
  const words = t.proofs;
  switch (proof.kind) {
    case 'phoned':
      return proof.outcome === undefined || proof.outcome === 'nobody-reached'
        ? words.nobodyReached(at(proof.phonedAt))
        : words.phoned(at(proof.phonedAt), t.outcomes[proof.outcome]);
    case 'informed':
      return words.informed(proof.askedOf ?? '', proof.answered === true);
    case 'promised':
      return words.promised(one.colleagueName ?? '');
    case 'call-back':
      return words.callBack(at(proof.callAt));
    case 'office':
      return words.office(address, room);
    case 'police-told':
      return words.policeTold(name, at(proof.toldAt), reference);
    case 'escort':
      return words.escort(proof.confirmedBy ?? '', at(proof.confirmedAt));
    case 'within-hours':
      return words.withinHours;
    case 'reachable':
      return words.reachable(sayNumber(number), at(proof.fromAt), at(proof.untilAt));
    case 'ticked':
      return [words.ticked, proof.note ?? ''].join(' ').trim();
    case 'approved':
      return words.approved;
    case 'called-off':
      return words.calledOff;
  }
}

/** The moments at which a call-back can be agreed, to choose from. */
export function callBackChoices(
  preparation: Preparation,
): readonly { readonly value: string; readonly label: string }[] {
  return callBackTimes(preparation).map((at) => ({
    value: new Date(at).toISOString(),
    label: clockTime(at),
  }));
}
