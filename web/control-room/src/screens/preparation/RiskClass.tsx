import type { Preparation } from '../../../../shared/src/api/types';
import { Icon } from '../Icon';
import { usePreparationTexts } from './use-preparation';

/** How risky a visit is, in a word; the sign and the colour only help. */
export function RiskClass({ of }: { readonly of: Preparation['riskClass'] }) {
  const t = usePreparationTexts();
  return (
    <span className={`aw-risk-class aw-risk-class--${of}`}>
      {of === 'normal' ? null : <Icon name="risk" />}
      {t.classes[of]}
    </span>
  );
}
