import type { MeasureCode, Preparation, VisitMeasure } from '../api/types';

/**
 * Why a measure is asked, in words: those of a factor or a rule, and for what has no word, the
 * sentence that the organisation wrote in its own policy.
 */
export function whyWords(
  reasons: readonly string[],
  words: Readonly<Record<string, string>>,
): readonly string[] {
  return reasons.map((reason) => words[reason] ?? reason);
}

/** A measure that nobody asked for and nobody has taken, as an alternative can be. */
export function untouched(measure: MeasureCode): VisitMeasure {
  return {
    measure,
    demanded: false,
    settled: false,
    reasons: [],
    alternatives: [],
    state: 'asked',
    colleagueId: null,
    colleagueName: null,
    proof: null,
    reason: null,
    byName: null,
    at: null,
  };
}

/** Whether it is asked for and neither it nor one of its alternatives is settled. */
export function isMissing(preparation: Preparation, one: VisitMeasure): boolean {
  return preparation.missing.includes(one.measure);
}

/** What is asked for, the open ones first; then what was taken without being asked for. */
export function inOrder(preparation: Preparation): readonly VisitMeasure[] {
  const rank = (one: VisitMeasure) => (one.demanded ? (isMissing(preparation, one) ? 0 : 1) : 2);
  return preparation.measures.toSorted((a, b) => rank(a) - rank(b));
}

/** Moments during the visit at which a call-back can be agreed: each quarter, and its end. */
export function callBackTimes(preparation: Preparation): readonly number[] {
  const start = Date.parse(preparation.plannedStartAt);
  const end = Date.parse(preparation.plannedEndAt);
  const times: number[] = [];
  for (let at = start + QUARTER_MS; at < end; at += QUARTER_MS) times.push(at);
  return [...times, end];
}

const QUARTER_MS = 15 * 60_000;
