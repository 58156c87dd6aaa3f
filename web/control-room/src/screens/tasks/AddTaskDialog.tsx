import { useState } from 'react';
import { TextField } from '../../../../shared/src/components';
import { dayOf, momentOf } from '../../../../shared/src/core/local-day';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useColleagues } from '../use-colleagues';
import { useTaskApi, useTaskTexts } from './use-tasks';

const LONGEST = 500;

/** The end of a day in the Netherlands; null when that is not in the future. */
export function endOf(day: string, nowMs: number): string | null {
  if (day === '' || day <= dayOf(nowMs)) return null;
  return new Date(momentOf(day, '17:00')).toISOString();
}

interface AddTaskDialogProps {
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

/** Somebody gets something to do before a day. */
export function AddTaskDialog({ onClose, onAdded }: AddTaskDialogProps) {
  const t = useTaskTexts();
  const texts = useTexts();
  const api = useTaskApi();
  const { me, room } = useSeat();
  const everybody = useColleagues();
  const [what, setWhat] = useState('');
  const [ownerId, setOwnerId] = useState(me.id);
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const dueAt = endOf(day, room.serverNowMs());
  const submit = async (): Promise<void> => {
    setTried(true);
    if (what.trim() === '' || dueAt === null) return;
    setBusy(true);
    const answer = await api.add({ what: what.trim(), ownerId, dueAt });
    setBusy(false);
    if (answer.kind === 'ok') onAdded();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.add.open}
      submit={t.add.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.add.what}
        hint={t.add.whatHint}
        error={tried && what.trim() === '' ? t.add.whatMissing : null}
        autoComplete="off"
        maxLength={LONGEST}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      <NamedField of={everybody} label={t.page.owner} value={ownerId} onChange={setOwnerId} />
      <TextField
        label={t.page.due}
        error={tried && dueAt === null ? t.page.dayMissing : null}
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
    </DialogForm>
  );
}
