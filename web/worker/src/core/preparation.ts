import type {
  Guidance,
  MeasureCode,
  Preparation,
  RiskEstimate,
  RiskFactorCode,
  RiskyMoment,
  ScenarioCard,
} from '../../../shared/src/api/types';

/** The answers as they stand on the screen. */
export interface EstimateForm {
  readonly factors: readonly RiskFactorCode[];
  readonly reaction: RiskEstimate['reaction'];
  readonly wayOut: string;
  readonly safeWordUsed: boolean;
  readonly callFirst: string;
}

/** What was answered before for this visit, or else for the same place, or nothing. */
export function formOf(preparation: Preparation): EstimateForm {
  const known = preparation.estimate ?? preparation.suggestion;
  return {
    factors: known?.factors ?? [],
    reaction: known?.reaction ?? 'unknown',
    wayOut: known?.wayOut ?? '',
    safeWordUsed: known?.safeWordUsed ?? false,
    callFirst: known?.callFirst ?? '',
  };
}

export function toggled(form: EstimateForm, code: RiskFactorCode): EstimateForm {
  const { factors } = form;
  return {
    ...form,
    factors: factors.includes(code)
      ? factors.filter((known) => known !== code)
      : [...factors, code],
  };
}

export function estimateOf(form: EstimateForm, batteryPercent: number | null): RiskEstimate {
  const filled = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    factors: [...form.factors],
    reaction: form.reaction,
    wayOut: filled(form.wayOut),
    safeWordUsed: form.safeWordUsed,
    callFirst: filled(form.callFirst),
    batteryPercent,
  };
}

/** How a measure is proven on the phone. */
export type Way =
  | 'tick'
  | 'phone'
  | 'inform'
  | 'colleague'
  | 'call-back'
  | 'office'
  | 'police'
  | 'escort'
  | 'reachable'
  | 'call-off'
  | 'others';

const WAYS: Readonly<Record<MeasureCode, Way>> = {
  BEL: 'phone',
  INFO: 'inform',
  DUO: 'colleague',
  ACHT: 'colleague',
  TERUG: 'call-back',
  KANTOOR: 'office',
  POLVOOR: 'police',
  POLMEE: 'escort',
  DAG: 'others',
  BEREIK: 'reachable',
  CODE: 'tick',
  AUTO: 'tick',
  PARK: 'tick',
  ACCU: 'tick',
  DEK: 'tick',
  PAK: 'tick',
  LEID: 'others',
  NIET: 'call-off',
};

export function wayOf(measure: MeasureCode): Way {
  return WAYS[measure];
}

/** Three colours for four classes: very high is red with a lock. */
export function toneOf(preparation: Preparation): 'watched' | 'warning' | 'alarm' {
  switch (preparation.riskClass) {
    case 'normal':
      return 'watched';
    case 'raised':
      return 'warning';
    case 'high':
    case 'very-high':
      return 'alarm';
  }
}

/** The cards, those that fit this visit first. */
export function cardsFor(
  guidance: Guidance,
  factors: readonly RiskFactorCode[],
): readonly ScenarioCard[] {
  const fits = (card: ScenarioCard) => card.factors.some((code) => factors.includes(code));
  return guidance.cards.toSorted((a, b) => Number(fits(b)) - Number(fits(a)));
}

/** The risky moments that apply today: each once. */
export function momentsFor(
  guidance: Guidance,
  factors: readonly RiskFactorCode[],
): readonly RiskyMoment[] {
  return guidance.riskyMoments
    .flatMap(({ moments }) => moments)
    .filter((moment) => moment.factors.some((code) => factors.includes(code)));
}
