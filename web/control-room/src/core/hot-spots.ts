import type { DrawnNeighbourhood, HotSpot, HotSpots } from '../../../shared/src/api/types';
import { matches } from './filter';

/** A neighbourhood or a street: what was counted there, and what was named by hand. */
export interface AreaRow {
  /** Of this list only. */
  readonly key: string;
  readonly kind: 'neighbourhood' | 'street';
  /** Of a neighbourhood. */
  readonly code: string | null;
  readonly name: string;
  readonly visits: number;
  readonly departures: number;
  readonly panics: number;
  readonly signals: number;
  readonly incidents: number;
  readonly spots: readonly HotSpot[];
}

export interface AreaFilter {
  readonly text: string;
  readonly kind: 'all' | AreaRow['kind'];
  readonly onlyByHand: boolean;
  /** A neighbourhood that was chosen on the map or in the list. */
  readonly code: string | null;
}

export const ALL_AREAS: AreaFilter = { text: '', kind: 'all', onlyByHand: false, code: null };

/** From how many times on an area belongs to a level; the colours of the map. */
export const LEVELS = [0, 1, 3, 6] as const;

/** How often something happened there. */
export function happened({ departures, panics, signals, incidents }: AreaRow): number {
  return departures + panics + signals + incidents;
}

export function levelOf(count: number): number {
  return LEVELS.filter((from) => count >= from).length - 1;
}

/** Whether there is something to tell about it. */
export function isMarked(row: AreaRow): boolean {
  return row.spots.length > 0 || happened(row) > 0;
}

/** All areas that are known, the most troubled first. */
export function areaRows(known: HotSpots, drawn: readonly DrawnNeighbourhood[]): AreaRow[] {
  const rows = new Map<string, AreaRow>();
  for (const { neighbourhood } of drawn) {
    const { code, name } = neighbourhood;
    rows.set(code, { ...NOTHING, key: code, kind: 'neighbourhood', code, name });
  }
  for (const { area, ...counted } of known.counts) {
    const row = rowOf(area, rows);
    rows.set(row.key, { ...row, ...counted });
  }
  for (const spot of known.items) {
    const row = rowOf(spot.area, rows);
    rows.set(row.key, { ...row, spots: [...row.spots, spot] });
  }
  return [...rows.values()].sort(
    (a, b) =>
      happened(b) - happened(a) ||
      b.spots.length - a.spots.length ||
      a.name.localeCompare(b.name, 'nl'),
  );
}

/** What the list shows; where nothing is the matter only when it was chosen. */
export function shownRows(rows: readonly AreaRow[], filter: AreaFilter): AreaRow[] {
  return rows.filter(
    (row) =>
      (filter.code === null ? isMarked(row) : row.code === filter.code) &&
      (filter.kind === 'all' || row.kind === filter.kind) &&
      (!filter.onlyByHand || row.spots.length > 0) &&
      matches(filter.text, [row.name, row.code, ...row.spots.map(({ reason }) => reason)]),
  );
}

export function isFilteringAreas(filter: AreaFilter): boolean {
  return (
    filter.text.trim() !== '' || filter.kind !== 'all' || filter.onlyByHand || filter.code !== null
  );
}

const NOTHING = {
  visits: 0,
  departures: 0,
  panics: 0,
  signals: 0,
  incidents: 0,
  spots: [],
} as const;

function rowOf(area: HotSpot['area'], rows: ReadonlyMap<string, AreaRow>): AreaRow {
  const { kind, neighbourhoodCode: code } = area;
  const name = area.name ?? code ?? `${area.street ?? ''}, ${area.town ?? ''}`;
  const key = code ?? name.toLowerCase();
  return rows.get(key) ?? { ...NOTHING, key, kind, code, name };
}
