import { useCallback, useEffect, useState } from 'react';
import type { Whole } from '../../../../shared/src/api/pages';
import type { Caution, Tasks, UnreadyVisit } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import { dayOf, momentOf, addDays } from '../../../../shared/src/core/local-day';
import { mayManageCautions } from '../../core/rights';
import { todayOf, type Today } from '../../core/today';
import type { TaskScope } from '../../shell/task-api';
import { todayTexts, type TodayTexts } from '../../text/today';
import { usePlaceApi } from '../places/use-places';
import { usePreparationApi } from '../preparation/use-preparation';
import { useSeat } from '../room-context';
import { useTaskApi } from '../tasks/use-tasks';

const REFRESH_EVERY_MS = 30_000;

export function useTodayTexts(): TodayTexts {
  return todayTexts[useLanguage().language];
}

export interface TodayList {
  readonly today: Today | null;
  /** All the tasks there are to see; null before the first answer. */
  readonly tasks: Whole<Tasks> | null;
  readonly failed: boolean;
  readonly refresh: () => void;
}

interface Loaded {
  readonly scope: TaskScope;
  readonly tasks: Whole<Tasks>;
  readonly unready: readonly UnreadyVisit[];
}

/** Tasks and unready visits, looked at again every half minute; cautions only when asked. */
export function useToday(scope: TaskScope): TodayList {
  const { me, room } = useSeat();
  const tasks = useTaskApi();
  const visits = usePreparationApi();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  const look = useCallback(async (): Promise<void> => {
    const [found, unready] = await Promise.all([tasks.tasks(scope), visits.unready()]);
    const isThere = found.kind === 'ok' && unready.kind === 'ok';
    setFailed(!isThere);
    if (isThere) {
      setLoaded({ scope, tasks: found.value, unready: unready.value.items });
    }
  }, [tasks, visits, scope]);
  useEffect(() => {
    const first = setTimeout(() => void look(), 0);
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void look();
    }, REFRESH_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look]);
  const { cautions, ask } = useCautions();
  const now = room.serverNowMs();
  const isTheirs = ({ teamId }: UnreadyVisit) => scope === 'all' || teamId === me.teamId;
  return {
    failed,
    tasks: loaded?.scope === scope ? loaded.tasks : null,
    today:
      loaded?.scope !== scope
        ? null
        : todayOf(
            { tasks: loaded.tasks.items, unready: loaded.unready.filter(isTheirs), cautions },
            now,
            momentOf(addDays(dayOf(now), 1), '00:00'),
          ),
    refresh: () => {
      void look();
      ask();
    },
  };
}

/** Each look at cautions is written in the journal, so they are not looked at by the clock. */
function useCautions(): { cautions: readonly Caution[]; ask: () => void } {
  const { me } = useSeat();
  const places = usePlaceApi();
  const [asked, setAsked] = useState(0);
  const [cautions, setCautions] = useState<readonly Caution[]>([]);
  const may = mayManageCautions(me.roles);
  useEffect(() => {
    if (!may) return;
    const timer = setTimeout(() => {
      void places.toDecide().then((answer) => {
        if (answer.kind === 'ok') setCautions(answer.value.items);
      });
    }, 0);
    return () => clearTimeout(timer);
  }, [places, may, asked]);
  return { cautions, ask: () => setAsked((times) => times + 1) };
}
