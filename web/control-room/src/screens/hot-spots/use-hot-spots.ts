import { useCallback, useMemo } from 'react';
import { both, useLanguage, useLoaded, type Loaded } from '../../../../shared/src/components';
import type { HotSpots } from '../../../../shared/src/api/types';
import { areaApi, type AreaApi, type Boundaries } from '../../shell/area-api';
import { hotSpotsTexts, type HotSpotsTexts } from '../../text/hot-spots';
import { useSeat } from '../room-context';

export function useHotSpotsTexts(): HotSpotsTexts {
  return hotSpotsTexts[useLanguage().language];
}

export function useAreaApi(): AreaApi {
  const { api } = useSeat();
  return useMemo(() => areaApi(api), [api]);
}

export type Known = readonly [HotSpots, Boundaries];

/** What the server knows of hot spots and neighbourhoods; read again after every change. */
export function useHotSpots(): Loaded<Known> {
  const api = useAreaApi();
  return useLoaded(useCallback(() => both(api.hotSpots(), api.boundaries()), [api]));
}
