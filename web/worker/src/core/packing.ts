import type {
  PackedThing,
  NewPackingCheck,
  NewVehicle,
  NewWatch,
  PlateCheck,
  TravelMode,
  Vehicle,
  Visit,
} from '../../../shared/src/api/types';

/** What the phone knows of itself before its owner leaves. */
export interface PhoneFacts {
  /** Null where the browser keeps it to itself. */
  readonly batteryPercent: number | null;
  /** What the owner answered where the browser does not say; null while not asked. */
  readonly batteryEnough: boolean | null;
  /** There is somebody to call on this phone, besides 112. */
  readonly numbersKnown: boolean;
  readonly noticesOn: boolean;
}

export type BatteryWord = 'enough' | 'low' | 'ask';

/** Half full lasts a day with a watch; the server counts a power bank as well. */
export const ENOUGH_PERCENT = 50;
const POWER_BANK = 'power-bank';

/** Whether the battery will do, or has to be asked about. */
export function batteryWord(facts: PhoneFacts, ticked: ReadonlySet<string>): BatteryWord {
  if (ticked.has(POWER_BANK)) return 'enough';
  if (facts.batteryPercent !== null) {
    return facts.batteryPercent >= ENOUGH_PERCENT ? 'enough' : 'low';
  }
  if (facts.batteryEnough === null) return 'ask';
  return facts.batteryEnough ? 'enough' : 'low';
}

/** What is ticked on the list, after what was changed here since: the list may come later. */
export function tickedAfter(
  things: readonly PackedThing[],
  changes: ReadonlyMap<string, boolean>,
): ReadonlySet<string> {
  const ticked = new Set(things.filter((thing) => thing.ticked).map((thing) => thing.id));
  for (const [id, on] of changes) {
    if (on) ticked.add(id);
    else ticked.delete(id);
  }
  return ticked;
}

export function checkOf(ticked: ReadonlySet<string>, facts: PhoneFacts): NewPackingCheck {
  return { tickedIds: [...ticked].sort(), ...facts };
}

/** How the worker goes today; what was planned may be weeks old. */
export interface Travel {
  readonly travelMode: TravelMode;
  readonly vehicleId: string | null;
}

export function travelOf(visit: Visit, vehicles: readonly Vehicle[]): Travel {
  const { travelMode, vehicleId } = visit;
  const known = vehicles.some((vehicle) => vehicle.id === vehicleId);
  return { travelMode, vehicleId: known ? vehicleId : null };
}

const KINDS_OF: Readonly<Record<TravelMode, readonly Vehicle['kind'][]>> = {
  car: ['car'],
  bicycle: ['bicycle', 'moped'],
  walking: [],
  'public-transport': [],
  other: ['moped', 'other'],
};

export function vehiclesFor(mode: TravelMode, vehicles: readonly Vehicle[]): readonly Vehicle[] {
  return vehicles.filter((vehicle) => KINDS_OF[mode].includes(vehicle.kind));
}

export function travelling(watch: NewWatch, travel: Travel): NewWatch {
  return { ...watch, ...travel };
}

/** A vehicle as it is shown in a list. */
export function vehicleLine(vehicle: Vehicle): string {
  return vehicle.plate === null ? vehicle.description : `${vehicle.description} (${vehicle.plate})`;
}

export interface VehicleForm {
  readonly kind: Vehicle['kind'];
  readonly plate: string;
  readonly brand: string;
  readonly colour: string;
}

export const EMPTY_VEHICLE: VehicleForm = { kind: 'car', plate: '', brand: '', colour: '' };

/** Null when nobody could tell it from others: no make and no colour. */
export function vehicleFrom(form: VehicleForm): NewVehicle | null {
  const brand = form.brand.trim();
  const colour = form.colour.trim();
  const plate = form.plate.trim();
  if (brand === '' && colour === '') return null;
  return {
    kind: form.kind,
    plate: plate === '' ? null : plate,
    brand: brand === '' ? null : brand,
    colour: colour === '' ? null : colour,
  };
}

/** What the register knows fills in what the worker left open, and nothing else. */
export function withFound(form: VehicleForm, check: PlateCheck): VehicleForm {
  const brand = [check.found?.brand, check.found?.model].filter(Boolean).join(' ');
  return {
    ...form,
    plate: check.plate,
    brand: form.brand.trim() === '' ? capitalised(brand) : form.brand,
    colour: form.colour.trim() === '' ? (check.found?.colour ?? '').toLowerCase() : form.colour,
  };
}

/** The register shouts: FIAT 500. */
function capitalised(words: string): string {
  return words.replaceAll(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
