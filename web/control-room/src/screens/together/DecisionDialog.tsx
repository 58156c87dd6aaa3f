import { useState } from 'react';
import { ChipsField, TextArea, TextField } from '../../../../shared/src/components';
import type { Meeting, NewDecision } from '../../../../shared/src/api/types';
import { addDays, dayOf } from '../../../../shared/src/core/local-day';
import { NamedField } from '../NamedField';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useColleagues } from '../use-colleagues';
import { useMeetingApi, useTogetherTexts } from './use-together';

const BECOMES = ['task', 'agreement'] as const;
const LONGEST = 500;
const SOON_DAYS = 14;
const YEAR_DAYS = 366;

interface DecisionDialogProps {
  readonly meetingId: string;
  readonly itemId: string;
  readonly onClose: () => void;
  readonly onDone: (meeting: Meeting) => void;
}

/** A decision, with who answers for it and a day: at once a task or an agreement. */
export function DecisionDialog({ meetingId, itemId, onClose, onDone }: DecisionDialogProps) {
  const t = useTogetherTexts();
  const texts = useTexts();
  const { me, room } = useSeat();
  const api = useMeetingApi();
  const everybody = useColleagues();
  const today = dayOf(room.serverNowMs());
  const [became, setBecame] = useState<NewDecision['became']>('task');
  const [words, setWords] = useState('');
  const [ownerId, setOwnerId] = useState(me.id);
  const [dueOn, setDueOn] = useState(addDays(today, SOON_DAYS));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isBlank = words.trim() === '';
  const dayFits = dueOn > today && dueOn <= addDays(today, YEAR_DAYS);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isBlank || !dayFits) return;
    setBusy(true);
    const decision = { became, words: words.trim(), ownerId, dueOn };
    const answer = await api.decide(meetingId, itemId, decision);
    setBusy(false);
    if (answer.kind === 'ok') onDone(answer.value);
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.meeting.decideTitle}
      submit={t.meeting.decide}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ChipsField
        label={t.meeting.became}
        choices={BECOMES.map((value) => ({ value, label: t.meeting.becomes[value] }))}
        value={became}
        onChange={setBecame}
      />
      <TextArea
        label={t.meeting.words}
        hint={t.noNames}
        error={tried && isBlank ? t.agreements.wordsMissing : null}
        isInvalid={tried && isBlank}
        maxLength={LONGEST}
        value={words}
        onChange={setWords}
      />
      <NamedField of={everybody} label={t.owner} value={ownerId} onChange={setOwnerId} />
      <TextField
        label={t.meeting.due}
        error={tried && !dayFits ? t.dayMissing : null}
        type="date"
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
    </DialogForm>
  );
}
