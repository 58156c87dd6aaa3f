import { hashOf } from '../../core/route';
import { sortAlarms } from '../../core/urgency';
import { iconOf } from '../board/alarm-words';
import { Icon } from '../Icon';
import { useRoomView, useSeat, useTexts } from '../room-context';

/** While one alarm is being handled, others that wait for somebody stay one press away. */
export function OtherAlarms({ alarmId }: { readonly alarmId: string }) {
  const t = useTexts();
  const { me } = useSeat();
  const { live, ring } = useRoomView();
  const others = sortAlarms(live.board?.alarms.values() ?? [], me.id).filter(
    ({ id }) => id !== alarmId && ring.asking.has(id),
  );
  if (others.length === 0) {
    return null;
  }
  return (
    <nav className="aw-others" aria-label={t.alarm.othersWait(others.length)}>
      <strong>{t.alarm.othersWait(others.length)}</strong>
      <ul className="aw-others__list">
        {others.map((alarm) => (
          <li key={alarm.id}>
            <a
              className={`aw-others__link${alarm.drill ? ' aw-others__link--drill' : ''}`}
              href={hashOf({ page: 'alarm', alarmId: alarm.id })}
            >
              <Icon name={iconOf(alarm, me.id)} />{' '}
              {t.alarm.title(t.words.alarmKind[alarm.kind], alarm.workerName)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
