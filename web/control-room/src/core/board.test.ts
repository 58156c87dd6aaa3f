import { describe, expect, it } from 'vitest';
import { applyAlarm, applyAssurance, applyEvent, fromSnapshot } from './board';
import { ASSURED, exampleAlarm, exampleBoard, exampleWatch, T14_00 } from './examples';

const ANNA = exampleWatch();

describe('the board', () => {
  it('goes from the snapshot to what an event says, and remembers the position', () => {
    const state = fromSnapshot(exampleBoard());
    const overdue = exampleWatch({ version: 2, state: 'overdue' });
    const next = applyEvent(state, { kind: 'watch.overdue', at: T14_00, watch: overdue }, '11');
    expect(next.watches.get(ANNA.id)?.state).toBe('overdue');
    expect(next.position).toBe('11');
  });

  it('ignores an older version but still moves its position on', () => {
    const state = fromSnapshot(exampleBoard({ watches: [exampleWatch({ version: 5 })] }));
    const older = exampleWatch({ version: 4, state: 'overdue' });
    const next = applyEvent(state, { kind: 'watch.overdue', at: T14_00, watch: older }, '12');
    expect(next.watches.get(ANNA.id)?.state).toBe('running');
    expect(next.position).toBe('12');
  });

  it('ignores the same event when it comes twice', () => {
    const state = fromSnapshot(exampleBoard({ alarms: [exampleAlarm()] }));
    expect(applyAlarm(state, exampleAlarm())).toBe(state);
  });

  it('takes a closed alarm off, and a late older event does not bring it back', () => {
    const state = fromSnapshot(exampleBoard({ alarms: [exampleAlarm()] }));
    const closed = applyAlarm(state, exampleAlarm({ version: 7, state: 'closed' }));
    expect(closed.alarms.size).toBe(0);
    expect(applyAlarm(closed, exampleAlarm({ version: 6 })).alarms.size).toBe(0);
  });

  it('shows a second alarm while the first is open', () => {
    const state = fromSnapshot(exampleBoard({ alarms: [exampleAlarm()] }));
    const panic = exampleAlarm({ id: '0199a000-0000-7000-8000-000000000202', kind: 'panic' });
    expect(applyAlarm(state, panic).alarms.size).toBe(2);
  });

  it('carries a watch and its alarm in one event', () => {
    const state = fromSnapshot(exampleBoard());
    const next = applyEvent(
      state,
      {
        kind: 'alarm.opened',
        at: T14_00,
        watch: exampleWatch({ version: 2, state: 'alarmed' }),
        alarm: exampleAlarm(),
      },
      '13',
    );
    expect(next.watches.get(ANNA.id)?.state).toBe('alarmed');
    expect(next.alarms.size).toBe(1);
  });

  it('takes over that watching is not assured, and is the same thing when nothing changed', () => {
    const state = fromSnapshot(exampleBoard());
    expect(applyAssurance(state, { ...ASSURED, serverTime: '2026-11-23T14:00:09Z' })).toBe(state);
    expect(applyAssurance(state, { ...ASSURED, watching: false }).assurance.watching).toBe(false);
  });

  it('starts anew from a second snapshot', () => {
    const state = fromSnapshot(exampleBoard({ alarms: [exampleAlarm()] }));
    const again = fromSnapshot(exampleBoard({ position: '99', watches: [] }));
    expect(state.alarms.size).toBe(1);
    expect(again.watches.size + again.alarms.size).toBe(0);
    expect(again.position).toBe('99');
  });
});
