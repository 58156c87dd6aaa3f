import { useState } from 'react';
import { Button, TextField } from '../../../../shared/src/components';
import { FaultLine } from '../FaultLine';
import { useTexts } from '../room-context';
import { useAct } from '../use-act';

/** What was found or done, in the handler's own words; it prolongs the promise. */
export function UpdateForm({ alarmId }: { readonly alarmId: string }) {
  const t = useTexts();
  const act = useAct(alarmId);
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    if (text.trim() !== '' && (await act.send({ kind: 'updates', text: text.trim() }))) {
      setText('');
    }
  };
  return (
    <form
      className="aw-alarm__update"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t.alarm.updateLabel}
        value={text}
        maxLength={1000}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={act.busy}>
        {act.busy ? t.app.working : t.alarm.updateSend}
      </Button>
      <FaultLine act={act} />
    </form>
  );
}
