import { useState } from 'react';
import type { LoneWorkplace } from '../../../../shared/src/api/parse-workplaces';
import { TextArea, TextField } from '../../../../shared/src/components';
import { DialogForm } from '../preparation/DialogForm';
import { useAsking, useWorkplaceApi, useWorkplaceTexts } from './use-workplaces';

interface DialogProps {
  readonly workplace: LoneWorkplace;
  readonly onClose: () => void;
  readonly onDone: (workplace: LoneWorkplace) => void;
}

/** It was looked at again: what was seen, and when it is looked at after this. */
export function ReviewDialog({ workplace, onClose, onDone }: DialogProps) {
  const t = useWorkplaceTexts();
  const api = useWorkplaceApi();
  const asking = useAsking();
  const [answer, setAnswer] = useState('');
  const [nextOn, setNextOn] = useState('');
  const [tried, setTried] = useState(false);
  const words = answer.trim();
  const faults: Readonly<Record<string, string>> = t.faults;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (words === '') return;
    const body = { answer: words, nextOn: nextOn === '' ? null : nextOn };
    const done = await asking.run(api.review(workplace.id, body));
    if (done !== null) onDone(done);
  };
  const missing = tried && words === '';
  return (
    <DialogForm
      title={t.page.review}
      submit={t.page.save}
      busy={asking.busy}
      fault={asking.fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextArea
        label={t.page.reviewAnswer}
        maxLength={2000}
        isInvalid={missing}
        error={missing ? t.page.wordsMissing : null}
        value={answer}
        onChange={setAnswer}
      />
      <TextField
        label={t.page.reviewNext}
        hint={t.page.reviewNextHint}
        error={faults[asking.codes.get('nextOn') ?? ''] ?? null}
        type="date"
        value={nextOn}
        onChange={(event) => setNextOn(event.target.value)}
      />
    </DialogForm>
  );
}

/** It is not used any more, for a reason. */
export function EndDialog({ workplace, onClose, onDone }: DialogProps) {
  const t = useWorkplaceTexts().page;
  const api = useWorkplaceApi();
  const asking = useAsking();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const words = reason.trim();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (words === '') return;
    const done = await asking.run(api.end(workplace.id, words));
    if (done !== null) onDone(done);
  };
  return (
    <DialogForm
      title={t.end}
      submit={t.end}
      busy={asking.busy}
      fault={asking.fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.reason}
        hint={t.endHint}
        error={tried && words === '' ? t.reasonMissing : null}
        autoComplete="off"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </DialogForm>
  );
}
