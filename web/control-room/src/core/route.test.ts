import { describe, expect, it } from 'vitest';
import { alarmInLink, hashOf, routeOf } from './route';

const ID = '0199a000-0000-7000-8000-000000000201';

describe('the route behind the hash', () => {
  it('comes back as it went', () => {
    expect(routeOf(hashOf({ page: 'alarm', alarmId: ID }))).toEqual({ page: 'alarm', alarmId: ID });
    expect(routeOf(hashOf({ page: 'board' }))).toEqual({ page: 'board' });
    expect(routeOf(hashOf({ page: 'imports' }))).toEqual({ page: 'imports' });
    expect(routeOf(hashOf({ page: 'privacy' }))).toEqual({ page: 'privacy' });
    const hours = { page: 'house-rules', part: 'office-hours' } as const;
    expect(routeOf(hashOf(hours))).toEqual(hours);
    expect(routeOf(hashOf({ page: 'hot-spots' }))).toEqual({ page: 'hot-spots' });
    const planner = { page: 'planner', monday: '2026-11-23' } as const;
    expect(routeOf(hashOf(planner))).toEqual(planner);
    expect(routeOf(hashOf({ ...planner, monday: null }))).toEqual({ ...planner, monday: null });
    const preparation = { page: 'preparation', visitId: ID } as const;
    expect(routeOf(hashOf(preparation))).toEqual(preparation);
    expect(routeOf(hashOf({ page: 'preparations' }))).toEqual({ page: 'preparations' });
    expect(routeOf(hashOf({ page: 'policy' }))).toEqual({ page: 'policy' });
    expect(routeOf(hashOf({ page: 'tasks' }))).toEqual({ page: 'tasks' });
    expect(routeOf(hashOf({ page: 'task', taskId: ID }))).toEqual({ page: 'task', taskId: ID });
    expect(routeOf(hashOf({ page: 'places' }))).toEqual({ page: 'places' });
    expect(routeOf(hashOf({ page: 'place', placeId: ID }))).toEqual({ page: 'place', placeId: ID });
  });

  it.each(['', '#', '#/nowhere', '#/alarms/', '#/alarms/../x', '#/alarms/1'])(
    'shows the board for %s',
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: 'board' });
    },
  );

  it('finds the week of any day, and this week for what is no day', () => {
    expect(routeOf('#/planner/2026-11-29')).toEqual({ page: 'planner', monday: '2026-11-23' });
    expect(routeOf('#/planner/gisteren')).toEqual({ page: 'planner', monday: null });
  });

  it('begins with the cards where no other part is named', () => {
    expect(routeOf('#/house-rules/x')).toEqual({ page: 'house-rules', part: 'cards' });
  });

  it('finds the alarm in the link of a notice', () => {
    expect(alarmInLink(`/control-room/#/alarms/${ID}`)).toBe(ID);
    expect(alarmInLink('/worker/')).toBeNull();
  });
});
