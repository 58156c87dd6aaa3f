import type {
  MeasureRequest,
  NewWatch,
  TeamNumbers,
  TravelMode,
  Visit,
  WatchShape,
} from '../../../shared/src/api/types';
import { isoOf } from './act';

export interface StartForm {
  readonly shape: WatchShape;
  readonly address: string;
  readonly floor: string;
  /** Visit and journey: out or home in so many minutes. Shift: a sign every so many minutes. */
  readonly minutes: number;
  readonly travelMode: TravelMode;
  readonly vehicleId: string | null;
  readonly highRisk: boolean;
}

export const VISIT_MINUTES = [30, 45, 60, 90] as const;
export const SHIFT_MINUTES = [15, 30, 120, 240] as const;

export function emptyForm(): StartForm {
  return {
    shape: 'visit',
    address: '',
    floor: '',
    minutes: 45,
    travelMode: 'car',
    vehicleId: null,
    highRisk: false,
  };
}

/** A change of shape takes a fitting number of minutes along. */
export function withShape(
  form: StartForm,
  shape: WatchShape,
  numbers: TeamNumbers | null,
): StartForm {
  if (shape !== 'shift') {
    return { ...form, shape, minutes: form.shape === 'shift' ? 45 : form.minutes };
  }
  const every = (numbers?.shiftSignEverySeconds ?? 7200) / 60;
  const nearest = [...SHIFT_MINUTES].sort((a, b) => Math.abs(a - every) - Math.abs(b - every))[0];
  return { ...form, shape, minutes: nearest ?? 120 };
}

/** Null when something is missing: where the worker goes. A journey may go without. */
export function watchFromForm(form: StartForm, serverNowMs: number): NewWatch | null {
  const address = form.address.trim();
  if (address === '' && form.shape !== 'journey') return null;
  const floor = form.floor.trim();
  return {
    shape: form.shape,
    ...(address === '' ? {} : { place: { address, floor: floor === '' ? null : floor } }),
    leg: form.shape === 'journey' ? 'home' : form.shape === 'shift' ? 'on-site' : 'out',
    ...(form.shape === 'shift'
      ? { signEverySeconds: form.minutes * 60 }
      : { expectedEndAt: isoOf(serverNowMs + form.minutes * 60_000) }),
    highRisk: form.highRisk,
    travelMode: form.travelMode,
    vehicleId: form.vehicleId,
  };
}

/** A planned visit as a watch. A visit that starts late lasts as long as it was planned to last. */
export function watchFromVisit(visit: Visit, serverNowMs: number): NewWatch {
  const plannedEndMs = Date.parse(visit.plannedEndAt);
  const lastsMs = plannedEndMs - Date.parse(visit.plannedStartAt);
  const endMs =
    plannedEndMs > serverNowMs ? plannedEndMs : serverNowMs + Math.max(lastsMs, 900_000);
  return {
    shape: 'visit',
    visitId: visit.id,
    place: visit.place,
    purpose: visit.purpose,
    leg: 'out',
    expectedEndAt: isoOf(endMs),
    highRisk: visit.highRisk,
    travelMode: visit.travelMode,
    vehicleId: visit.vehicleId,
    travelHomeMinutes: visit.travelMinutes,
  };
}

/** Whoever comes along starts a watch of their own on the visit of a colleague. */
export function watchAlong(request: MeasureRequest, serverNowMs: number): NewWatch {
  const plannedEndMs = Date.parse(request.plannedEndAt);
  const endMs = plannedEndMs > serverNowMs ? plannedEndMs : serverNowMs + 900_000;
  return {
    shape: 'visit',
    visitId: request.visitId,
    place: request.place,
    leg: 'out',
    expectedEndAt: isoOf(endMs),
  };
}

/** Visits that can be started: mine, not begun, and not longer ago than a working day. */
export function startable(visits: readonly Visit[], serverNowMs: number): readonly Visit[] {
  return visits
    .filter((visit) => visit.state === 'planned')
    .filter((visit) => Date.parse(visit.plannedEndAt) > serverNowMs - 12 * 3_600_000)
    .sort((one, other) => Date.parse(one.plannedStartAt) - Date.parse(other.plannedStartAt));
}
