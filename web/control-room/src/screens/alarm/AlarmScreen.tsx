import { Alert, Button, Heading, useSharedText } from '../../../../shared/src/components';
import { clockTime } from '../../../../shared/src/core/clock';
import type { AlarmPage } from '../../core/model';
import { lookOf } from '../board/alarm-words';
import { useSeat, useTexts } from '../room-context';
import { AlarmActions } from './AlarmActions';
import { AlarmHead } from './AlarmHead';
import { CallScript } from './CallScript';
import { Card112 } from './Card112';
import { LadderPart } from './LadderPart';
import { OtherAlarms } from './OtherAlarms';
import { Timeline } from './Timeline';
import { LateActs } from './LateActs';
import { WhereFacts, WhoFacts } from './AlarmFacts';
import { WhySilent } from './WhySilent';
import { WorkplaceFacts } from './WorkplaceFacts';
import { useAlarmPage } from './use-alarm-page';
import './alarm.css';
import './print.css';

interface AlarmScreenProps {
  readonly alarmId: string;
  readonly onClosed: (workerName: string) => void;
}

/** One alarm: everything the handler needs, in the order in which it is needed. */
export function AlarmScreen({ alarmId, onClosed }: AlarmScreenProps) {
  const t = useTexts();
  const shared = useSharedText();
  const { page, loadedMs, problem } = useAlarmPage(alarmId);
  if (page === null) {
    return (
      <div className="aw-stack">
        <BackToBoard />
        {problem === null ? (
          <p className="utrecht-paragraph">{t.app.loading}</p>
        ) : (
          <>
            <Heading level={1} focusOnShow>
              {problem === 'not-found' ? t.alarm.notFound : shared.noConnection}
            </Heading>
            <p className="utrecht-paragraph">
              {problem === 'not-found' ? t.alarm.notFoundText : t.faults.busy}
            </p>
          </>
        )}
      </div>
    );
  }
  return (
    <div className="aw-alarm">
      <OtherAlarms alarmId={alarmId} />
      <div className="aw-alarm__bar">
        <BackToBoard />
        <Button look="quiet" onClick={() => window.print()}>
          {t.alarm.print}
        </Button>
      </div>
      {problem !== null && loadedMs !== null ? (
        <Alert tone="warning">
          <p className="utrecht-paragraph">{t.alarm.refreshFailed(clockTime(loadedMs))}</p>
        </Alert>
      ) : null}
      <OpenAlarm page={page} loadedMs={loadedMs} onClosed={onClosed} />
      <p className="aw-alarm__printed">{t.alarm.printed(clockTime(loadedMs ?? 0))}</p>
    </div>
  );
}

interface OpenAlarmProps {
  readonly page: AlarmPage;
  readonly loadedMs: number | null;
  readonly onClosed: (workerName: string) => void;
}

function OpenAlarm({ page, loadedMs, onClosed }: OpenAlarmProps) {
  const { me } = useSeat();
  const look = lookOf(page.alarm, me.id);
  return (
    <article className={`aw-alarm__page aw-alarm__page--${look}`}>
      <AlarmHead alarm={page.alarm} />
      <div className="aw-alarm__columns">
        <div className="aw-alarm__column">
          <AlarmActions page={page} onClosed={onClosed} />
          {page.lateActs.length > 0 ? <LateActs acts={page.lateActs} /> : null}
          {page.alarm.kind === 'missed-sign' ? (
            <WhySilent alarmId={page.alarm.id} loadedMs={loadedMs} />
          ) : null}
          <WhoFacts page={page} />
        </div>
        <div className="aw-alarm__column">
          <CallScript page={page} />
          <Card112 sentences={page.card112} isDrill={page.alarm.drill} />
        </div>
        <div className="aw-alarm__column">
          <WhereFacts page={page} />
          <WorkplaceFacts page={page} />
          <LadderPart alarm={page.alarm} called={page.called} />
          <Timeline entries={page.timeline} />
        </div>
      </div>
    </article>
  );
}

function BackToBoard() {
  const t = useTexts();
  return (
    <a className="utrecht-link utrecht-link--html-a aw-alarm__back" href="#/">
      ← {t.alarm.toBoard}
    </a>
  );
}
