import { useState, type FormEvent } from 'react';
import { Button, ChipsField, SwitchField, TextField } from '../../../shared/src/components';
import { FACTORS } from '../../../shared/src/api/parse-preparation';
import type { Preparation, RiskEstimate } from '../../../shared/src/api/types';
import { estimateOf, formOf, toggled, type EstimateForm } from '../core/preparation';
import { ActFault } from './ActFault';
import { useText } from './app-context';

const GROUPS = [
  { name: 'who', letters: 'P' },
  { name: 'what', letters: 'D' },
  { name: 'where', letters: 'WO' },
  { name: 'when', letters: 'T' },
  { name: 'you', letters: 'M' },
] as const;

const REACTIONS = ['calm', 'tense', 'unknown'] as const;

interface QuestionsProps {
  readonly preparation: Preparation;
  readonly busy: boolean;
  /** Why the answers were not taken. */
  readonly fault: string | null;
  readonly onAnswer: (estimate: RiskEstimate) => void;
}

/** Who, what, how will they react, what if: open at once while nobody has answered. */
export function Questions({ preparation, busy, fault, onAnswer }: QuestionsProps) {
  const text = useText();
  const [form, setForm] = useState<EstimateForm>(() => formOf(preparation));
  const change = (changed: Partial<EstimateForm>) => setForm({ ...form, ...changed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer(estimateOf(form, null));
  };
  return (
    <details className="aw-fold" open={preparation.estimate === null}>
      <summary className="aw-fold__title">{text.prepare.questions}</summary>
      <form className="aw-stack aw-fold__body" onSubmit={submit} noValidate>
        {GROUPS.map(({ name, letters }) => (
          <fieldset key={name} className="aw-questions">
            <legend className="utrecht-form-label">{text.prepare.groups[name]}</legend>
            {FACTORS.filter((code) => letters.includes(code.charAt(0))).map((code) => (
              <label key={code} className="aw-questions__one">
                <input
                  type="checkbox"
                  className="aw-questions__box"
                  checked={form.factors.includes(code)}
                  onChange={() => setForm(toggled(form, code))}
                />
                {text.prepare.factors[code]}
              </label>
            ))}
          </fieldset>
        ))}
        <ChipsField
          label={text.prepare.reaction}
          choices={REACTIONS.map((value) => ({ value, label: text.prepare.reactions[value] }))}
          value={form.reaction}
          onChange={(reaction) => change({ reaction })}
        />
        <TextField
          label={text.prepare.wayOut}
          autoComplete="off"
          maxLength={200}
          value={form.wayOut}
          onChange={(event) => change({ wayOut: event.target.value })}
        />
        <TextField
          label={text.prepare.callFirst}
          autoComplete="off"
          maxLength={100}
          value={form.callFirst}
          onChange={(event) => change({ callFirst: event.target.value })}
        />
        <SwitchField
          label={text.prepare.safeWord}
          on={form.safeWordUsed}
          onChange={(safeWordUsed) => change({ safeWordUsed })}
        />
        <Button look="primary" type="submit" busy={busy}>
          {text.prepare.answer}
        </Button>
        <ActFault words={fault} />
      </form>
    </details>
  );
}
