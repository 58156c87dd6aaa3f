import { useEffect, useState } from 'react';
import { SelectField, TextField } from '../../../../shared/src/components';
import { dayOf, momentOf } from '../../../../shared/src/core/local-day';
import type { Colleague } from '../../shell/preparation-api';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useTaskApi, useTaskTexts } from './use-tasks';

const LONGEST = 500;

/** The colleagues of the organisation, by name. */
export function useEverybody(): readonly Colleague[] {
  const api = useTaskApi();
  const [all, setAll] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      void api.colleagues().then((answer) => {
        if (answer.kind === 'ok') setAll(answer.value.items);
      });
    }, 0);
    return () => clearTimeout(timer);
  }, [api]);
  return all;
}

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
  const everybody = useEverybody();
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
      <SelectField
        label={t.page.owner}
        choices={everybody.map(({ id, name }) => ({ value: id, label: name }))}
        value={ownerId}
        onChange={setOwnerId}
      />
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
