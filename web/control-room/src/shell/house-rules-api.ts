import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { officeHoursSchema, packingListSchema } from '../../../shared/src/api/parse-on-the-way';
import { companionSettingSchema, guidanceSchema } from '../../../shared/src/api/parse-preparation';
import type { CompanionSetting, Guidance } from '../../../shared/src/api/types';
import type { Packing, Told } from '../core/house-rules';
import { daysOf, weekOf, type DayForm } from '../core/office-hours';
import { isSame } from '../core/sheet';

/** The way to one thing that can be set. */
export interface Door<T> {
  read(): Promise<ApiAnswer<T>>;
  /** Puts `wanted` in force, unless it is no longer as in `base`, on which it was written. */
  write(base: T, wanted: T): Promise<Written<T>>;
}

export type Written<T> =
  | { readonly kind: 'written'; readonly value: T }
  | { readonly kind: 'meanwhile'; readonly now: T }
  | { readonly kind: 'failed'; readonly answer: ApiAnswer<unknown> };

/** One part of the guidance. Whoever changes another part meanwhile keeps what they wrote. */
export function guidanceDoor<K extends keyof Guidance>(
  api: Api,
  part: K,
): Door<Readonly<Guidance[K]>> {
  const path = '/guidance';
  return doorOf(
    () => api.call({ method: 'GET', path, schema: guidanceSchema }),
    ({ guidance }) => guidance[part],
    ({ version, guidance }, wanted) =>
      api.call({
        method: 'PUT',
        path,
        body: { version, guidance: { ...guidance, [part]: wanted } },
        schema: guidanceSchema,
      }),
  );
}

export function packingDoor(api: Api): Door<Packing> {
  const path = '/packing-list';
  return doorOf(
    () => api.call({ method: 'GET', path, schema: packingListSchema }),
    ({ items }): Packing => items,
    (_, items) => api.call({ method: 'PUT', path, body: { items }, schema: packingListSchema }),
  );
}

export function officeHoursDoor(api: Api, teamId: string): Door<readonly DayForm[]> {
  const path = `/teams/${teamId}/office-hours`;
  return doorOf(
    () => api.call({ method: 'GET', path, schema: officeHoursSchema }),
    ({ days }) => weekOf(days),
    (_, week) =>
      api.call({ method: 'PUT', path, body: { days: daysOf(week) }, schema: officeHoursSchema }),
  );
}

export function companionDoor(api: Api): Door<Told> {
  const path = '/companion-setting';
  return doorOf(
    () => api.call({ method: 'GET', path, schema: companionSettingSchema }),
    ({ companionTold }: CompanionSetting): Told => companionTold,
    (_, companionTold) =>
      api.call({ method: 'PUT', path, body: { companionTold }, schema: companionSettingSchema }),
  );
}

/** Often enough for another part of the guidance to change in between. */
const ATTEMPTS = 3;
const CONFLICT = 409;

function doorOf<S, T>(
  read: () => Promise<ApiAnswer<S>>,
  part: (from: S) => T,
  put: (found: S, wanted: T) => Promise<ApiAnswer<S>>,
): Door<T> {
  return {
    read: async () => {
      const answer = await read();
      return answer.kind === 'ok' ? { ...answer, value: part(answer.value) } : answer;
    },
    write: async (base, wanted) => {
      for (let attempt = 1; ; attempt++) {
        const found = await read();
        if (found.kind !== 'ok') return { kind: 'failed', answer: found };
        const now = part(found.value);
        if (!isSame(now, base)) return { kind: 'meanwhile', now };
        const answer = await put(found.value, wanted);
        if (answer.kind === 'ok') return { kind: 'written', value: part(answer.value) };
        const isStale = answer.kind === 'problem' && answer.status === CONFLICT;
        if (!isStale || attempt === ATTEMPTS) return { kind: 'failed', answer };
      }
    },
  };
}
