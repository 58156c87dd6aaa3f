import { codeOf, type ApiAnswer } from '../../../../shared/src/api/answer';
import { whereInFile } from '../../core/boundaries';
import type { Texts } from '../../text';
import type { HotSpotsTexts } from '../../text/hot-spots';
import { faultText } from '../use-act';

/** Why a file was refused, where in it, and what to do. */
export function refusalOf(
  answer: ApiAnswer<unknown>,
  t: HotSpotsTexts['boundaries'],
  texts: Texts,
): string[] {
  if (answer.kind !== 'problem' || (answer.status !== 400 && answer.status !== 413)) {
    return [faultText(answer, texts)];
  }
  const { problem } = answer;
  const reasons: Readonly<Record<string, string>> = t.reasons;
  const where = whereInFile(problem.errors?.[0]?.detail ?? problem.detail);
  return [
    reasons[codeOf(problem)] ?? t.unknown,
    ...(where === null
      ? []
      : [where.kind === 'feature' ? t.where(where.number) : t.whereCode(where.code)]),
  ];
}
