import { describe, expect, it } from 'vitest';
import { minutesAfter14, T14_00 } from './examples';
import { scriptProgress, secondsToTick } from './script';

const step = (number: number, tickedAt: string | null) => ({
  number,
  text: `Stap ${number}`,
  tickedAt,
  tickedBy: tickedAt === null ? null : 'Bram',
});

describe('the progress of the call script', () => {
  it('points at the first step that is not done, also when a later one is', () => {
    const steps = [step(1, T14_00), step(2, null), step(3, T14_00)];
    expect(scriptProgress(steps)).toEqual({ done: 2, total: 3, nextNumber: 2 });
  });

  it('has no next step when all are done, or when there is no script', () => {
    expect(scriptProgress([step(1, T14_00)]).nextNumber).toBeNull();
    expect(scriptProgress([])).toEqual({ done: 0, total: 0, nextNumber: null });
  });

  it('times a step from the opening of the alarm', () => {
    expect(secondsToTick(step(1, minutesAfter14(1.5)), T14_00)).toBe(90);
    expect(secondsToTick(step(1, null), T14_00)).toBeNull();
  });
});
