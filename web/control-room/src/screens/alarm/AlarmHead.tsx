import { Heading } from '../../../../shared/src/components';
import type { Alarm } from '../../core/model';
import { iconOf, isSilent, nameIn, standText } from '../board/alarm-words';
import { Countdown } from '../Countdown';
import { Icon } from '../Icon';
import { useSeat, useTexts } from '../room-context';
import { ago, timeOf } from '../say-time';

/** What kind of alarm this is and who has it. Silent and drill stand here in words, unmissable. */
export function AlarmHead({ alarm }: { readonly alarm: Alarm }) {
  const t = useTexts();
  const { me } = useSeat();
  return (
    <header className="aw-alarm__head">
      {isSilent(alarm) ? (
        <div className="aw-alarm__notice aw-alarm__notice--silent">
          <Icon name="silent" />
          <p>
            <strong>{t.alarm.silent}</strong> {t.alarm.silentText}
          </p>
        </div>
      ) : null}
      {alarm.drill ? (
        <div className="aw-alarm__notice aw-alarm__notice--drill">
          <Icon name="drill" />
          <p>
            <strong>{t.alarm.drill}</strong> {t.alarm.drillText}
          </p>
        </div>
      ) : null}
      <Heading level={1} focusOnShow>
        <Icon name={iconOf(alarm, me.id)} />{' '}
        {t.alarm.title(t.words.alarmKind[alarm.kind], nameIn(alarm, t))}
      </Heading>
      <p className="utrecht-paragraph">
        {t.alarm.raised(timeOf(alarm.raisedAt))},{' '}
        <Countdown
          say={(now) => t.alarm.opened(timeOf(alarm.openedAt), ago(alarm.openedAt, now, t))}
        />
      </p>
      <p className="utrecht-paragraph aw-alarm__stand">
        <strong>{standText(alarm, me.id, t)}</strong>
      </p>
    </header>
  );
}
