import { ChipsField } from '../../../../shared/src/components';
import type { Scope } from '../../../../shared/src/core/visit-form';
import { usePlannerTexts } from './planner-words';

const SCOPES: readonly Scope[] = ['one', 'following', 'all'];

interface ScopeFieldProps {
  readonly label: string;
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** How much of a series an act is about. */
export function ScopeField({ label, value, onChange }: ScopeFieldProps) {
  const t = usePlannerTexts();
  return (
    <ChipsField
      label={label}
      hint={t.form.scopeHint}
      choices={SCOPES.map((scope) => ({ value: scope, label: t.form.scopes[scope] }))}
      value={value}
      onChange={onChange}
    />
  );
}
