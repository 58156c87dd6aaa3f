import type { Api } from '../../../shared/src/api/client';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import { parseAs } from '../../../shared/src/api/parse';
import {
  colleaguesSchema,
  guidanceSchema,
  measureRequestsSchema,
  preparationSchema,
} from '../../../shared/src/api/parse-preparation';
import type { Guidance, MeasureRequest, Person, Preparation } from '../../../shared/src/api/types';

/**
 * Asks and tells the server about preparations. Nothing of a preparation stays on the phone; the
 * cards and lists do, as they say nothing about anybody and must be readable without a network.
 */
export interface PreparationLine {
  look(visitId: string): Promise<ApiAnswer<Preparation>>;
  /** An act about the visit: `path` is what comes after the visit's id. */
  tell(visitId: string, path: string, body: unknown): Promise<ApiAnswer<Preparation>>;
  /** Null when nobody answered. */
  requests(): Promise<readonly MeasureRequest[] | null>;
  colleagues(): Promise<readonly Pick<Person, 'id' | 'name' | 'roles'>[]>;
  guidance(): Promise<Guidance | null>;
}

const KEPT_AS = 'achterwacht-guidance';

export function createPreparationLine(api: Api, newId: () => string): PreparationLine {
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
        idempotencyKey: newId(),
      }),
    async requests() {
      const path = '/measure-requests';
      const answer = await api.call({ method: 'GET', path, schema: measureRequestsSchema });
      return answer.kind === 'ok' ? answer.value.items : null;
    },
    async colleagues() {
      const answer = await api.call({ method: 'GET', path: '/people', schema: colleaguesSchema });
      return answer.kind === 'ok' ? answer.value.items : [];
    },
    async guidance() {
      const answer = await api.call({ method: 'GET', path: '/guidance', schema: guidanceSchema });
      if (answer.kind === 'ok') localStorage.setItem(KEPT_AS, JSON.stringify(answer.value));
      const known = parseAs(guidanceSchema, localStorage.getItem(KEPT_AS) ?? '');
      return known.ok ? known.value.guidance : null;
    },
  };
}
