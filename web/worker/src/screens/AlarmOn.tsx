import { Button, Heading } from '../../../shared/src/components';
import type { WorkerWatch } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { numberToCall } from '../core/phone';
import type { Proof } from '../core/screen';
import type { WorkerText } from '../text';
import { useAct, useApp, useText } from './app-context';
import { CallButtons } from './CallButtons';
import { CodeEntry } from './CodeEntry';
import { useSayAtOnce, useVibration } from './call-attention';
import { StatusCard } from './StatusCard';

interface AlarmOnProps {
  readonly watch: WorkerWatch | null;
  readonly help: Proof;
}

/**
 * The alarm is on: who is coming, how to reach somebody, and how to say that all is well. The hand
 * feels it, unless it called itself.
 */
export function AlarmOn({ watch, help }: AlarmOnProps) {
  const { shell, shown } = useApp();
  const text = useText();
  const act = useAct();
  const { phone } = shown;
  // Discreet is for the screen: who comes to help has to know where.
  const place = watch?.place?.address ?? '';
  const sms = text.panic.smsBody(phone.me?.name ?? text.panic.unknownName, place);
  const title = help.kind === 'waiting' ? text.status.alarmSending : text.status.alarm;
  const said = alarmWords(text, watch, help);
  useSayAtOnce(`${title}. ${said.map(({ words }) => words).join(' ')}`);
  useVibration(help.kind === 'nothing-sent');
  return (
    <>
      <StatusCard tone="alarm" title={title}>
        <p>
          {said.map(({ words, strong }) =>
            strong ? <strong key={words}>{words} </strong> : <span key={words}>{words} </span>,
          )}
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

interface Said {
  readonly words: string;
  readonly strong: boolean;
}

function alarmWords(text: WorkerText, watch: WorkerWatch | null, help: Proof): readonly Said[] {
  if (help.kind === 'waiting') {
    return [
      { words: text.panic.notConfirmed, strong: true },
      { words: text.panic.notConfirmedHint, strong: false },
    ];
  }
  const coming = watch?.helpComing ?? null;
  const now =
    coming === null
      ? { words: text.status.alarmCalling, strong: false }
      : { words: text.status.helpComing(coming), strong: true };
  if (help.kind !== 'confirmed') return [now];
  const taken = text.panic.confirmed(clockTime(help.settled.settledAtMs));
  return [{ words: taken, strong: false }, now];
}
