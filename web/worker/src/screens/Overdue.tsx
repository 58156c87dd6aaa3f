import { useEffect } from 'react';
import { Alert, useAnnounce } from '../../../shared/src/components';
import type { WorkerWatch } from '../../../shared/src/api/types';
import { clockTime, countdown } from '../../../shared/src/core/clock';
import { serverNow } from '../core/phone';
import { vibrate } from '../shell/senses';
import { useApp, useNow, useText } from './app-context';
import { useSayAtOnce, useVibration } from './call-attention';
import { CallInstead } from './CallButtons';
import { ProofLine } from './ProofLine';
import { StatusCard } from './StatusCard';
import { Together, TogetherUnknown } from './Together';
import { usePartner } from './use-partner';
import { WatchActs } from './Watched';

interface OverdueProps {
  readonly watch: WorkerWatch;
  readonly alarmAtMs: number | null;
  readonly saidByServer: boolean;
}

const ASK_AGAIN_MS = 20_000;

/** Asks loudly for the eye and the hand, and says nothing a bystander may not hear. */
export function Overdue({ watch, alarmAtMs, saidByServer }: OverdueProps) {
  const { shown } = useApp();
  const text = useText();
  const announce = useAnnounce();
  const now = useNow();
  const company = usePartner(watch);

  useEffect(() => {
    const ask = () => {
      vibrate([300, 150, 300]);
      announce(`${text.status.overdue}. ${text.status.overdueAsk}`, 'assertive');
    };
    ask();
    const timer = setInterval(ask, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [announce, text]);

  const left =
    alarmAtMs === null
      ? {}
      : { figure: countdown(Math.max(0, alarmAtMs - serverNow(shown.phone, now))) };
  return (
    <>
      <StatusCard tone="warning" title={text.status.overdue} {...left}>
        <p>
          <strong>{text.status.overdueAsk}</strong>
          {alarmAtMs === null ? '' : ` ${text.status.alarmAt(clockTime(alarmAtMs))}`}
        </p>
        {saidByServer || shown.phone.line.kind === 'open' ? null : (
          <p>{text.status.overdueOwnClock}</p>
        )}
      </StatusCard>
      <Together company={company} />
      <ProofLine watchId={watch.id} />
      <WatchActs watch={watch} />
      <TogetherUnknown company={company} />
    </>
  );
}

/** The time is up and nothing is heard: say what is likely, and how to reach a human. */
export function ProbablyAlarmed({
  watch,
  alarmAtMs,
}: {
  readonly watch: WorkerWatch;
  readonly alarmAtMs: number;
}) {
  const text = useText();
  const hint = text.status.probablyAlarmedHint(clockTime(alarmAtMs));
  useSayAtOnce(`${text.status.probablyAlarmed}. ${hint}`);
  useVibration(true);
  return (
    <>
      <StatusCard tone="alarm" title={text.status.probablyAlarmed}>
        <p>{hint}</p>
      </StatusCard>
      <CallInstead />
      <ProofLine watchId={watch.id} />
      <Alert tone="info">
        <p className="utrecht-paragraph">{text.line.unreachableHint}</p>
      </Alert>
      <WatchActs watch={watch} />
    </>
  );
}
