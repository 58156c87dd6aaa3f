import { codeOf, type ApiAnswer } from '../../../shared/src/api/answer';
import type { Problem } from '../../../shared/src/api/types';
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

/** Why something did not come: what kept the question from being answered. */
export function whyNot(text: WorkerText, answer: ApiAnswer<unknown>): string {
  const { why } = text.faults;
  if (answer.kind === 'unreachable') return why.unreachable;
  if (answer.kind !== 'problem') return why.other;
  switch (answer.status) {
    case 401:
      return why.signedOut;
    case 403:
      return why.notAllowed;
    case 429:
    case 503:
      return why.busy;
    default:
      return why.other;
  }
}

/** Why an act was not taken, and what to do now. */
export function notDone(text: WorkerText, answer: ApiAnswer<unknown>): string {
  const isRefused = answer.kind === 'problem' && answer.status >= 400 && answer.status < 500;
  const refusal = isRefused ? refusalWords(text, refusalOf(answer.problem)) : '';
  return refusal === '' ? `${whyNot(text, answer)} ${text.faults.notDone}` : refusal;
}

function refusalOf(problem: Problem): { readonly code: string; readonly detail: string } {
  return { code: codeOf(problem), detail: problem.detail };
}

export const workerText: Readonly<Record<Language, WorkerText>> = { nl, en };
