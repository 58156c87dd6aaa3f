import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { anything } from '../../../shared/src/api/parse';
import {
  changedVisitsSchema,
  plannerWeekSchema,
  visitWarningsSchema,
} from '../../../shared/src/api/parse-planner';
import { visitSchema } from '../../../shared/src/api/parse-worker';
import type {
  ChangedVisits,
  NewVisit,
  PlannerWeek,
  Visit,
  VisitChange,
  VisitDraft,
  VisitWarnings,
} from '../../../shared/src/api/types';
import { uuidv7 } from '../../../shared/src/core/ids';
import type { Scope } from '../../../shared/src/core/visit-form';
import { ownNowMs } from './own-clock';

/** Everything the planner asks of the server. An act is made once: repeating it repeats its key. */
export interface PlannerApi {
  /** Status 304 when the week is as it was when last asked. */
  week(monday: string): Promise<ApiAnswer<PlannerWeek>>;
  visit(id: string): Promise<ApiAnswer<Visit>>;
  check(draft: VisitDraft): Promise<ApiAnswer<VisitWarnings>>;
  plan(visit: NewVisit, key: string): Promise<ApiAnswer<Visit>>;
  change(id: string, change: VisitChange, key: string): Promise<ApiAnswer<ChangedVisits>>;
  cancel(id: string, scope: Scope): Promise<ApiAnswer<unknown>>;
  restore(id: string, key: string): Promise<ApiAnswer<ChangedVisits>>;
}

export function plannerApi(api: Api): PlannerApi {
  return {
    week: (monday) =>
      api.call({
        method: 'GET',
        path: `/planner-weeks/${monday}`,
        schema: plannerWeekSchema,
        remember: true,
      }),
    visit: (id) => api.call({ method: 'GET', path: `/visits/${id}`, schema: visitSchema }),
    check: (body) =>
      api.call({
        method: 'POST',
        asks: true,
        path: '/visit-checks',
        body,
        schema: visitWarningsSchema,
      }),
    plan: (body, idempotencyKey) =>
      api.call({ method: 'POST', path: '/visits', body, idempotencyKey, schema: visitSchema }),
    change: (id, body, idempotencyKey) =>
      api.call({
        method: 'PUT',
        path: `/visits/${id}`,
        body,
        idempotencyKey,
        schema: changedVisitsSchema,
      }),
    cancel: (id, scope) =>
      api.call({ method: 'DELETE', path: `/visits/${id}?scope=${scope}`, schema: anything }),
    restore: (id, idempotencyKey) =>
      api.call({
        method: 'POST',
        path: `/visits/${id}/restorations`,
        idempotencyKey,
        schema: changedVisitsSchema,
      }),
  };
}

export function newActKey(): string {
  return uuidv7(ownNowMs(), crypto.getRandomValues(new Uint8Array(10)));
}
