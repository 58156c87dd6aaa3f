import { freshness, type Freshness } from '../../core/stale';
import { useTicking } from '../../shell/ticker';
import { useSeat } from '../room-context';

/** Whether the board is the present, looked at every second. */
export function useFreshness(): Freshness {
  const { room } = useSeat();
  const word = useTicking(room.ticker, (nowMs) => {
    const { lastHeardMs, lastAnswerMs, openedMs } = room.line.current();
    const heard = { openedMs, streamMs: lastHeardMs, answerMs: lastAnswerMs };
    const fresh = freshness(heard, nowMs);
    return fresh.kind === 'stale' ? fresh.sinceMs : fresh.kind;
  });
  return typeof word === 'number' ? { kind: 'stale', sinceMs: word } : { kind: word };
}
