import { Button } from '../../../../shared/src/components';
import type { Alarm } from '../../core/model';
import { roleOf } from '../../core/handler';
import { mayHandle } from '../../core/rights';
import { hashOf } from '../../core/route';
import { Countdown } from '../Countdown';
import { FaultLine } from '../FaultLine';
import { Icon } from '../Icon';
import { useSeat, useTexts } from '../room-context';
import { ago, isPast, span, timeOf } from '../say-time';
import { useAct } from '../use-act';
import { iconOf, isSilent, lookOf, nameIn, standText } from './alarm-words';
import './alarm-strip.css';

/** The open alarms, above everything else. Their region is there, and says so, when there are none. */
export function AlarmStrip({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const t = useTexts();
  return (
    <section className="aw-alarm-strip" aria-labelledby="aw-alarms">
      <h2 className="utrecht-heading-2" id="aw-alarms">
        {t.board.alarms} {alarms.length > 0 ? `(${alarms.length})` : ''}
      </h2>
      {alarms.length === 0 ? (
        <p className="utrecht-paragraph aw-alarm-strip__none">
          <Icon name="check" /> {t.board.noAlarms}
        </p>
      ) : (
        <ul className="aw-alarm-strip__list">
          {alarms.map((alarm) => (
            <AlarmCard key={alarm.id} alarm={alarm} />
          ))}
        </ul>
      )}
    </section>
  );
}

function AlarmCard({ alarm }: { readonly alarm: Alarm }) {
  const t = useTexts();
  const { me } = useSeat();
  const act = useAct(alarm.id);
  const look = lookOf(alarm, me.id);
  const href = hashOf({ page: 'alarm', alarmId: alarm.id });
  const take = async (): Promise<void> => {
    if (await act.send({ kind: 'acknowledgements' })) {
      location.hash = href;
    }
  };
  return (
    <li className={`aw-alarm-card aw-alarm-card--${look}`}>
      <a className="aw-alarm-card__link" href={href} data-aw-row>
        <span className="aw-alarm-card__kind">
          <Icon name={iconOf(alarm, me.id)} /> {t.words.alarmKind[alarm.kind]}
          {alarm.drill && alarm.kind !== 'drill' ? ` · ${t.words.alarmKind.drill}` : ''}
        </span>
        <span className="aw-alarm-card__who">{nameIn(alarm, t)}</span>
      </a>
      {isSilent(alarm) ? <p className="aw-alarm-card__silent">{t.alarm.silent}</p> : null}
      {alarm.drill ? <p className="aw-alarm-card__drill">{t.alarm.drill}</p> : null}
      <p className="aw-alarm-card__fact">
        {alarm.address ?? t.alarm.noAddress} · {alarm.teamName}
      </p>
      <p className="aw-alarm-card__fact">
        {timeOf(alarm.raisedAt)} (<Countdown say={(now) => ago(alarm.raisedAt, now, t)} />) ·{' '}
        <strong>{standText(alarm, me.id, t)}</strong>
      </p>
      <p className="aw-alarm-card__fact">
        <LadderLine alarm={alarm} />
      </p>
      {roleOf(alarm, me.id) === 'nobody-has-it' && mayHandle(me.roles) ? (
        <Button
          look={alarm.drill ? 'secondary' : 'danger'}
          busy={act.busy}
          onClick={() => void take()}
          aria-label={`${t.alarm.take}: ${t.words.alarmKind[alarm.kind]}, ${nameIn(alarm, t)}`}
        >
          {act.busy ? t.app.working : t.alarm.take}
        </Button>
      ) : null}
      <FaultLine act={act} />
    </li>
  );
}

/** Which step is being called and when the next one is; or how long the promise still runs. */
export function LadderLine({ alarm }: { readonly alarm: Alarm }) {
  const t = useTexts();
  const { nextStepAt, promiseUntil } = alarm;
  const step = t.alarm.step(alarm.step, alarm.steps);
  const round = alarm.round > 1 ? `, ${t.alarm.round(alarm.round)}` : '';
  if (alarm.state === 'calling') {
    return (
      <>
        {step}
        {round}
        {nextStepAt === null ? null : (
          <>
            {' · '}
            <Countdown
              say={(now) =>
                isPast(nextStepAt, now)
                  ? t.alarm.nextStepNow
                  : t.alarm.nextStep(span(nextStepAt, now, t))
              }
            />
          </>
        )}
      </>
    );
  }
  return promiseUntil === null ? (
    <>{step}</>
  ) : (
    <Countdown
      say={(now) =>
        isPast(promiseUntil, now)
          ? t.alarm.promiseOver
          : t.alarm.promiseOthers(span(promiseUntil, now, t))
      }
    />
  );
}
