import { useState } from 'react';
import { Button, Dialog, TextArea } from '../../../../shared/src/components';
import { useTexts } from '../room-context';
import { Faults } from './Faults';
import { usePolicyWords } from './use-policy';

const LONGEST_NOTE = 500;

interface ForceDialogProps {
  readonly busy: boolean;
  readonly faults: readonly string[];
  readonly onClose: () => void;
  readonly onForce: (note: string) => Promise<void>;
}

/** Asks what changed and why: whoever reads the version later wants to know. */
export function ForceDialog({ busy, faults, onClose, onForce }: ForceDialogProps) {
  const t = useTexts();
  const words = usePolicyWords();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const confirm = (): void => {
    const said = note.trim();
    setMissing(said === '');
    if (said !== '') void onForce(said);
  };
  return (
    <Dialog title={words.force.title} onClose={onClose}>
      <TextArea
        label={words.force.note}
        hint={words.force.text}
        value={note}
        maxLength={LONGEST_NOTE}
        isInvalid={missing}
        onChange={setNote}
      />
      {faults.length === 0 ? null : <Faults faults={faults} title="" />}
      <div className="aw-row">
        <Button look="primary" busy={busy} onClick={confirm}>
          {words.force.confirm}
        </Button>
        <Button onClick={onClose}>{t.app.cancel}</Button>
      </div>
    </Dialog>
  );
}
