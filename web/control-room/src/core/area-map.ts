import type { DrawnNeighbourhood } from '../../../shared/src/api/types';
import { happened, isMarked, levelOf, type AreaRow } from './hot-spots';

type Position = number[];

/** GeoJSON (RFC 7946), as far as the map needs it. */
interface Shape<G> {
  type: 'Feature';
  properties: AreaFeature;
  geometry: G;
}

interface Shapes<G> {
  type: 'FeatureCollection';
  features: Shape<G>[];
}

/** What the map knows of a neighbourhood; no names of people, no reasons. */
export interface AreaFeature {
  readonly code: string;
  readonly name: string;
  /** How often something happened there, to be read; empty where there is nothing to tell. */
  readonly told: string;
  readonly count: number;
  readonly level: number;
  readonly byHand: boolean;
}

/** West, south, east, north. */
export type Box = [number, number, number, number];

/** All that is drawn: areas, a label in each, and the box that holds them. */
export interface AreaPicture {
  readonly areas: Shapes<{ type: 'MultiPolygon'; coordinates: Position[][][] }>;
  readonly labels: Shapes<{ type: 'Point'; coordinates: Position }>;
  readonly box: Box | null;
}

/** Neighbourhoods with a shape, coloured by what `rows` tell of them. */
export function areaPicture(
  rows: readonly AreaRow[],
  drawn: readonly DrawnNeighbourhood[],
): AreaPicture {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const areas: AreaPicture['areas']['features'] = [];
  const labels: AreaPicture['labels']['features'] = [];
  let box: Box | null = null;
  for (const { neighbourhood, outlines } of drawn) {
    const row = byCode.get(neighbourhood.code);
    const largest = largestOf(outlines);
    if (row === undefined || largest === null || neighbourhood.water) continue;
    const count = happened(row);
    const properties = {
      code: neighbourhood.code,
      name: row.name,
      told: isMarked(row) ? String(count) : '',
      count,
      level: levelOf(count),
      byHand: row.spots.length > 0,
    };
    const coordinates = outlines.map((ring) => [ring]);
    areas.push({ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } });
    const geometry = { type: 'Point' as const, coordinates: middleOf(largest) };
    labels.push({ type: 'Feature', properties, geometry });
    box = outlines.flat().reduce(around, box);
  }
  return {
    areas: { type: 'FeatureCollection', features: areas },
    labels: { type: 'FeatureCollection', features: labels },
    box,
  };
}

function around(box: Box | null, [x = 0, y = 0]: Position): Box {
  if (box === null) return [x, y, x, y];
  const [west, south, east, north] = box;
  return [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
}

function largestOf(rings: readonly Position[][]): Position[] | null {
  return rings.reduce<Position[] | null>(
    (best, ring) =>
      best === null || Math.abs(twiceTheArea(ring)) > Math.abs(twiceTheArea(best)) ? ring : best,
    null,
  );
}

/** The edges of a ring, counted from its first corner: so far from zero that would lose digits. */
function edgesOf(ring: readonly Position[]) {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  return ring.slice(1).map(([x = 0, y = 0], index) => {
    const [px = 0, py = 0] = ring[index] ?? [];
    const edge = { ax: px - x0, ay: py - y0, bx: x - x0, by: y - y0 };
    return { ...edge, cross: edge.ax * edge.by - edge.bx * edge.ay };
  });
}

function twiceTheArea(ring: readonly Position[]): number {
  return edgesOf(ring).reduce((sum, { cross }) => sum + cross, 0);
}

/** The centre of gravity; of a ring without surface its first corner. */
function middleOf(ring: readonly Position[]): Position {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  const area = twiceTheArea(ring);
  if (area === 0) return [x0, y0];
  const edges = edgesOf(ring);
  const x = edges.reduce((sum, { ax, bx, cross }) => sum + (ax + bx) * cross, 0);
  const y = edges.reduce((sum, { ay, by, cross }) => sum + (ay + by) * cross, 0);
  return [x0 + x / (3 * area), y0 + y / (3 * area)];
}
