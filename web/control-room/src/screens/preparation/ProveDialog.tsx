import { useState } from 'react';
import { OUTCOMES } from '../../../../shared/src/api/parse-preparation';
import { SelectField, SwitchField, TextField } from '../../../../shared/src/components';
import {
  faultsOfProof,
  hasMoment,
  newProofForm,
  proofOf,
  wordsFor,
  type ProofField,
  type WordField,
} from '../../core/preparation';
import { useSeat } from '../room-context';
import { DialogForm } from './DialogForm';
import { useSending, type MeasureDialogProps } from './measure-dialog';
import { callBackChoices } from './preparation-words';
import { usePreparationTexts } from './use-preparation';

const LONGEST: Readonly<Record<WordField, number>> = {
  askedOf: 100,
  address: 200,
  room: 80,
  name: 100,
  reference: 60,
  confirmedBy: 100,
};

/** Notes on behalf of the worker what shows that a measure was taken. */
export function ProveDialog(props: MeasureDialogProps) {
  const { one, preparation, onClose } = props;
  const { measure } = one;
  const t = usePreparationTexts();
  const { room } = useSeat();
  const sending = useSending(props);
  const [form, setForm] = useState(() => newProofForm(room.serverNowMs()));
  const [tried, setTried] = useState(false);
  const faults = faultsOfProof(measure, form);
  const refused = sending.fault;
  const errorAt = (field: ProofField, words: string): string | null =>
    tried && faults.has(field) ? words : refused?.field === field ? refused.text : null;
  const words = wordsFor(measure);
  const fields: readonly string[] = [...words, 'moment', 'callAt'];
  const submit = (): void => {
    setTried(true);
    const proof = faults.size > 0 ? null : proofOf(measure, form);
    if (proof !== null) void sending.send({ kind: 'proofs', body: proof }, 'prove');
  };
  return (
    <DialogForm
      title={`${t.acts.prove}: ${t.measures[measure]}`}
      submit={t.acts.prove}
      busy={sending.busy}
      fault={refused !== null && !fields.includes(refused.field ?? '') ? refused.text : null}
      onSubmit={submit}
      onClose={onClose}
    >
      {measure === 'KANTOOR' ? <p className="utrecht-paragraph">{t.officeHint}</p> : null}
      {words.map((field) => (
        <TextField
          key={field}
          label={t.fields[field]}
          error={errorAt(field, t.faults.words)}
          required
          autoComplete="off"
          maxLength={LONGEST[field]}
          value={form.words[field] ?? ''}
          onChange={(event) =>
            setForm({ ...form, words: { ...form.words, [field]: event.target.value } })
          }
        />
      ))}
      {hasMoment(measure) ? (
        <div className="aw-preparations__pair">
          <TextField
            label={t.fields.day}
            type="date"
            error={errorAt('moment', t.faults.moment)}
            value={form.day}
            onChange={(event) => setForm({ ...form, day: event.target.value })}
          />
          <TextField
            label={t.fields.time}
            type="time"
            value={form.time}
            onChange={(event) => setForm({ ...form, time: event.target.value })}
          />
        </div>
      ) : null}
      {measure === 'BEL' ? (
        <SelectField
          label={t.fields.outcome}
          error={errorAt('outcome', t.faults.choice)}
          choices={OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
          value={form.outcome}
          onChange={(outcome) => setForm({ ...form, outcome })}
        />
      ) : null}
      {measure === 'INFO' ? (
        <SwitchField
          label={t.fields.answered}
          on={form.answered}
          onChange={(answered) => setForm({ ...form, answered })}
        />
      ) : null}
      {measure === 'TERUG' ? (
        <SelectField
          label={t.fields.callAt}
          error={errorAt('callAt', t.faults.choice)}
          choices={callBackChoices(preparation)}
          value={form.callAt}
          onChange={(callAt) => setForm({ ...form, callAt })}
        />
      ) : null}
    </DialogForm>
  );
}
