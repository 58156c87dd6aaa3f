import { CheckField, useLanguage } from '../../../../shared/src/components';
import { FACTORS } from '../../../../shared/src/api/parse-preparation';
import type { RiskFactorCode } from '../../../../shared/src/api/types';
import { factorNames } from '../../../../shared/src/text/factors';
import { FACTOR_GROUPS, toggled } from '../../core/house-rules';

interface FactorsFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly factors: readonly RiskFactorCode[];
  readonly onChange: (factors: RiskFactorCode[]) => void;
}

/** The answers of the risk estimate, in the words and the order of the phone. */
export function FactorsField({ label, hint, factors, onChange }: FactorsFieldProps) {
  const names = factorNames[useLanguage().language];
  const inOrder = FACTOR_GROUPS.flatMap((letters) =>
    FACTORS.filter((code) => letters.includes(code.charAt(0))),
  );
  return (
    <fieldset className="aw-chips">
      <legend className="utrecht-form-label aw-chips__legend">{label}</legend>
      <div className="utrecht-form-field-description">{hint}</div>
      <div className="aw-rules__factors">
        {inOrder.map((code) => (
          <CheckField
            key={code}
            label={names[code]}
            checked={factors.includes(code)}
            onChange={() => onChange(toggled(factors, code))}
          />
        ))}
      </div>
    </fieldset>
  );
}
