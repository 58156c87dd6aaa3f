import { useState } from 'react';
import { SelectField, TextField } from '../../../../shared/src/components';
import { DEVICE_KINDS } from '../../../../shared/src/api/parse-means';
import type { Device, NewDevice } from '../../../../shared/src/api/types';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useTeams } from '../use-colleagues';
import { filled, useMeansApi, useMeansTexts } from './use-means';

interface DeviceFormProps {
  /** Null for a new one. */
  readonly known: Device | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** What a device is, and how often it is tested. */
export function DeviceForm({ known, onClose, onSaved }: DeviceFormProps) {
  const { device: t, save } = useMeansTexts();
  const texts = useTexts();
  const api = useMeansApi();
  const { me } = useSeat();
  const teams = useTeams();
  const [kind, setKind] = useState<NewDevice['kind']>(known?.kind ?? 'button');
  const [maker, setMaker] = useState(known?.maker ?? '');
  const [number, setNumber] = useState(known?.number ?? '');
  const [note, setNote] = useState(known?.note ?? '');
  const [teamId, setTeamId] = useState(known?.teamId ?? me.teamId);
  const [days, setDays] = useState(String(known?.testEveryDays ?? 30));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const testEveryDays = Number(days);
  const wrongDays = !Number.isInteger(testEveryDays) || testEveryDays < 1 || testEveryDays > 366;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (wrongDays) return;
    setBusy(true);
    const answer = await api.save(known?.id ?? null, {
      kind,
      maker: filled(maker),
      number: filled(number),
      note: filled(note),
      teamId,
      testEveryDays,
    });
    setBusy(false);
    if (answer.kind === 'ok') onSaved();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={known === null ? t.add : t.edit}
      submit={save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField
        label={t.kind}
        choices={DEVICE_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={t.maker}
        autoComplete="off"
        maxLength={80}
        value={maker}
        onChange={(event) => setMaker(event.target.value)}
      />
      <TextField
        label={t.number}
        hint={t.numberHint}
        autoComplete="off"
        maxLength={80}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <NamedField of={teams} label={t.team} hint={t.teamHint} value={teamId} onChange={setTeamId} />
      <TextField
        label={t.testEvery}
        error={tried && wrongDays ? t.testEveryWrong : null}
        inputMode="numeric"
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
      <TextField
        label={t.note}
        autoComplete="off"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </DialogForm>
  );
}
