import { useState } from 'react';
import { Alert, TextField } from '../../../../shared/src/components';
import type { ProtocolDraft } from '../../../../shared/src/api/types';
import { dayOf } from '../../../../shared/src/core/local-day';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useMeetingApi, useTogetherTexts } from './use-together';

interface ForceProtocolDialogProps {
  readonly draft: ProtocolDraft;
  readonly unsaved: boolean;
  readonly onClose: () => void;
  readonly onForced: () => void;
}

/** From which day the draft is in force; it comes into force by itself then. */
export function ForceProtocolDialog(props: ForceProtocolDialogProps) {
  const { draft, unsaved, onClose, onForced } = props;
  const t = useTogetherTexts().edit;
  const texts = useTexts();
  const { room } = useSeat();
  const api = useMeetingApi();
  const today = dayOf(room.serverNowMs());
  const [from, setFrom] = useState(today);
  const [note, setNote] = useState('');
  const [days, setDays] = useState('7');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const words = note.trim();
  const remind = Number(days);
  const daysFit = Number.isInteger(remind) && remind >= 1 && remind <= 60;
  const dayFits = from !== '' && from >= today;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (draft.standing !== 'draft' || unsaved || words === '' || !daysFit || !dayFits) return;
    setBusy(true);
    const answer = await api.force({
      revision: draft.revision,
      inForceFrom: from,
      note: words,
      remindAfterDays: remind,
    });
    setBusy(false);
    if (answer.kind === 'ok') onForced();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.force}
      submit={t.force}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {unsaved || draft.standing !== 'draft' ? (
        <Alert tone="warning">
          <p className="utrecht-paragraph">{unsaved ? t.saveFirst : t.nothing}</p>
        </Alert>
      ) : null}
      <TextField
        label={t.forceFrom}
        hint={t.forceHint}
        error={tried && !dayFits ? t.forceMissing : null}
        type="date"
        min={today}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        label={t.note}
        error={tried && words === '' ? t.noteMissing : null}
        autoComplete="off"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <TextField
        label={t.remind}
        error={tried && !daysFit ? t.remindMissing : null}
        type="number"
        min={1}
        max={60}
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
    </DialogForm>
  );
}
