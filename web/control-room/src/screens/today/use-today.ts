import { useCallback } from 'react';
import type { Whole } from '../../../../shared/src/api/pages';
import type {
  Cautions,
  Tasks,
  UnreadyVisit,
  UnreadyVisits,
} from '../../../../shared/src/api/types';
import {
  both,
  ofNow,
  useEvery,
  useLanguage,
  useLoaded,
  type Loaded,
} from '../../../../shared/src/components';
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
  readonly list: Loaded<Found>;
  readonly cautions: Loaded<Cautions>;
  /** Asks both again: cautions only when somebody presses, as each look is written in the journal. */
  readonly refresh: () => void;
}

/** All the tasks there are to see, and the visits that are not ready. */
type Found = readonly [Whole<Tasks>, UnreadyVisits];

/** Tasks and unready visits, looked at again every half minute. */
export function useToday(scope: TaskScope): TodayList {
  const { me, room } = useSeat();
  const tasks = useTaskApi();
  const visits = usePreparationApi();
  const places = usePlaceApi();
  const ask = useCallback(() => both(tasks.tasks(scope), visits.unready()), [tasks, visits, scope]);
  const list = ofNow(useLoaded(ask));
  useEvery(REFRESH_EVERY_MS, list.again);
  const cautions = useLoaded(mayManageCautions(me.roles) ? places.toDecide : null);
  const now = room.serverNowMs();
  const isTheirs = ({ teamId }: UnreadyVisit) => scope === 'all' || teamId === me.teamId;
  const today = ([{ items }, unready]: Found): Today =>
    todayOf(
      {
        tasks: items,
        unready: unready.items.filter(isTheirs),
        cautions: cautions.value?.items ?? [],
      },
      now,
      momentOf(addDays(dayOf(now), 1), '00:00'),
    );
  return {
    today: list.value === null ? null : today(list.value),
    list,
    cautions,
    refresh: () => {
      void list.again();
      void cautions.again();
    },
  };
}
