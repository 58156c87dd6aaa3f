import { useState } from 'react';
import { Alert, Button } from '../../../../shared/src/components';
import { mayHandle } from '../../core/rights';
import { isPromiseShort, roleOf } from '../../core/handler';
import type { AlarmPage } from '../../core/model';
import { Countdown } from '../Countdown';
import { FaultLine } from '../FaultLine';
import { useSeat, useServerTicking, useTexts } from '../room-context';
import { isPast, span } from '../say-time';
import { OpenIncident } from '../incidents/OpenIncident';
import { useAct, type Act } from '../use-act';
import { ClosingDialog } from './ClosingDialog';
import { HandOverDialog } from './HandOverDialog';
import { UpdateForm } from './UpdateForm';

interface AlarmActionsProps {
  readonly page: AlarmPage;
  readonly onClosed: (workerName: string) => void;
}

/** The one thing to do now, large; then what else can be done by whoever sits here. */
export function AlarmActions({ page, onClosed }: AlarmActionsProps) {
  const t = useTexts();
  const { me } = useSeat();
  const { alarm } = page;
  const act = useAct(alarm.id);
  const role = roleOf(alarm, me.id);
  const isMine = role === 'mine' || role === 'offered-by-me';
  if (!mayHandle(me.roles)) {
    return (
      <Alert tone="info">
        <p className="utrecht-paragraph">{t.alarm.lookOnly}</p>
      </Alert>
    );
  }
  return (
    <section className="aw-alarm__part aw-alarm__actions" aria-labelledby="aw-actions">
      <h2 className="utrecht-heading-2 aw-visually-hidden" id="aw-actions">
        {t.alarm.actions}
      </h2>
      {role === 'nobody-has-it' ? <TakeIt act={act} isDrill={alarm.drill} /> : null}
      {role === 'offered-to-me' ? (
        <AnswerOffer act={act} from={alarm.handledBy ?? t.handOver.somebody} />
      ) : null}
      {role === 'closed' ? (
        <Alert tone="info">
          <p className="utrecht-paragraph">{t.alarm.closedBy}</p>
          {alarm.drill ? null : <OpenIncident alarmId={alarm.id} />}
        </Alert>
      ) : null}
      {isMine ? <KeepPromise page={page} act={act} /> : null}
      <FaultLine act={act} />
      {role === 'closed' ? null : <OtherActs page={page} isMine={isMine} onClosed={onClosed} />}
    </section>
  );
}

function TakeIt({ act, isDrill }: { readonly act: Act; readonly isDrill: boolean }) {
  const t = useTexts();
  return (
    <>
      <Button
        look={isDrill ? 'primary' : 'danger'}
        large
        busy={act.busy}
        onClick={() => void act.send({ kind: 'acknowledgements' })}
      >
        {act.busy ? t.app.working : t.alarm.take}
      </Button>
      <p className="utrecht-paragraph aw-quiet">{t.alarm.takeHint}</p>
    </>
  );
}

function AnswerOffer({ act, from }: { readonly act: Act; readonly from: string }) {
  const t = useTexts();
  const answer = (accepted: boolean) => void act.send({ kind: 'hand-over-answers', accepted });
  return (
    <Alert tone="warning" urgent>
      <p className="utrecht-paragraph">
        <strong>{t.handOver.offered(from)}</strong>
      </p>
      <p className="utrecht-paragraph">{t.handOver.offeredText}</p>
      <div className="aw-row">
        <Button look="primary" busy={act.busy} onClick={() => answer(true)}>
          {t.handOver.accept}
        </Button>
        <Button busy={act.busy} onClick={() => answer(false)}>
          {t.handOver.decline}
        </Button>
      </div>
    </Alert>
  );
}

/** The promise to say how it goes: how long it still runs, and one press to prolong it. */
function KeepPromise({ page, act }: { readonly page: AlarmPage; readonly act: Act }) {
  const t = useTexts();
  const { alarm } = page;
  const { promiseUntil } = alarm;
  const short = useServerTicking((now) => isPromiseShort(alarm, now));
  const offeredTo = page.handOverTo.find(({ personId }) => personId === alarm.offeredToId);
  return (
    <>
      {alarm.state === 'handing-over' ? (
        <Alert tone="info">
          <p className="utrecht-paragraph">
            {t.handOver.waiting(offeredTo?.name ?? t.handOver.somebody)}
          </p>
        </Alert>
      ) : null}
      {promiseUntil === null ? null : (
        <p className={`aw-alarm__promise${short ? ' aw-alarm__promise--short' : ''}`}>
          <Countdown
            say={(now) =>
              isPast(promiseUntil, now)
                ? t.alarm.promiseOver
                : t.alarm.promise(span(promiseUntil, now, t))
            }
          />
        </p>
      )}
      <Button
        look="primary"
        large
        busy={act.busy}
        onClick={() => void act.send({ kind: 'updates', text: t.alarm.stillOnItText })}
      >
        {act.busy ? t.app.working : t.alarm.stillOnIt}
      </Button>
      {page.timeline.some(({ kind }) => kind === 'alarm.arrived') ? null : (
        <Button
          large
          busy={act.busy}
          onClick={() =>
            void act.send({ kind: 'updates', text: t.alarm.arrivedText, arrived: true })
          }
        >
          {act.busy ? t.app.working : t.alarm.arrived}
        </Button>
      )}
      <UpdateForm alarmId={alarm.id} />
    </>
  );
}

interface OtherActsProps extends AlarmActionsProps {
  readonly isMine: boolean;
}

function OtherActs({ page, isMine, onClosed }: OtherActsProps) {
  const t = useTexts();
  const { alarm } = page;
  const escalation = useAct(alarm.id);
  const [dialog, setDialog] = useState<'hand-over' | 'closing' | null>(null);
  return (
    <>
      <div className="aw-row">
        {isMine ? (
          <>
            <Button look="ok" onClick={() => setDialog('closing')}>
              {t.closing.open}
            </Button>
            <Button onClick={() => setDialog('hand-over')}>{t.handOver.open}</Button>
          </>
        ) : null}
        <Button
          busy={escalation.busy}
          aria-describedby="aw-escalate-hint"
          onClick={() => void escalation.send({ kind: 'escalations', seenStep: alarm.step })}
        >
          {escalation.busy ? t.app.working : t.alarm.escalate}
        </Button>
      </div>
      <p className="utrecht-paragraph aw-quiet" id="aw-escalate-hint">
        {t.alarm.escalateText} {closingHint(alarm.state, isMine, t)}
      </p>
      <FaultLine act={escalation} />
      {dialog === 'hand-over' ? (
        <HandOverDialog page={page} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'closing' ? (
        <ClosingDialog page={page} onClose={() => setDialog(null)} onClosed={onClosed} />
      ) : null}
    </>
  );
}

function closingHint(
  state: AlarmPage['alarm']['state'],
  isMine: boolean,
  t: ReturnType<typeof useTexts>,
): string {
  if (isMine) {
    return '';
  }
  return state === 'calling' ? t.closing.takeFirst : t.closing.notYours;
}
