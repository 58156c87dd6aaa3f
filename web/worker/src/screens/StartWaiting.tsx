import { Button } from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import type { Item } from '../core/outbox';
import type { Settled } from '../core/phone';
import { refusalWords } from '../text';
import { useApp, useText } from './app-context';
import { CallInstead } from './CallButtons';
import { StatusCard } from './StatusCard';

/** Started on the phone, unknown to the server: nobody is watching, whatever the worker hopes. */
export function StartWaiting({ start }: { readonly start: Item }) {
  const { shown } = useApp();
  const text = useText();
  const seemsStuck = start.attempts > 0 || start.held || shown.phone.line.kind !== 'open';
  return (
    <>
      <StatusCard tone="warning" title={text.start.waiting}>
        <p>{text.proof.waiting(text.proof.kinds.start, clockTime(start.madeAtMs))}</p>
        <p>
          <strong>{text.start.waitingHint}</strong>
        </p>
      </StatusCard>
      {seemsStuck ? <CallInstead /> : null}
    </>
  );
}

export function StartRefused({ start }: { readonly start: Settled }) {
  const { shell } = useApp();
  const text = useText();
  const detail = start.outcome.kind === 'refused' ? refusalWords(text, start.outcome) : '';
  return (
    <>
      <StatusCard tone="warning" title={text.start.refused}>
        <p>{detail}</p>
        <p>
          <strong>{text.ended.nobody}</strong>
        </p>
      </StatusCard>
      <Button look="primary" large onClick={() => void shell.putAway(start.id)}>
        {text.start.understood}
      </Button>
    </>
  );
}
