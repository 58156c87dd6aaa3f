import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { AlarmPage } from '../../core/model';
import { ownNowMs } from '../../shell/own-clock';
import { useRoomView, useSeat } from '../room-context';

/** What the alarm page shows, how old that is, and what stood in the way of knowing more. */
export interface AlarmLoad {
  readonly page: AlarmPage | null;
  readonly loadedMs: number | null;
  readonly problem: ApiAnswer<never>['kind'] | 'not-found' | null;
}

/** Notices are sent and answered without the alarm changing; looking again finds them. */
const LOOK_AGAIN_MS = 15_000;

/** Loads the call script, and again whenever the stream says that the alarm or its watch changed. */
export function useAlarmPage(alarmId: string): AlarmLoad {
  const { room } = useSeat();
  const { board } = useRoomView().live;
  const [load, setLoad] = useState<AlarmLoad>({ page: null, loadedMs: null, problem: null });
  const asking = useRef(false);
  const askAgain = useRef(false);

  const look = useCallback(async (): Promise<void> => {
    if (asking.current) {
      askAgain.current = true;
      return;
    }
    asking.current = true;
    do {
      askAgain.current = false;
      const answer = await room.api.alarm(alarmId);
      setLoad((before) => next(before, answer));
    } while (askAgain.current);
    asking.current = false;
  }, [room, alarmId]);

  const live = board?.alarms.get(alarmId);
  const watchId = live?.watchId ?? load.page?.alarm.watchId ?? null;
  const watchVersion = watchId === null ? undefined : board?.watches.get(watchId)?.version;
  useEffect(() => {
    void look();
  }, [look, live?.version, watchVersion]);
  useEffect(() => {
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);

  const { page } = load;
  const isNewer = page !== null && live !== undefined && live.version > page.alarm.version;
  return isNewer ? { ...load, page: { ...page, alarm: live } } : load;
}

function next(before: AlarmLoad, answer: ApiAnswer<AlarmPage>): AlarmLoad {
  if (answer.kind === 'ok') {
    return { page: answer.value, loadedMs: ownNowMs(), problem: null };
  }
  const isGone = answer.kind === 'problem' && answer.status === 404;
  return { ...before, problem: isGone ? 'not-found' : answer.kind };
}
