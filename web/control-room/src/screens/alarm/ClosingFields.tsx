import { Alert, ChipsField, SwitchField, TextArea } from '../../../../shared/src/components';
import { outcomesFor, type ClosingFault, type ClosingForm } from '../../core/closing';
import type { AlarmPage } from '../../core/model';
import { useTexts } from '../room-context';

const CAUSES = [
  'forgot-to-end',
  'no-coverage',
  'battery-empty',
  'wrong-button',
  'clock-or-plan',
  'other',
] as const;

interface ClosingFieldsProps {
  readonly page: AlarmPage;
  readonly form: ClosingForm;
  readonly faults: readonly ClosingFault[];
  readonly onChange: (form: ClosingForm) => void;
}

export function ClosingFields({ page, form, faults, onChange }: ClosingFieldsProps) {
  const t = useTexts();
  const outcomes = outcomesFor(page.alarm);
  return (
    <>
      {faults.length === 0 ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">
            <strong>{t.closing.faultTitle}</strong>
          </p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{t.closing.faults[fault]}</li>
            ))}
          </ul>
        </Alert>
      )}
      <ChipsField
        label={t.closing.outcome}
        choices={outcomes.map((value) => ({ value, label: t.words.outcome[value] }))}
        value={form.outcome}
        onChange={(outcome) => onChange({ ...form, outcome })}
      />
      {form.outcome === 'false-alarm' ? (
        <ChipsField
          label={t.closing.cause}
          choices={CAUSES.map((value) => ({ value, label: t.words.cause[value] }))}
          value={form.cause}
          onChange={(cause) => onChange({ ...form, cause })}
        />
      ) : null}
      <TextArea
        label={t.closing.text}
        hint={t.closing.textHint}
        value={form.text}
        maxLength={2000}
        isInvalid={faults.includes('text-missing')}
        onChange={(text) => onChange({ ...form, text })}
      />
      {page.watch === null ? null : (
        <SwitchField
          label={t.closing.watchGoesOn}
          hint={t.closing.watchGoesOnHint}
          on={form.watchGoesOn}
          onChange={(watchGoesOn) => onChange({ ...form, watchGoesOn })}
        />
      )}
    </>
  );
}
