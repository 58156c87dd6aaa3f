/**
 * One thing that can be set, as it stands on the screen: what the server had when it was last read,
 * and what it is being made into.
 */
export interface Sheet<T> {
  readonly saved: T;
  readonly draft: T;
  /** The draft before the last thing that was taken out of it; null when there is none to undo. */
  readonly undo: T | null;
  /** Somebody else was first: from what, and into what, they changed it. */
  readonly meanwhile: { readonly before: T; readonly now: T } | null;
}

export type SheetEvent<T> =
  | { readonly kind: 'changed'; readonly draft: T }
  /** Something was taken out: it can be put back until the next change. */
  | { readonly kind: 'reduced'; readonly draft: T }
  | { readonly kind: 'undone' }
  | { readonly kind: 'saved'; readonly wanted: T; readonly value: T }
  /** The server's own version takes the place of the draft. */
  | { readonly kind: 'replaced'; readonly value: T }
  | { readonly kind: 'found-changed'; readonly now: T };

export function sheetOf<T>(saved: T): Sheet<T> {
  return { saved, draft: saved, undo: null, meanwhile: null };
}

export function isUnsaved<T>({ saved, draft }: Sheet<T>): boolean {
  return !isSame(saved, draft);
}

/** What somebody else made of it never replaces a draft by itself: whoever wrote it decides. */
export function nextSheet<T>(sheet: Sheet<T>, event: SheetEvent<T>): Sheet<T> {
  switch (event.kind) {
    case 'changed':
      return { ...sheet, draft: event.draft, undo: null };
    case 'reduced':
      return { ...sheet, draft: event.draft, undo: sheet.draft };
    case 'undone':
      return sheet.undo === null ? sheet : { ...sheet, draft: sheet.undo, undo: null };
    case 'saved': {
      const value = sheetOf(event.value);
      // What was typed while it was being saved is not saved, and not lost.
      return isSame(sheet.draft, event.wanted) ? value : { ...value, draft: sheet.draft };
    }
    case 'replaced':
      return { ...sheetOf(event.value), undo: sheet.draft };
    case 'found-changed':
      return { ...sheet, saved: event.now, meanwhile: { before: sheet.saved, now: event.now } };
  }
}

/** Whether two plain values say the same, whatever the order of their fields. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) {
    return false;
  }
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isSame(Reflect.get(one, name), Reflect.get(other, name)))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
