import { useState, type FormEvent } from 'react';
import type { HotSpot } from '../../../../shared/src/api/types';
import { Button, Dialog, TextArea } from '../../../../shared/src/components';
import { FaultLine } from '../FaultLine';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useAreaApi, useHotSpotsTexts } from './use-hot-spots';

interface EndHotSpotDialogProps {
  readonly spot: HotSpot;
  readonly name: string;
  readonly onEnded: () => void;
  readonly onClose: () => void;
}

/** Ends a hot spot before its time, for a reason. */
export function EndHotSpotDialog({ spot, name, onEnded, onClose }: EndHotSpotDialogProps) {
  const texts = useTexts();
  const words = useHotSpotsTexts();
  const t = words.ending;
  const api = useAreaApi();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isMissing = reason.trim() === '';
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setFault(null);
    if (isMissing) return;
    setBusy(true);
    const answer = await api.end(spot.id, reason.trim());
    setBusy(false);
    if (answer.kind === 'ok') onEnded();
    else setFault(faultText(answer, texts));
  };
  return (
    <Dialog title={t.title(name)} onClose={onClose}>
      <form className="aw-stack" noValidate onSubmit={(event) => void send(event)}>
        <p className="utrecht-paragraph">{spot.reason}</p>
        <p className="utrecht-paragraph">{t.text}</p>
        <TextArea
          label={t.reason}
          hint={t.hint}
          error={tried && isMissing ? words.form.faults.reason : null}
          value={reason}
          maxLength={500}
          isInvalid={tried && isMissing}
          onChange={setReason}
        />
        <FaultLine act={{ busy, fault, canRetry: false }} />
        <div className="aw-row">
          <Button look="primary" type="submit" busy={busy}>
            {busy ? texts.app.working : t.send}
          </Button>
          <Button onClick={onClose}>{texts.app.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
