import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../../../shared/src/components';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
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

export interface Known {
  readonly hotSpots: HotSpots;
  readonly boundaries: Boundaries;
}

export interface HotSpotsDesk {
  /** Null until the first answer. */
  readonly known: Known | null;
  /** The last answer, when it was no yes. */
  readonly fault: ApiAnswer<unknown> | null;
  readonly readAgain: () => Promise<void>;
}

/** What the server knows of hot spots and neighbourhoods; read again after every change. */
export function useHotSpots(): HotSpotsDesk {
  const api = useAreaApi();
  const [known, setKnown] = useState<Known | null>(null);
  const [fault, setFault] = useState<ApiAnswer<unknown> | null>(null);

  const take = useCallback((read: Read): void => {
    if ('known' in read) setKnown(read.known);
    setFault('known' in read ? null : read.fault);
  }, []);

  useEffect(() => {
    let wanted = true;
    void readAll(api).then((read) => {
      if (wanted) take(read);
    });
    return () => {
      wanted = false;
    };
  }, [api, take]);

  return { known, fault, readAgain: async () => take(await readAll(api)) };
}

type Read = { readonly known: Known } | { readonly fault: ApiAnswer<unknown> };

async function readAll(api: AreaApi): Promise<Read> {
  const [hotSpots, boundaries] = await Promise.all([api.hotSpots(), api.boundaries()]);
  if (hotSpots.kind !== 'ok') return { fault: hotSpots };
  return boundaries.kind === 'ok'
    ? { known: { hotSpots: hotSpots.value, boundaries: boundaries.value } }
    : { fault: boundaries };
}
