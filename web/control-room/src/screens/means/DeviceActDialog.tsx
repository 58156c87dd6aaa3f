import { useState } from 'react';
import { ChipsField, TextField, useLoaded } from '../../../../shared/src/components';
import type { Device } from '../../../../shared/src/api/types';
import type { DeviceAct } from '../../shell/means-api';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useColleagues } from '../use-colleagues';
import { filled, useMeansApi, useMeansTexts } from './use-means';

export type DeviceChange = 'handOut' | 'test' | 'battery' | 'remove';

interface DeviceActDialogProps {
  readonly device: Device;
  readonly change: DeviceChange;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const NOWHERE = '';

/** One thing that is done to a device, with the few questions that belong to it. */
export function DeviceActDialog({ device, change, onClose, onDone }: DeviceActDialogProps) {
  const all = useMeansTexts();
  const t = all.device;
  const texts = useTexts();
  const api = useMeansApi();
  const people = useColleagues();
  const workplaces = useLoaded(api.workplaces);
  const [to, setTo] = useState<'person' | 'workplace' | 'team'>('person');
  const [personId, setPersonId] = useState('');
  const [workplaceId, setWorkplaceId] = useState(NOWHERE);
  const [works, setWorks] = useState<'yes' | 'no'>('yes');
  const [note, setNote] = useState('');
  const [percent, setPercent] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const person = personId === '' ? (people.value?.items[0]?.id ?? '') : personId;
  const place = workplaceId === NOWHERE ? (workplaces.value?.items[0]?.id ?? '') : workplaceId;
  const level = Number(percent);
  const wrongLevel = percent.trim() === '' || !Number.isInteger(level) || level < 0 || level > 100;

  const act = (): DeviceAct | null => {
    switch (change) {
      case 'handOut':
        if (to === 'team') return { kind: 'hand-outs' };
        if (to === 'person') return person === '' ? null : { kind: 'hand-outs', personId: person };
        return place === '' ? null : { kind: 'hand-outs', workplaceId: place };
      case 'test':
        return {
          kind: 'tests',
          works: works === 'yes',
          workplaceId: workplaceId === NOWHERE ? null : workplaceId,
          note: filled(note),
        };
      case 'battery':
        return wrongLevel ? null : { kind: 'batteries', percent: level };
      case 'remove':
        return reason.trim() === '' ? null : { kind: 'removals', reason: reason.trim() };
    }
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    const wanted = act();
    if (wanted === null) return;
    setBusy(true);
    const answer = await api.act(device.id, wanted);
    setBusy(false);
    if (answer.kind === 'ok') onDone();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.acts[change]}
      submit={all.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {change === 'handOut' ? (
        <>
          <ChipsField
            label={t.to}
            choices={[
              { value: 'person', label: t.toPerson },
              { value: 'workplace', label: t.toWorkplace },
              { value: 'team', label: t.toTeam },
            ]}
            value={to}
            onChange={setTo}
          />
          {to === 'person' ? (
            <NamedField of={people} label={t.person} value={person} onChange={setPersonId} />
          ) : null}
          {to === 'workplace' ? (
            <NamedField
              of={workplaces}
              label={t.workplace}
              error={tried && place === '' && workplaces.failed === null ? t.noWorkplaces : null}
              value={place}
              onChange={setWorkplaceId}
            />
          ) : null}
        </>
      ) : null}
      {change === 'test' ? (
        <>
          <ChipsField
            label={t.result}
            choices={[
              { value: 'yes', label: t.works },
              { value: 'no', label: t.fails },
            ]}
            value={works}
            onChange={setWorks}
          />
          <NamedField
            of={workplaces}
            label={t.where}
            first={[{ value: NOWHERE, label: t.nowhere }]}
            value={workplaceId}
            onChange={setWorkplaceId}
          />
          <TextField
            label={t.note}
            autoComplete="off"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      ) : null}
      {change === 'battery' ? (
        <TextField
          label={t.percent}
          error={tried && wrongLevel ? t.percentWrong : null}
          inputMode="numeric"
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
        />
      ) : null}
      {change === 'remove' ? (
        <TextField
          label={t.reason}
          error={tried && reason.trim() === '' ? all.missing : null}
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
    </DialogForm>
  );
}
