import { ChipsField, useSharedText } from '../../../../shared/src/components';
import { SCOPES, type Scope } from '../../../../shared/src/core/visit-form';
import { usePlannerTexts } from './planner-words';

interface ScopeFieldProps {
  readonly label: string;
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** How much of a series an act is about. */
export function ScopeField({ label, value, onChange }: ScopeFieldProps) {
  const t = usePlannerTexts();
  const shared = useSharedText();
  return (
    <ChipsField
      label={label}
      hint={t.form.scopeHint}
      choices={SCOPES.map((scope) => ({ value: scope, label: shared.visitForm.scopes[scope] }))}
      value={value}
      onChange={onChange}
    />
  );
}
