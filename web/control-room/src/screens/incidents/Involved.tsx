import { useState } from 'react';
import { Button, ChipsField, Heading, TextField } from '../../../../shared/src/components';
import type { Incident } from '../../../../shared/src/api/types';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useColleagues } from '../use-colleagues';
import { useIncidentTexts, type OneIncident } from './use-incidents';

interface InvolvedProps {
  readonly one: OneIncident;
  readonly incident: Incident;
}

/** Who of us it happened to; and, apart, who did it. Only for who sees to the incident. */
export function Involved({ one, incident }: InvolvedProps) {
  const { involved: t, words } = useIncidentTexts();
  const [adding, setAdding] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const remove = async (personId: string): Promise<void> => {
    setFault((await one.remove(`involved/${personId}`))?.text ?? null);
  };
  return (
    <section className="aw-incidents__card">
      <Heading level={2}>{t.title}</Heading>
      {incident.involved.length === 0 ? <p className="utrecht-paragraph">{t.none}</p> : null}
      <ul className="aw-incidents__list">
        {incident.involved.map(({ personId, personName, role }) => (
          <li key={personId} className="aw-incidents__line">
            <div className="aw-incidents__what">
              <strong>{personName}</strong>
              <span>{words.roles[role]}</span>
            </div>
            {incident.mayEdit ? (
              <Button
                look="quiet"
                aria-label={t.removeThis(personName)}
                onClick={() => void remove(personId)}
              >
                {t.remove}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p role="alert" className="utrecht-form-field-error-message">
        {fault}
      </p>
      {incident.mayEdit ? (
        <div className="aw-row">
          <Button onClick={() => setAdding(true)}>{t.add}</Button>
        </div>
      ) : null}
      {incident.kind === 'aggression' ? <Perpetrator one={one} incident={incident} /> : null}
      {adding ? <AddDialog one={one} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function AddDialog({ one, onClose }: { readonly one: OneIncident; readonly onClose: () => void }) {
  const { involved: t, words } = useIncidentTexts();
  const colleagues = useColleagues();
  const [personId, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<'victim' | 'witness'>('victim');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (personId === null) return;
    setBusy(true);
    const refused = await one.act({ path: 'involved', body: { personId, role } });
    setBusy(false);
    if (refused === null) onClose();
    else setFault(refused.text);
  };
  return (
    <DialogForm
      title={t.add}
      submit={t.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NamedField
        of={colleagues}
        label={t.who}
        error={tried && personId === null ? t.whoMissing : null}
        value={personId}
        onChange={setPerson}
      />
      <ChipsField
        label={t.role}
        choices={(['victim', 'witness'] as const).map((value) => ({
          value,
          label: words.roles[value],
        }))}
        value={role}
        onChange={setRole}
      />
    </DialogForm>
  );
}

function Perpetrator({ one, incident }: InvolvedProps) {
  const { involved: t, measures } = useIncidentTexts();
  const [name, setName] = useState(incident.perpetrator?.name ?? '');
  const [address, setAddress] = useState(incident.perpetrator?.address ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const refused = await one.put({ path: 'perpetrator', body: { name, address } });
    setFault(refused?.text ?? null);
  };
  return (
    <form
      className="aw-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Heading level={3}>{t.perpetrator}</Heading>
      <p className="utrecht-paragraph aw-quiet">{t.perpetratorHint}</p>
      <div className="aw-incidents__grid">
        <TextField
          label={t.name}
          autoComplete="off"
          maxLength={200}
          error={fault}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t.address}
          autoComplete="off"
          maxLength={300}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </div>
      <div className="aw-row">
        <Button type="submit">{measures.save}</Button>
      </div>
    </form>
  );
}
