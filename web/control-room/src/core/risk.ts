import type { RISK_CLASSES } from '../../../shared/src/api/parse-workplaces';

/** How a risk is scored, as the server does it; here so that who fills it in sees it at once. */
export type RiskClass = (typeof RISK_CLASSES)[number];

/** Without exposure it is effect × probability of 1 to 5. */
export interface Factors {
  readonly effect: number;
  readonly exposure: number | null;
  readonly probability: number;
}

export const EFFECTS = [1, 3, 7, 15, 40, 100] as const;
export const EXPOSURES = [0.5, 1, 2, 3, 6, 10] as const;
export const PROBABILITIES = [0.1, 0.2, 0.5, 1, 3, 6, 10] as const;
export const ONE_TO_FIVE = [1, 2, 3, 4, 5] as const;

/** The highest score of each class but the last. */
export const FINE_KINNEY = [20, 70, 200, 400] as const;
export const MATRIX = [4, 9, 12, 16] as const;

export function scoreOf({ effect, exposure, probability }: Factors): number {
  // In tens, because 0.1 has no exact binary form and a bound is exact.
  const tens = effect * ((exposure ?? 1) * 10) * (probability * 10);
  return Math.round(tens) / 100;
}

export function classOf(factors: Factors): RiskClass {
  const bounds = factors.exposure === null ? MATRIX : FINE_KINNEY;
  const score = scoreOf(factors);
  const [accept, attention, measures, atOnce] = bounds;
  if (score <= accept) return 'accept';
  if (score <= attention) return 'attention';
  if (score <= measures) return 'measures';
  return score <= atOnce ? 'at-once' : 'stop';
}
