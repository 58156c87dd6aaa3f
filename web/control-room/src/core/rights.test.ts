import { describe, expect, it } from 'vitest';
import {
  mayAnswerForOthers,
  mayDecideOnMeasures,
  mayDrill,
  mayHandle,
  mayLoadBoundaries,
  mayLook,
  mayMakeFileOfPlace,
  mayMakePolicy,
  mayManageCautions,
  mayManageHotSpots,
  maySetHouseRules,
} from './rights';

describe('what a role may do at the desk', () => {
  it.each([
    ['worker', false, false, false, false],
    ['standby', true, true, false, false],
    ['supervisor', true, true, true, false],
    ['safety-officer', true, false, true, true],
    ['administrator', true, false, true, true],
  ] as const)(
    '%s: look %s, handle %s, drill %s, make policy %s',
    (role, look, handle, drill, make) => {
      expect([mayLook([role]), mayHandle([role]), mayDrill([role]), mayMakePolicy([role])]).toEqual(
        [look, handle, drill, make],
      );
    },
  );

  it('leaves cautions to the supervisor and the safety officer', () => {
    expect(mayManageCautions(['worker', 'standby', 'administrator'])).toBe(false);
    expect(mayManageCautions(['supervisor'])).toBe(true);
    expect(mayManageCautions(['safety-officer'])).toBe(true);
    expect(mayMakeFileOfPlace(['supervisor', 'administrator'])).toBe(false);
    expect(mayMakeFileOfPlace(['safety-officer'])).toBe(true);
  });

  it('leaves going without a measure to a supervisor, never at an own visit', () => {
    expect(mayDecideOnMeasures(['worker', 'supervisor'], false)).toBe(true);
    expect(mayDecideOnMeasures(['worker', 'supervisor'], true)).toBe(false);
    expect(mayDecideOnMeasures(['standby', 'safety-officer', 'administrator'], false)).toBe(false);
  });

  it('leaves what is settled for home visits to the safety officer and the administrator', () => {
    expect(maySetHouseRules(['worker', 'standby', 'supervisor'])).toBe(false);
    expect(maySetHouseRules(['safety-officer'])).toBe(true);
    expect(maySetHouseRules(['administrator'])).toBe(true);
  });

  it('lets whoever answers for others give tasks and drop them', () => {
    expect(mayAnswerForOthers(['worker', 'standby'])).toBe(false);
    for (const role of ['supervisor', 'safety-officer', 'administrator'] as const) {
      expect(mayAnswerForOthers([role])).toBe(true);
    }
  });

  it('leaves hot spots to those two, and their boundaries to the administrator', () => {
    expect(mayManageHotSpots(['worker', 'standby', 'administrator'])).toBe(false);
    expect(mayManageHotSpots(['safety-officer'])).toBe(true);
    expect(mayLoadBoundaries(['supervisor', 'safety-officer'])).toBe(false);
    expect(mayLoadBoundaries(['administrator'])).toBe(true);
  });

  it('adds up over the roles of one person', () => {
    expect(mayDrill(['worker', 'standby', 'supervisor'])).toBe(true);
    expect(mayLook([])).toBe(false);
  });
});
