import { describe, expect, it } from 'vitest';
import { BRAM, exampleAlarm, exampleWatch, minutesAfter14 } from './examples';
import { sortAlarms, sortWatches } from './urgency';

const ids = (things: readonly { id: string }[]): string[] => things.map((thing) => thing.id);

describe('the order of watches', () => {
  it('puts the shortest time to deadline first', () => {
    const late = exampleWatch({ id: 'a', dueAt: minutesAfter14(40) });
    const soon = exampleWatch({ id: 'b', dueAt: minutesAfter14(5) });
    expect(ids(sortWatches([late, soon], new Map()))).toEqual(['b', 'a']);
  });

  it('puts an overdue watch above one that is due earlier than its alarm', () => {
    const overdue = exampleWatch({ id: 'a', state: 'overdue', alarmAt: minutesAfter14(9) });
    const soon = exampleWatch({ id: 'b', dueAt: minutesAfter14(1) });
    expect(ids(sortWatches([soon, overdue], new Map()))).toEqual(['a', 'b']);
  });

  it('puts a watch without a deadline last', () => {
    const none = exampleWatch({ id: 'a', dueAt: null, alarmAt: null });
    const some = exampleWatch({ id: 'b' });
    expect(ids(sortWatches([none, some], new Map()))).toEqual(['b', 'a']);
  });

  it('leaves out a watch whose alarm stands above the list', () => {
    const alarm = exampleAlarm();
    const alarmed = exampleWatch({ state: 'alarmed', openAlarmIds: [alarm.id] });
    expect(sortWatches([alarmed], new Map([[alarm.id, alarm]]))).toEqual([]);
  });

  it('keeps an alarmed watch, on top, when its alarm is not known here', () => {
    const alarmed = exampleWatch({ id: 'a', state: 'alarmed', openAlarmIds: ['gone'] });
    const soon = exampleWatch({ id: 'b', dueAt: minutesAfter14(1) });
    expect(ids(sortWatches([soon, alarmed], new Map()))).toEqual(['a', 'b']);
  });

  it('keeps a departed worker in the list: the watch goes on beside the alarm', () => {
    const alarm = exampleAlarm({ kind: 'departure' });
    const leaving = exampleWatch({ openAlarmIds: [alarm.id] });
    expect(sortWatches([leaving], new Map([[alarm.id, alarm]]))).toHaveLength(1);
  });
});

describe('the order of alarms', () => {
  it('puts real before drill, unhandled before handled, a cry before silence, oldest first', () => {
    const drill = exampleAlarm({ id: 'drill', drill: true, kind: 'drill' });
    const handled = exampleAlarm({ id: 'handled', state: 'acknowledged' });
    const silence = exampleAlarm({ id: 'silence' });
    const older = exampleAlarm({ id: 'older', openedAt: minutesAfter14(-5) });
    const duress = exampleAlarm({ id: 'duress', kind: 'duress', openedAt: minutesAfter14(3) });
    const sorted = sortAlarms([drill, handled, silence, older, duress], BRAM);
    expect(ids(sorted)).toEqual(['duress', 'older', 'silence', 'handled', 'drill']);
  });

  it('counts an alarm offered to me as one that needs me', () => {
    const offered = exampleAlarm({ id: 'offered', state: 'handing-over', offeredToId: BRAM });
    const handled = exampleAlarm({
      id: 'handled',
      state: 'acknowledged',
      openedAt: minutesAfter14(-9),
    });
    expect(ids(sortAlarms([handled, offered], BRAM))).toEqual(['offered', 'handled']);
  });
});
