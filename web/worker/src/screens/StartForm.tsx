import { useState, type FormEvent } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  SwitchField,
  TextField,
  useSharedText,
} from '../../../shared/src/components';
import type { WatchShape } from '../../../shared/src/api/types';
import { serverNow } from '../core/phone';
import {
  emptyForm,
  SHIFT_MINUTES,
  VISIT_MINUTES,
  watchFromForm,
  withShape,
  type StartForm as Form,
} from '../core/start-form';
import { go, useAct, useApp, useText } from './app-context';
import { TravelFields } from './TravelFields';

const SHAPES: readonly WatchShape[] = ['visit', 'shift', 'journey'];

/** A watch without an appointment: where, how long, how; the rest has a sensible answer already. */
export function StartForm() {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const act = useAct();
  const [form, setForm] = useState<Form>(emptyForm);
  const [missing, setMissing] = useState(false);
  const change = (changed: Partial<Form>) => setForm({ ...form, ...changed });
  const { me } = shown.phone;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const watch = watchFromForm(form, serverNow(shown.phone, Date.now()));
    setMissing(watch === null);
    if (watch === null) return;
    act({ kind: 'start', watchId: shell.newWatchId(), watch });
    go('home');
  };

  return (
    <form className="aw-stack" onSubmit={submit} noValidate>
      <Heading level={1} focusOnShow>
        {text.start.title}
      </Heading>
      <ChipsField
        label={text.start.shape}
        choices={SHAPES.map((value) => ({ value, label: text.start.shapes[value] }))}
        value={form.shape}
        onChange={(shape) => setForm(withShape(form, shape, me?.teamNumbers ?? null))}
      />
      <TextField
        label={form.shape === 'journey' ? text.start.destination : text.start.address}
        hint={text.start.addressHint}
        error={missing ? text.start.addressMissing : null}
        autoComplete="off"
        maxLength={200}
        value={form.address}
        onChange={(event) => change({ address: event.target.value })}
      />
      {form.shape === 'journey' ? null : (
        <TextField
          label={text.start.floor}
          autoComplete="off"
          maxLength={80}
          value={form.floor}
          onChange={(event) => change({ floor: event.target.value })}
        />
      )}
      <Minutes form={form} onChange={(minutes) => change({ minutes })} />
      <TravelFields travel={form} onChange={change} />
      <SwitchField
        label={text.start.highRiskSwitch}
        hint={text.start.highRiskHint}
        on={form.highRisk}
        onChange={(highRisk) => change({ highRisk })}
      />
      <Button look="primary" large type="submit">
        {text.start.go}
      </Button>
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </form>
  );
}

function Minutes({ form, onChange }: { form: Form; onChange: (minutes: number) => void }) {
  const text = useText();
  const shift = form.shape === 'shift';
  const label = shift
    ? text.start.howOften
    : form.shape === 'journey'
      ? text.start.homeIn
      : text.start.howLong;
  return (
    <ChipsField
      label={label}
      choices={(shift ? SHIFT_MINUTES : VISIT_MINUTES).map((minutes) => ({
        value: String(minutes),
        label: text.start.minutes(minutes),
      }))}
      value={String(form.minutes)}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
