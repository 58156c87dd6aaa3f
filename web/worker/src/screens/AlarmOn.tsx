import { Button, Heading } from '../../../shared/src/components';
import type { WorkerWatch } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { numberToCall } from '../core/phone';
import type { Proof } from '../core/screen';
import { useAct, useApp, useText } from './app-context';
import { CallButtons } from './CallButtons';
import { CodeEntry } from './CodeEntry';
import { StatusCard } from './StatusCard';

interface AlarmOnProps {
  readonly watch: WorkerWatch | null;
  readonly help: Proof;
}

/** The alarm is on: who is coming, how to reach somebody, and how to say that all is well. */
export function AlarmOn({ watch, help }: AlarmOnProps) {
  const { shell, shown } = useApp();
  const text = useText();
  const act = useAct();
  const { phone } = shown;
  // Discreet is for the screen: who comes to help has to know where.
  const place = watch?.place?.address ?? '';
  const sms = text.panic.smsBody(phone.me?.name ?? text.panic.unknownName, place);
  return (
    <>
      <StatusCard
        tone="alarm"
        title={help.kind === 'waiting' ? text.status.alarmSending : text.status.alarm}
      >
        <p aria-live="assertive">
          <AlarmWords watch={watch} help={help} />
        </p>
      </StatusCard>
      <a className="aw-calls__call aw-calls__call--danger" href="tel:112">
        {text.panic.call112}
      </a>
      <CallButtons number={numberToCall(phone)} sms={sms} />
      {watch !== null && watch.state === 'alarmed' ? (
        <>
          <Heading level={2}>{text.alarm.giveCode}</Heading>
          <CodeEntry
            watchId={watch.id}
            action={text.alarm.send}
            onCode={(code) => act({ kind: 'give-code', watchId: watch.id, code })}
          />
        </>
      ) : null}
      {watch === null && help.kind === 'confirmed' ? (
        <Button onClick={() => void shell.putAway(help.settled.id)}>{text.panic.close}</Button>
      ) : null}
    </>
  );
}

function AlarmWords({ watch, help }: AlarmOnProps) {
  const text = useText();
  if (help.kind === 'waiting') {
    return (
      <>
        <strong>{text.panic.notConfirmed}</strong> {text.panic.notConfirmedHint}
      </>
    );
  }
  const taken =
    help.kind === 'confirmed'
      ? `${text.panic.confirmed(clockTime(help.settled.settledAtMs))} `
      : '';
  const coming = watch?.helpComing ?? null;
  return (
    <>
      {taken}
      {coming === null ? (
        text.status.alarmCalling
      ) : (
        <strong>{text.status.helpComing(coming)}</strong>
      )}
    </>
  );
}
