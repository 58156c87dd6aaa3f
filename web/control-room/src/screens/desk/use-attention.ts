import { useEffect } from 'react';
import { useAnnounce } from '../../../../shared/src/components';
import type { Alarm } from '../../core/model';
import { isAsking } from '../../core/ring';
import { isOfferedTo } from '../../core/urgency';
import { showInTab } from '../../shell/attention';
import { showNotice } from '../../shell/notices';
import { isSilent, nameIn } from '../board/alarm-words';
import { useRoomView, useSeat, useTexts } from '../room-context';
import { useTicking } from '../../shell/ticker';

/** Says, flashes and notifies what asks for somebody; returns the mood of the whole screen. */
export function useAttention(): 'calm' | 'alarm' | 'drill' {
  const t = useTexts();
  const announce = useAnnounce();
  const { room, me } = useSeat();
  const { live, ring } = useRoomView();
  const asking = [...(live.board?.alarms.values() ?? [])].filter(({ id }) => ring.asking.has(id));
  const real = asking.filter((alarm) => !alarm.drill).length;
  const mood = !isAsking(ring) ? 'calm' : real > 0 ? 'alarm' : 'drill';
  const beat = useTicking(room.ticker, (nowMs) => Math.floor(nowMs / 1000) % 2 === 0);

  useEffect(() => {
    showInTab(
      t.app.room,
      {
        words:
          mood === 'calm'
            ? null
            : mood === 'alarm'
              ? t.attention.titleAlarm(real)
              : t.attention.titleDrill,
        icon: mood === 'calm' ? 'icon' : mood === 'alarm' ? 'icon-alarm' : 'icon-drill',
      },
      beat,
    );
  }, [mood, real, beat, t]);

  useEffect(() => {
    const herald = (alarm: Alarm): void => {
      const kind = t.words.alarmKind[alarm.kind];
      announce(
        isOfferedTo(alarm, me.id)
          ? t.attention.announceOffer(nameIn(alarm, t))
          : [
              t.attention.announceAlarm(kind, nameIn(alarm, t)),
              alarm.drill ? t.alarm.drill : '',
              isSilent(alarm) ? t.alarm.silent : '',
            ].join(' '),
        'assertive',
      );
      void showNotice(alarm.id, t.attention.noticeTitle(kind), t.attention.noticeText);
    };
    return room.onAsking(herald);
  }, [room, me.id, announce, t]);
  return mood;
}
