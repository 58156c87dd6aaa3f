import { useState } from 'react';
import {
  CheckField,
  ChipsField,
  SelectField,
  TextField,
  useLoaded,
} from '../../../../shared/src/components';
import { TRANSPORT_MEANS } from '../../../../shared/src/api/parse-means';
import type { Transport } from '../../../../shared/src/api/types';
import {
  ALL_DAYS,
  emptyTransport,
  formOfTransport,
  termsOf,
  type ForWhom,
  type TransportFault,
  type TransportForm as Form,
} from '../../core/transport-form';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useColleagues, useTeams } from '../use-colleagues';
import { useMeansApi, useMeansTexts } from './use-means';

const FOR: readonly ForWhom[] = ['team', 'person', 'workplace'];

interface TransportFormProps {
  readonly known: Transport | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** How somebody gets there and home, for whom, on which days. */
export function TransportForm({ known, onClose, onSaved }: TransportFormProps) {
  const { trip: t, save } = useMeansTexts();
  const texts = useTexts();
  const api = useMeansApi();
  const { me } = useSeat();
  const people = useColleagues();
  const teams = useTeams();
  const workplaces = useLoaded(api.workplaces);
  const [form, setForm] = useState<Form>(
    known === null ? emptyTransport(me.teamId) : formOfTransport(known),
  );
  const [faults, setFaults] = useState<ReadonlySet<TransportFault>>(new Set());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const change = (changed: Partial<Form>) => setForm({ ...form, ...changed });
  const labels = { team: t.forTeam, person: t.forPerson, workplace: t.forWorkplace };
  const submit = async (): Promise<void> => {
    const terms = termsOf(form);
    if (!('means' in terms)) {
      setFaults(terms);
      return;
    }
    setFaults(new Set());
    setBusy(true);
    const answer = await api.agree(known?.id ?? null, terms);
    setBusy(false);
    if (answer.kind === 'ok') onSaved();
    else setFault(faultText(answer, texts));
  };
  const wrong = (one: TransportFault, words: string) => (faults.has(one) ? words : null);
  return (
    <DialogForm
      title={known === null ? t.add : t.edit}
      submit={save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ChipsField
        label={t.for}
        choices={FOR.map((value) => ({ value, label: labels[value] }))}
        value={form.forWhom}
        onChange={(forWhom) =>
          change({
            forWhom,
            personId: form.personId === '' ? (people.value?.items[0]?.id ?? '') : form.personId,
            workplaceId:
              form.workplaceId === '' ? (workplaces.value?.items[0]?.id ?? '') : form.workplaceId,
          })
        }
      />
      {form.forWhom === 'team' ? (
        <NamedField
          of={teams}
          label={t.team}
          value={form.teamId}
          onChange={(teamId) => change({ teamId })}
        />
      ) : null}
      {form.forWhom === 'person' ? (
        <NamedField
          of={people}
          label={t.person}
          error={wrong('who', t.person)}
          value={form.personId}
          onChange={(personId) => change({ personId })}
        />
      ) : null}
      {form.forWhom === 'workplace' ? (
        <NamedField
          of={workplaces}
          label={t.workplace}
          error={wrong('who', t.workplace)}
          value={form.workplaceId}
          onChange={(workplaceId) => change({ workplaceId })}
        />
      ) : null}
      <SelectField
        label={t.means}
        choices={TRANSPORT_MEANS.map((value) => ({ value, label: t.meansOf[value] }))}
        value={form.means}
        onChange={(means) => change({ means })}
      />
      <TextField
        label={t.carrier}
        error={wrong('carrier', t.carrierMissing)}
        autoComplete="off"
        maxLength={120}
        value={form.carrier}
        onChange={(event) => change({ carrier: event.target.value })}
      />
      <TextField
        label={t.phone}
        hint={t.phoneHint}
        error={wrong('phone', t.phoneWrong)}
        type="tel"
        autoComplete="off"
        maxLength={30}
        value={form.phone}
        onChange={(event) => change({ phone: event.target.value })}
      />
      <TextField
        label={t.outAt}
        type="time"
        value={form.outAt}
        onChange={(event) => change({ outAt: event.target.value })}
      />
      <TextField
        label={t.homeAt}
        error={wrong('time', t.timeMissing)}
        type="time"
        value={form.homeAt}
        onChange={(event) => change({ homeAt: event.target.value })}
      />
      <TextField
        label={t.minutes}
        error={wrong('minutes', t.minutesWrong)}
        inputMode="numeric"
        value={form.minutes}
        onChange={(event) => change({ minutes: event.target.value })}
      />
      <fieldset className="aw-means__days">
        <legend className="utrecht-form-label">{t.days}</legend>
        {ALL_DAYS.map((day) => (
          <CheckField
            key={day}
            label={t.dayNamesLong[day - 1] ?? ''}
            checked={form.days.includes(day)}
            onChange={(on) =>
              change({ days: on ? [...form.days, day] : form.days.filter((one) => one !== day) })
            }
          />
        ))}
        <div className="utrecht-form-field-error-message" aria-live="polite">
          {wrong('days', t.daysMissing)}
        </div>
      </fieldset>
      <TextField
        label={t.note}
        autoComplete="off"
        maxLength={500}
        value={form.note}
        onChange={(event) => change({ note: event.target.value })}
      />
    </DialogForm>
  );
}
