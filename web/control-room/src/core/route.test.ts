import { describe, expect, it } from 'vitest';
import { alarmInLink, hashOf, routeOf } from './route';

const ID = '0199a000-0000-7000-8000-000000000201';

describe('the route behind the hash', () => {
  it('comes back as it went', () => {
    expect(routeOf(hashOf({ page: 'alarm', alarmId: ID }))).toEqual({ page: 'alarm', alarmId: ID });
    expect(routeOf(hashOf({ page: 'board' }))).toEqual({ page: 'board' });
    expect(routeOf(hashOf({ page: 'places' }))).toEqual({ page: 'places' });
    expect(routeOf(hashOf({ page: 'place', placeId: ID }))).toEqual({ page: 'place', placeId: ID });
  });

  it.each(['', '#', '#/nowhere', '#/alarms/', '#/alarms/../x', '#/alarms/1'])(
    'shows the board for %s',
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: 'board' });
    },
  );

  it('finds the alarm in the link of a notice', () => {
    expect(alarmInLink(`/control-room/#/alarms/${ID}`)).toBe(ID);
    expect(alarmInLink('/worker/')).toBeNull();
  });
});
