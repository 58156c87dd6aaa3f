import { describe, expect, it } from 'vitest';
import type { DrawnNeighbourhood, HotSpot, HotSpots } from '../../../shared/src/api/types';
import { areaPicture } from './area-map';
import { ALL_AREAS, areaRows, levelOf, shownRows } from './hot-spots';

const SQUARE = [
  [6, 52],
  [6.2, 52],
  [6.2, 52.1],
  [6, 52.1],
  [6, 52],
];

function drawn(code: string, name: string, outlines = [SQUARE]): DrawnNeighbourhood {
  const neighbourhood = {
    code,
    name,
    districtCode: null,
    municipalityCode: null,
    municipalityName: null,
    water: false,
  };
  return { neighbourhood, outlines };
}

const QUAY = { kind: 'street', neighbourhoodCode: null, street: 'Kade', town: 'Hattem' } as const;
const OLD = { kind: 'neighbourhood', neighbourhoodCode: 'BU1', street: null, town: null } as const;

const SPOT: HotSpot = {
  id: '0199a000-0000-7000-8000-000000000201',
  area: { ...QUAY, name: 'Kade, Hattem' },
  reason: 'Veel onrust.',
  enteredByName: 'Carla',
  enteredAt: '2026-11-01T09:00:00Z',
  endsAt: '2027-02-01T09:00:00Z',
  outlines: [],
};

const KNOWN: HotSpots = {
  items: [SPOT],
  counts: [
    {
      area: { ...OLD, name: 'Oude Kern' },
      visits: 40,
      departures: 1,
      panics: 1,
      signals: 0,
      incidents: 0,
    },
    {
      area: { ...QUAY, name: 'Kade, Hattem' },
      visits: 9,
      departures: 3,
      panics: 0,
      signals: 0,
      incidents: 0,
    },
  ],
};
const BOUNDARIES = [drawn('BU1', 'Oude Kern'), drawn('BU2', 'Molenbuurt')];

describe('areas', () => {
  const rows = areaRows(KNOWN, BOUNDARIES);

  it('join what was counted with what was named by hand, the most troubled first', () => {
    expect(rows.map(({ name, departures, spots }) => [name, departures, spots.length])).toEqual([
      ['Kade, Hattem', 3, 1],
      ['Oude Kern', 1, 0],
      ['Molenbuurt', 0, 0],
    ]);
  });

  it('show where nothing is the matter only when it was chosen', () => {
    const names = (filter: object) =>
      shownRows(rows, { ...ALL_AREAS, ...filter }).map(({ name }) => name);
    expect(names({})).toEqual(['Kade, Hattem', 'Oude Kern']);
    expect(names({ code: 'BU2' })).toEqual(['Molenbuurt']);
    expect(names({ kind: 'neighbourhood' })).toEqual(['Oude Kern']);
    expect(names({ onlyByHand: true })).toEqual(['Kade, Hattem']);
    expect(names({ text: 'ONRUST' })).toEqual(['Kade, Hattem']);
  });

  it('have a level by how often something happened', () => {
    expect([0, 1, 2, 3, 5, 6, 99].map(levelOf)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });
});

describe('the picture of a map', () => {
  it('has the areas with a shape, a label in the middle of each, and the box around them', () => {
    const island = [SQUARE.map(([x = 0, y = 0]) => [x + 1, y]), [[9, 53]]];
    const boundaries = [...BOUNDARIES, drawn('BU3', 'Eiland', island), drawn('BU4', 'Leeg', [])];
    const picture = areaPicture(areaRows(KNOWN, boundaries), boundaries);
    const [first] = picture.labels.features;
    expect(picture.areas.features.map(({ properties }) => properties.code)).toEqual([
      'BU1',
      'BU2',
      'BU3',
    ]);
    expect(first?.properties).toEqual({
      code: 'BU1',
      name: 'Oude Kern',
      told: '2',
      count: 2,
      level: 1,
      byHand: false,
    });
    expect(first?.geometry.coordinates.map((one) => one.toFixed(6))).toEqual([
      '6.100000',
      '52.050000',
    ]);
    expect(picture.box).toEqual([6, 52, 9, 53]);
  });

  it('has no box when nothing has a shape', () => {
    expect(areaPicture([], []).box).toBeNull();
  });
});
