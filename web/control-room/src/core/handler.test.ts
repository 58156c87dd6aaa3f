import { describe, expect, it } from 'vitest';
import { BRAM, CARLA, exampleAlarm, minutesAfter14, T14_00 } from './examples';
import { isPromiseShort, roleOf } from './handler';

const handing = exampleAlarm({ state: 'handing-over', handledById: BRAM, offeredToId: CARLA });

describe('what I am to an alarm', () => {
  it.each([
    [exampleAlarm(), BRAM, 'nobody-has-it'],
    [exampleAlarm({ state: 'acknowledged', handledById: BRAM }), BRAM, 'mine'],
    [exampleAlarm({ state: 'acknowledged', handledById: BRAM }), CARLA, 'others'],
    [handing, BRAM, 'offered-by-me'],
    [handing, CARLA, 'offered-to-me'],
    [handing, 'somebody', 'others'],
    [exampleAlarm({ state: 'closed' }), BRAM, 'closed'],
  ])('%#: follows from the state of the alarm', (alarm, me, role) => {
    expect(roleOf(alarm, me)).toBe(role);
  });

  it('warns when the promise is nearly over, and not without a promise', () => {
    const mine = exampleAlarm({ promiseUntil: minutesAfter14(5) });
    expect(isPromiseShort(mine, Date.parse(T14_00))).toBe(false);
    expect(isPromiseShort(mine, Date.parse(minutesAfter14(4)))).toBe(true);
    expect(isPromiseShort(exampleAlarm(), Date.parse(T14_00))).toBe(false);
  });
});
