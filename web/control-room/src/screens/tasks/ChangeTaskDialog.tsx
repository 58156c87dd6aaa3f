import { useState } from 'react';
import { TextField } from '../../../../shared/src/components';
import type { TaskAct } from '../../shell/task-api';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat } from '../room-context';
import { useColleagues } from '../use-colleagues';
import { endOf } from './AddTaskDialog';
import { useTaskTexts, type OneTask } from './use-tasks';

export type TaskChange = 'postpone' | 'giveTo' | 'drop';

interface ChangeTaskDialogProps {
  readonly change: TaskChange;
  readonly one: OneTask;
  readonly onClose: () => void;
}

/** Another date, another owner, or not needed any more: each with what belongs to it. */
export function ChangeTaskDialog({ change, one, onClose }: ChangeTaskDialogProps) {
  const t = useTaskTexts().page;
  const { room } = useSeat();
  const everybody = useColleagues();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const words = reason.trim();
  const dueAt = endOf(day, room.serverNowMs());
  const act = wanted();

  function wanted(): TaskAct | null {
    if (change === 'giveTo') return personId === null ? null : { kind: 'hand-overs', personId };
    if (words === '') return null;
    if (change === 'drop') return { kind: 'drops', reason: words };
    return dueAt === null ? null : { kind: 'postponements', dueAt, reason: words };
  }

  const submit = async (): Promise<void> => {
    setTried(true);
    if (act === null) return;
    setBusy(true);
    const wrong = await one.act(act);
    setBusy(false);
    if (wrong === null) onClose();
    else setFault(wrong);
  };
  return (
    <DialogForm
      title={t[change]}
      submit={t[change]}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {change === 'postpone' ? (
        <TextField
          label={t.newDay}
          error={tried && dueAt === null ? t.dayMissing : null}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      ) : null}
      {change === 'giveTo' ? (
        <NamedField
          of={everybody}
          fits={({ id }) => id !== one.task.value?.ownerId}
          label={t.to}
          error={tried && personId === null ? t.personMissing : null}
          value={personId}
          onChange={setPersonId}
        />
      ) : (
        <TextField
          label={t.reason}
          error={tried && words === '' ? t.reasonMissing : null}
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </DialogForm>
  );
}
