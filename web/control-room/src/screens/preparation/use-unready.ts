import { useCallback, useEffect, useState } from 'react';
import { dayOf, mondayOf } from '../../../../shared/src/core/local-day';
import { sortedUnready, type Unready } from '../../core/preparation';
import { useSeat } from '../room-context';
import { usePreparationApi } from './use-preparation';

const REFRESH_EVERY_MS = 30_000;

export interface UnreadyList {
  readonly unready: Unready | null;
  /** True when the last look at the server failed: what is shown may be old. */
  readonly isOld: boolean;
  readonly refresh: () => Promise<void>;
}

/** Which visits are not ready, looked at again every half minute. */
export function useUnready(): UnreadyList {
  const api = usePreparationApi();
  const { room } = useSeat();
  const [unready, setUnready] = useState<Unready | null>(null);
  const [isOld, setOld] = useState(false);

  const refresh = useCallback(async (): Promise<void> => {
    const thisWeek = mondayOf(dayOf(room.serverNowMs()));
    const [visits, week] = await Promise.all([api.unready(), api.week(thisWeek)]);
    const isThere = visits.kind === 'ok' && week.kind === 'ok';
    setOld(!isThere);
    if (isThere) {
      setUnready(sortedUnready(visits.value.items, week.value));
    }
  }, [api, room]);

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const first = setTimeout(() => void refresh(), 0);
    const timer = setInterval(look, REFRESH_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);

  return { unready, isOld, refresh };
}
