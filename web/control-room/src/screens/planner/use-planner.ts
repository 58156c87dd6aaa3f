import { useCallback, useMemo, useRef } from 'react';
import { codeOf, type ApiAnswer } from '../../../../shared/src/api/answer';
import type { PlannerWeek, Visit } from '../../../../shared/src/api/types';
import { changeTo, visitIn, withoutVisit, withVisits, type Cell } from '../../core/planner';
import type { Scope } from '../../../../shared/src/core/visit-form';
import { ofNow, useEvery, useLoaded, type Loaded } from '../../../../shared/src/components';
import { newActKey, plannerApi, type PlannerApi } from '../../shell/planner-api';
import { useSeat } from '../room-context';

const REFRESH_EVERY_MS = 30_000;

/** A move that did not come to be: somebody was before us, or the server could not take it. */
export type MoveFault = 'stale' | 'started' | 'cancelled' | 'failed';

export type Moved =
  | { readonly kind: 'moved'; readonly before: Visit; readonly after: Visit }
  | {
      readonly kind: 'refused';
      readonly fault: MoveFault;
      readonly answer: ApiAnswer<unknown>;
      /** The visit as it is now, when somebody else changed it. */
      readonly now: Visit | null;
    };

export interface Planner {
  readonly api: PlannerApi;
  readonly loaded: Loaded<PlannerWeek>;
  readonly move: (visit: Visit, cell: Cell) => Promise<Moved>;
  readonly cancel: (visit: Visit, scope: Scope) => Promise<ApiAnswer<unknown>>;
  readonly restore: (visit: Visit) => Promise<ApiAnswer<unknown>>;
}

/** One week of everybody: shown at once as it should become, and as the server says afterwards. */
export function usePlanner(monday: string): Planner {
  const { api: wire } = useSeat();
  const api = useMemo(() => plannerApi(wire), [wire]);
  // As it came last: while nothing changed it stays the same object, and nothing is drawn anew.
  const came = useRef<PlannerWeek | null>(null);
  const ask = useCallback(async (): Promise<ApiAnswer<PlannerWeek>> => {
    const answer = await api.week(monday);
    if (answer.kind !== 'ok') return answer;
    const known = came.current;
    const value = answer.status === 304 && known?.mondayDate === monday ? known : answer.value;
    came.current = value;
    return { ...answer, value };
  }, [api, monday]);
  const loaded = ofNow(useLoaded(ask));
  const { value: week, again: refresh, change: show } = loaded;
  useEvery(REFRESH_EVERY_MS, refresh);

  const move = async (visit: Visit, cell: Cell): Promise<Moved> => {
    const name = week?.people.find(({ id }) => id === cell.personId)?.name ?? '';
    const wanted = visitIn(visit, cell, name);
    show((known) => withVisits(known, [wanted]));
    const answer = await api.change(visit.id, changeTo(visit, wanted), newActKey());
    if (answer.kind === 'ok') {
      show((known) => withVisits(known, answer.value.items));
    } else {
      show((known) => withVisits(known, [visit]));
    }
    await refresh();
    const after = answer.kind === 'ok' ? answer.value.items[0] : undefined;
    if (after !== undefined) {
      return { kind: 'moved', before: visit, after };
    }
    const fault = moveFault(answer);
    const now = fault === 'stale' ? await api.visit(visit.id) : null;
    return { kind: 'refused', fault, answer, now: now?.kind === 'ok' ? now.value : null };
  };

  const cancel = async (visit: Visit, scope: Scope): Promise<ApiAnswer<unknown>> => {
    const answer = await api.cancel(visit.id, scope);
    if (answer.kind === 'ok') {
      show((known) => withoutVisit(known, visit.id));
    }
    await refresh();
    return answer;
  };

  const restore = async (visit: Visit): Promise<ApiAnswer<unknown>> => {
    const answer = await api.restore(visit.id, newActKey());
    if (answer.kind === 'ok') {
      show((known) => withVisits(known, answer.value.items));
    }
    await refresh();
    return answer;
  };

  return { api, loaded, move, cancel, restore };
}

/** Why a visit was not changed, in the words of the rules. */
export function moveFault(answer: ApiAnswer<unknown>): MoveFault {
  if (answer.kind !== 'problem' || answer.status !== 409) {
    return 'failed';
  }
  switch (codeOf(answer.problem)) {
    case 'changed':
      return 'stale';
    case 'already-started':
      return 'started';
    case 'cancelled':
      return 'cancelled';
    default:
      return 'failed';
  }
}
