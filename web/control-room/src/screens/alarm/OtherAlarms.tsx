import { hashOf } from '../../core/route';
import { sortAlarms } from '../../core/urgency';
import { iconOf, nameIn } from '../board/alarm-words';
import { Icon } from '../Icon';
import { useRoomView, useSeat, useTexts } from '../room-context';

/** In a mass alarm the board itself is the better list. */
const SHOWN = 6;

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
        {others.slice(0, SHOWN).map((alarm) => (
          <li key={alarm.id}>
            <a
              className={`aw-others__link${alarm.drill ? ' aw-others__link--drill' : ''}`}
              href={hashOf({ page: 'alarm', alarmId: alarm.id })}
            >
              <Icon name={iconOf(alarm, me.id)} />{' '}
              {t.alarm.title(t.words.alarmKind[alarm.kind], nameIn(alarm, t))}
            </a>
          </li>
        ))}
        {others.length > SHOWN ? (
          <li>
            <a className="aw-others__link" href={hashOf({ page: 'board' })}>
              {t.alarm.toBoard}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
