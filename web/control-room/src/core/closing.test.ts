import { describe, expect, it } from 'vitest';
import { closureOf, emptyForm, faultsOf, outcomesFor } from './closing';
import { exampleAlarm } from './examples';

const EMPTY = emptyForm(exampleAlarm());

describe('closing an alarm', () => {
  it('asks for an outcome', () => {
    expect(faultsOf(EMPTY)).toEqual(['outcome-missing']);
    expect(closureOf(EMPTY)).toBeNull();
  });

  it('asks for the cause of a false alarm, and for words when the cause is "other"', () => {
    expect(faultsOf({ ...EMPTY, outcome: 'false-alarm' })).toEqual(['cause-missing']);
    const other = { ...EMPTY, outcome: 'false-alarm', cause: 'other' } as const;
    expect(faultsOf(other)).toEqual(['text-missing']);
  });

  it('asks what happened when somebody was helped', () => {
    expect(faultsOf({ ...EMPTY, outcome: 'helped', text: '  ' })).toEqual(['text-missing']);
  });

  it('never sends the cause of another outcome that was chosen before', () => {
    const closure = closureOf({ ...EMPTY, outcome: 'safe', cause: 'no-coverage', text: ' Belt. ' });
    expect(closure).toEqual({ outcome: 'safe', cause: null, text: 'Belt.', watchGoesOn: false });
  });

  it('lets a drill end only as a drill, and a real alarm never as one', () => {
    const drill = exampleAlarm({ drill: true });
    expect(outcomesFor(drill)).toEqual(['drill']);
    expect(closureOf(emptyForm(drill))?.outcome).toBe('drill');
    expect(outcomesFor(exampleAlarm())).not.toContain('drill');
  });
});
