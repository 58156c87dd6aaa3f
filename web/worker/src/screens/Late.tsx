import { useState } from 'react';
import { Button, ChipsField, Dialog, useSharedText } from '../../../shared/src/components';
import { delaySchema } from '../../../shared/src/api/parse-on-the-way';
import type { Delay } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { isoOf } from '../core/act';
import { smsLink } from '../core/links';
import { useApp, useText } from './app-context';
import './call-buttons.css';

const MINUTES = ['5', '10', '15', '30', '45', '60'] as const;

/** "I am late": the plan moves, and the words for the client are ready to be sent. */
export function Late({ visitId }: { readonly visitId: string }) {
  const text = useText();
  const [asking, ask] = useState(false);
  return (
    <>
      <Button look="quiet" className="aw-wide" onClick={() => ask(true)}>
        {text.late.button}
      </Button>
      {asking ? <HowLate visitId={visitId} onClose={() => ask(false)} /> : null}
    </>
  );
}

interface HowLateProps {
  readonly visitId: string;
  readonly onClose: () => void;
}

function HowLate({ visitId, onClose }: HowLateProps) {
  const { shell } = useApp();
  const text = useText();
  const shared = useSharedText();
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>('15');
  const [moved, setMoved] = useState<Delay | null>(null);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => shell.newWatchId());

  const move = async () => {
    setBusy(true);
    const answer = await shell.api.call({
      method: 'POST',
      path: `/visits/${visitId}/delays`,
      body: { minutes: Number(minutes), made: { madeAt: isoOf(Date.now()) } },
      schema: delaySchema,
      idempotencyKey: key,
    });
    setBusy(false);
    if (answer.kind === 'ok') {
      setMoved(answer.value);
      setFault('');
      void shell.refresh();
    } else {
      setFault(answer.kind === 'problem' ? answer.problem.detail : text.late.noConnection);
    }
  };

  return (
    <Dialog title={text.late.title} onClose={onClose}>
      {moved === null ? (
        <>
          <ChipsField
            label={text.late.howMuch}
            choices={MINUTES.map((value) => ({
              value,
              label: text.start.minutes(Number(value)),
            }))}
            value={minutes}
            onChange={setMinutes}
          />
          <p role="alert" className="aw-said">
            {fault}
          </p>
          <Button look="primary" busy={busy} onClick={() => void move()}>
            {text.late.go}
          </Button>
        </>
      ) : (
        <>
          <p className="utrecht-paragraph" role="status">
            {moved.begun
              ? text.late.prolonged(moved.minutes)
              : text.late.moved(
                  clockTime(Date.parse(moved.plannedStartAt)),
                  clockTime(Date.parse(moved.plannedEndAt)),
                )}
          </p>
          <a className="aw-calls__call" href={smsLink('', moved.forClient)}>
            {text.late.tellClient}
          </a>
          <p className="utrecht-paragraph aw-quiet">{text.late.clientHint}</p>
        </>
      )}
      <Button onClick={onClose}>{shared.close}</Button>
    </Dialog>
  );
}
