import { isSame } from './sheet';

/** One thing of a list, told apart by its key and shown by its name. */
export interface Entry {
  readonly key: string;
  readonly name: string;
  /** Its words, as somebody reads them who wants to know what became of it. */
  readonly words: string;
  readonly content: unknown;
}

export type Difference =
  | { readonly kind: 'added' | 'changed'; readonly name: string; readonly words: string }
  | { readonly kind: 'gone'; readonly name: string }
  | { readonly kind: 'order' };

/** In what `now` is unlike `before`; the order is told only when nothing else is. */
export function differencesOf(
  before: readonly Entry[],
  now: readonly Entry[],
): readonly Difference[] {
  const known = new Map(before.map((entry) => [entry.key, entry]));
  const there = new Set(now.map(({ key }) => key));
  const found: Difference[] = [
    ...now.flatMap(({ key, name, words, content }): Difference[] => {
      const was = known.get(key);
      if (was === undefined) return [{ kind: 'added', name, words }];
      return isSame(was.content, content) ? [] : [{ kind: 'changed', name, words }];
    }),
    ...before
      .filter(({ key }) => !there.has(key))
      .map(({ name }): Difference => ({ kind: 'gone', name })),
  ];
  const isReordered = before.some(({ key }, at) => key !== now[at]?.key);
  return found.length === 0 && isReordered ? [{ kind: 'order' }] : found;
}
