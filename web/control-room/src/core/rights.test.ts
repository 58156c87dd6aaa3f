import { describe, expect, it } from 'vitest';
import { mayDrill, mayHandle, mayLook, mayManageCautions } from './rights';

describe('what a role may do at the desk', () => {
  it.each([
    ['worker', false, false, false],
    ['standby', true, true, false],
    ['supervisor', true, true, true],
    ['safety-officer', true, false, true],
    ['administrator', true, false, true],
  ] as const)('%s: look %s, handle %s, drill %s', (role, look, handle, drill) => {
    expect([mayLook([role]), mayHandle([role]), mayDrill([role])]).toEqual([look, handle, drill]);
  });

  it('leaves cautions to the supervisor and the safety officer', () => {
    expect(mayManageCautions(['worker', 'standby', 'administrator'])).toBe(false);
    expect(mayManageCautions(['supervisor'])).toBe(true);
    expect(mayManageCautions(['safety-officer'])).toBe(true);
  });

  it('adds up over the roles of one person', () => {
    expect(mayDrill(['worker', 'standby', 'supervisor'])).toBe(true);
    expect(mayLook([])).toBe(false);
  });
});
