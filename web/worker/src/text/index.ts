import type { Language } from '../../../shared/src/core/language';
import { en } from './en';
import { nl, type WorkerText } from './nl';

export type { WorkerText };
/** Why the server said no, in the reader's language where we know the word for it. */
export function refusalWords(
  text: WorkerText,
  refusal: { readonly code: string; readonly detail: string },
): string {
  const known = Object.entries(text.refusals).find(([code]) => code === refusal.code);
  return known === undefined ? refusal.detail : known[1];
}

export const workerText: Readonly<Record<Language, WorkerText>> = { nl, en };
