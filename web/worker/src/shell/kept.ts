import * as v from 'valibot';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import { parseAs, type Schema } from '../../../shared/src/api/parse';

/** Something of the server as this phone kept it. */
export interface Kept<T> {
  readonly value: T;
  /** When it came, by the phone's clock; null when that was not written down. */
  readonly keptAtMs: number | null;
}

/** Where one thing of the server stays, so that it is there without a network. */
export interface Shelf<T extends object> {
  readonly read: () => Kept<T> | null;
  readonly put: (value: T) => void;
  readonly clear: () => void;
}

export const keptAtSchema: Schema<{ readonly keptAtMs: number | null }> = v.object({
  keptAtMs: v.fallback(v.nullable(v.number()), null),
});

/** @param storage what forgets it: nobody, or the closing of the app */
export function shelf<T extends object>(
  name: string,
  schema: Schema<T>,
  storage: () => Storage = () => localStorage,
): Shelf<T> {
  return {
    read: () => {
      const text = storage().getItem(name) ?? '';
      const value = parseAs(schema, text);
      const at = parseAs(keptAtSchema, text);
      return value.ok && at.ok ? { value: value.value, keptAtMs: at.value.keptAtMs } : null;
    },
    put: (value) => {
      try {
        storage().setItem(name, JSON.stringify({ ...value, keptAtMs: Date.now() }));
      } catch {
        // Full, or closed to us: what came is shown all the same.
      }
    },
    clear: () => storage().removeItem(name),
  };
}

/** Puts away what comes, and hands the answer on. */
export async function keeping<T extends object>(
  on: Pick<Shelf<T>, 'put'>,
  asked: Promise<ApiAnswer<T>>,
): Promise<ApiAnswer<T>> {
  const answer = await asked;
  if (answer.kind === 'ok') on.put(answer.value);
  return answer;
}
