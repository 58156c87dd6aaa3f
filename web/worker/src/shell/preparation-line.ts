import type { Api } from '../../../shared/src/api/client';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import {
  colleaguesSchema,
  guidanceSchema,
  measureRequestsSchema,
  preparationSchema,
} from '../../../shared/src/api/parse-preparation';
import type {
  GuidanceInForce,
  MeasureRequest,
  Person,
  Preparation,
} from '../../../shared/src/api/types';
import { keeping, shelf } from './kept';

/**
 * Asks and tells the server about preparations. Nothing of a preparation stays on the phone; the
 * cards and lists do, as they say nothing about anybody and must be readable without a network.
 */
export interface PreparationLine {
  look(visitId: string): Promise<ApiAnswer<Preparation>>;
  /** An act about the visit: `path` is what comes after the visit's id. */
  tell(visitId: string, path: string, body: unknown): Promise<ApiAnswer<Preparation>>;
  readonly requests: () => Promise<ApiAnswer<Listed<MeasureRequest>>>;
  readonly colleagues: () => Promise<ApiAnswer<Listed<Colleague>>>;
  readonly guidance: () => Promise<ApiAnswer<GuidanceInForce>>;
}

interface Listed<T> {
  readonly items: readonly T[];
}

export type Colleague = Pick<Person, 'id' | 'name' | 'roles'>;

export const keptGuidance = shelf('achterwacht-guidance', guidanceSchema);

export function createPreparationLine(api: Api): PreparationLine {
  return {
    look: (visitId) =>
      api.call({
        method: 'GET',
        path: `/visits/${visitId}/preparation`,
        schema: preparationSchema,
      }),
    tell: (visitId, path, body) =>
      api.call({
        method: 'POST',
        path: `/visits/${visitId}${path}`,
        schema: preparationSchema,
        body,
      }),
    requests: () =>
      api.call({ method: 'GET', path: '/measure-requests', schema: measureRequestsSchema }),
    colleagues: () => api.call({ method: 'GET', path: '/people', schema: colleaguesSchema }),
    guidance: () =>
      keeping(keptGuidance, api.call({ method: 'GET', path: '/guidance', schema: guidanceSchema })),
  };
}
