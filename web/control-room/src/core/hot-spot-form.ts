import { isDay } from '../../../shared/src/core/local-day';
import type { NewHotSpot } from '../../../shared/src/api/types';

/** A hot spot as it is being filled in. */
export interface HotSpotForm {
  readonly kind: 'neighbourhood' | 'street';
  readonly code: string | null;
  readonly street: string;
  readonly town: string;
  readonly reason: string;
  readonly endsOn: string;
}

export type HotSpotField = 'code' | 'street' | 'town' | 'reason' | 'endsOn';

/** Which fields are missing; empty when it can be sent. */
export function hotSpotFaults(form: HotSpotForm): ReadonlySet<HotSpotField> {
  const faults = new Set<HotSpotField>();
  if (form.kind === 'neighbourhood' && form.code === null) faults.add('code');
  if (form.kind === 'street' && form.street.trim() === '') faults.add('street');
  if (form.kind === 'street' && form.town.trim() === '') faults.add('town');
  if (form.reason.trim() === '') faults.add('reason');
  if (!isDay(form.endsOn)) faults.add('endsOn');
  return faults;
}

export function newHotSpotOf({
  kind,
  code,
  street,
  town,
  reason,
  endsOn,
}: HotSpotForm): NewHotSpot {
  const area =
    kind === 'neighbourhood'
      ? { neighbourhoodCode: code }
      : { street: street.trim(), town: town.trim() };
  return { ...area, reason: reason.trim(), endsOn };
}

/** The field of the form that a fault of the request is about; null when it is about all of it. */
export function hotSpotFieldAt(location: string): HotSpotField | null {
  switch (location.split('/')[1]) {
    case 'neighbourhoodCode':
      return 'code';
    case 'street':
      return 'street';
    case 'town':
      return 'town';
    case 'reason':
      return 'reason';
    case 'endsOn':
      return 'endsOn';
    default:
      return null;
  }
}
