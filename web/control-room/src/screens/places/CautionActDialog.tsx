import { useState } from 'react';
import { Button, Dialog, TextField } from '../../../../shared/src/components';
import type { Caution } from '../../../../shared/src/api/types';
import { FaultLine } from '../FaultLine';
import { useTexts } from '../room-context';
import type { PlaceTexts } from '../../text/places';
import { actOf, type ActKind } from './caution-acts';
import { usePlaceApi, usePlaceTexts, useRequest } from './use-places';

interface CautionActDialogProps {
  readonly caution: Caution;
  readonly kind: ActKind;
  readonly onDone: (caution: Caution) => void;
  readonly onClose: () => void;
}

/** Asks what one act needs: a day, words, both or nothing. The caution is read once more. */
export function CautionActDialog({ caution, kind, onDone, onClose }: CautionActDialogProps) {
  const t = usePlaceTexts();
  const app = useTexts().app;
  const places = usePlaceApi();
  const request = useRequest();
  const [fields, setFields] = useState({ day: '', words: '' });
  const act = actOf(kind, fields);
  const { day, words } = labelsOf(kind, t);
  const send = async (): Promise<void> => {
    if (act === null) return;
    const changed = await request.run(places.act(caution.id, act));
    if (changed !== null) onDone(changed);
  };
  return (
    <Dialog title={t.acts[kind]} onClose={onClose}>
      <form
        className="aw-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className="utrecht-paragraph">{caution.behaviour}</p>
        {day === null ? null : (
          <TextField
            label={day}
            type="date"
            value={fields.day}
            onChange={(event) => setFields({ ...fields, day: event.target.value })}
          />
        )}
        {words === null ? null : (
          <TextField
            label={words}
            maxLength={500}
            autoComplete="off"
            value={fields.words}
            onChange={(event) => setFields({ ...fields, words: event.target.value })}
          />
        )}
        <FaultLine act={{ ...request, canRetry: false }} />
        <div className="aw-row">
          <Button look="primary" type="submit" disabled={act === null} busy={request.busy}>
            {request.busy ? app.working : t.acts[kind]}
          </Button>
          <Button onClick={onClose}>{app.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Labels {
  readonly day: string | null;
  readonly words: string | null;
}

function labelsOf(kind: ActKind, t: PlaceTexts): Labels {
  switch (kind) {
    case 'confirmations':
    case 'reviews':
      return { day: null, words: null };
    case 'letters':
      return { day: t.letterSentOn, words: t.letterWhyNot };
    case 'replies':
      return { day: t.replyOn, words: t.replyText };
    case 'renewals':
      return { day: t.newEnd, words: t.reason };
    case 'endings':
      return { day: null, words: t.reason };
  }
}
