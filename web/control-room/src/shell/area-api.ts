import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { allPages, type Whole } from '../../../shared/src/api/pages';
import { anything } from '../../../shared/src/api/parse';
import {
  boundariesLoadedSchema,
  hotSpotSchema,
  hotSpotsSchema,
  neighbourhoodBoundariesSchema,
} from '../../../shared/src/api/parse-areas';
import type {
  BoundariesLoaded,
  HotSpot,
  HotSpots,
  NeighbourhoodBoundaries,
  NewHotSpot,
} from '../../../shared/src/api/types';
import { uuidv7 } from '../../../shared/src/core/ids';
import { ownNowMs } from './own-clock';

const GEO_JSON = 'application/geo+json';
/** A thousand neighbourhoods are a large town; who loads the whole country sees the first ones. */
const MOST_PAGES = 5;
/** Sixty megabytes over a slow line, read and stored. */
const UPLOAD_WITHIN_MS = 300_000;

/** What is known of neighbourhoods, those that can be drawn among them. */
export type Boundaries = Whole<NeighbourhoodBoundaries>;

/** Everything the page about hot spots asks of the server. */
export interface AreaApi {
  hotSpots(): Promise<ApiAnswer<HotSpots>>;
  add(spot: NewHotSpot, key: string): Promise<ApiAnswer<HotSpot>>;
  end(id: string, reason: string): Promise<ApiAnswer<unknown>>;
  boundaries(): Promise<ApiAnswer<Boundaries>>;
  load(file: File): Promise<ApiAnswer<BoundariesLoaded>>;
}

export function areaApi(api: Api): AreaApi {
  const boundaries = '/neighbourhood-boundaries';
  return {
    hotSpots: () => api.call({ method: 'GET', path: '/hot-spots', schema: hotSpotsSchema }),
    add: (body, idempotencyKey) =>
      api.call({ method: 'POST', path: '/hot-spots', body, idempotencyKey, schema: hotSpotSchema }),
    end: (id, reason) =>
      api.call({
        method: 'POST',
        path: `/hot-spots/${id}/endings`,
        body: { reason },
        schema: anything,
      }),
    boundaries: () =>
      allPages(
        api,
        boundaries,
        neighbourhoodBoundariesSchema,
        ({ neighbourhood }) => neighbourhood.code,
        MOST_PAGES,
      ),
    load: (file) =>
      api.call({
        method: 'PUT',
        path: boundaries,
        file: new Blob([file], { type: GEO_JSON }),
        timeoutMs: UPLOAD_WITHIN_MS,
        schema: boundariesLoadedSchema,
      }),
  };
}

/** The id of one act; sent again with the same key it counts once. */
export function newAreaKey(): string {
  return uuidv7(ownNowMs(), crypto.getRandomValues(new Uint8Array(10)));
}
