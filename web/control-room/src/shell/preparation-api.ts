import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { plannerWeekSchema } from '../../../shared/src/api/parse-planner';
import { preparationSchema, unreadyVisitsSchema } from '../../../shared/src/api/parse-preparation';
import type {
  MeasureCode,
  PlannerWeek,
  Preparation,
  Proof,
  UnreadyVisits,
} from '../../../shared/src/api/types';
import { uuidv7 } from '../../../shared/src/core/ids';
import { ownNowMs } from './own-clock';

/** What can be done about a measure; each act is a sub-resource of it. */
export type MeasureOrder =
  | { readonly kind: 'proofs'; readonly body: Proof }
  | { readonly kind: 'requests'; readonly body: { readonly personId: string } }
  | { readonly kind: 'waivers'; readonly body: { readonly reason: string } }
  | { readonly kind: 'withdrawals'; readonly body: { readonly reason: string | null } };

/** Everything the pages about preparation ask of the server. */
export interface PreparationApi {
  unready(): Promise<ApiAnswer<UnreadyVisits>>;
  /** The week says of a visit whether it has begun. */
  week(monday: string): Promise<ApiAnswer<PlannerWeek>>;
  /** Each look by somebody who does not go is written in the journal. */
  look(visitId: string): Promise<ApiAnswer<Preparation>>;
  act(
    visitId: string,
    measure: MeasureCode,
    order: MeasureOrder,
    key: string,
  ): Promise<ApiAnswer<Preparation>>;
}

export function preparationApi(api: Api): PreparationApi {
  const get = { method: 'GET' } as const;
  return {
    unready: () => api.call({ ...get, path: '/unready-visits', schema: unreadyVisitsSchema }),
    week: (monday) =>
      api.call({
        ...get,
        path: `/planner-weeks/${monday}`,
        schema: plannerWeekSchema,
        remember: true,
      }),
    look: (visitId) =>
      api.call({ ...get, path: `/visits/${visitId}/preparation`, schema: preparationSchema }),
    act: (visitId, measure, { kind, body }, idempotencyKey) =>
      api.call({
        method: 'POST',
        path: `/visits/${visitId}/measures/${measure}/${kind}`,
        body,
        idempotencyKey,
        schema: preparationSchema,
      }),
  };
}

export function newMeasureKey(): string {
  return uuidv7(ownNowMs(), crypto.getRandomValues(new Uint8Array(10)));
}
