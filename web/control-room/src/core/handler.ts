import type { Alarm } from './model';
import { isOfferedTo } from './urgency';

/** What the person at this screen is to an alarm; it decides which buttons make sense. */
export type Role =
  'nobody-has-it' | 'mine' | 'offered-to-me' | 'offered-by-me' | 'others' | 'closed';

export function roleOf(alarm: Alarm, meId: string): Role {
  switch (alarm.state) {
    case 'closed':
      return 'closed';
    case 'calling':
      return 'nobody-has-it';
    case 'acknowledged':
      return alarm.handledById === meId ? 'mine' : 'others';
    case 'handing-over':
      if (isOfferedTo(alarm, meId)) {
        return 'offered-to-me';
      }
      return alarm.handledById === meId ? 'offered-by-me' : 'others';
  }
}

/** The promise is nearly over: time to say that somebody is still on it. */
export function isPromiseShort(alarm: Alarm, serverNowMs: number): boolean {
  return alarm.promiseUntil !== null && Date.parse(alarm.promiseUntil) - serverNowMs < 90_000;
}
