import * as v from 'valibot';
import { maybe, moment, pageLinksSchema, type Schema } from './parse';
import type {
  Area,
  BoundariesLoaded,
  DrawnNeighbourhood,
  HotSpot,
  HotSpots,
  NeighbourhoodBoundaries,
} from './types';

/** What the desk reads about neighbourhoods and hot spots. */
const areaSchema: Schema<Area> = v.object({
  kind: v.picklist(['neighbourhood', 'street']),
  neighbourhoodCode: maybe(v.string()),
  street: maybe(v.string()),
  town: maybe(v.string()),
  name: maybe(v.string()),
});

const outlinesSchema = v.array(v.array(v.array(v.number())));

export const hotSpotSchema: Schema<HotSpot> = v.object({
  id: v.string(),
  area: areaSchema,
  reason: v.string(),
  enteredByName: v.string(),
  enteredAt: moment,
  endsAt: moment,
  outlines: outlinesSchema,
});

export const hotSpotsSchema: Schema<HotSpots> = v.object({
  items: v.array(hotSpotSchema),
  counts: v.array(
    v.object({
      area: areaSchema,
      visits: v.number(),
      departures: v.number(),
      panics: v.number(),
      signals: v.number(),
      incidents: v.number(),
    }),
  ),
});

const drawnNeighbourhoodSchema: Schema<DrawnNeighbourhood> = v.object({
  neighbourhood: v.object({
    code: v.string(),
    name: v.string(),
    districtCode: maybe(v.string()),
    municipalityCode: maybe(v.string()),
    municipalityName: maybe(v.string()),
    water: v.boolean(),
  }),
  outlines: outlinesSchema,
});

export const neighbourhoodBoundariesSchema: Schema<NeighbourhoodBoundaries> = v.object({
  loadedAt: maybe(moment),
  areas: v.number(),
  items: v.array(drawnNeighbourhoodSchema),
  _links: pageLinksSchema,
});

export const boundariesLoadedSchema: Schema<BoundariesLoaded> = v.object({
  loadedAt: moment,
  areas: v.number(),
  withoutShape: v.number(),
});
