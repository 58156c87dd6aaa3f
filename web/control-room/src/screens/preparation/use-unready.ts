import { useCallback, useMemo } from 'react';
import { dayOf, mondayOf } from '../../../../shared/src/core/local-day';
import { both, useEvery, useLoaded, type Loaded } from '../../../../shared/src/components';
import { sortedUnready, type Unready } from '../../core/preparation';
import { useSeat } from '../room-context';
import { usePreparationApi } from './use-preparation';

const REFRESH_EVERY_MS = 30_000;

export interface UnreadyList extends Omit<Loaded<unknown>, 'value' | 'set' | 'change'> {
  readonly value: Unready | null;
}

/** Which visits are not ready, looked at again every half minute. */
export function useUnready(): UnreadyList {
  const api = usePreparationApi();
  const { room } = useSeat();
  const ask = useCallback(
    () => both(api.unready(), api.week(mondayOf(dayOf(room.serverNowMs())))),
    [api, room],
  );
  const loaded = useLoaded(ask);
  useEvery(REFRESH_EVERY_MS, loaded.again);
  const { value: found } = loaded;
  const value = useMemo(
    () => (found === null ? null : sortedUnready(found[0].items, found[1])),
    [found],
  );
  return { ...loaded, value };
}
