import { describe, expect, test } from 'vitest';
import type { Device } from '../../../shared/src/api/types';
import { devicesShown, isBatteryLow, isTestLate } from './devices';

const NOW = Date.parse('2026-11-27T09:00:00Z');

function device(id: string, change: Partial<Device> = {}): Device {
  return {
    id,
    kind: 'button',
    maker: 'Noodknop BV',
    number: id,
    note: null,
    teamId: 't',
    teamName: 'Wijkteam',
    testEveryDays: 30,
    holder: null,
    battery: null,
    lastTest: null,
    testDueAt: '2026-12-27T09:00:00Z',
    broken: false,
    removedAt: null,
    ...change,
  };
}

describe('personal alarms', () => {
  const late = device('late', { testDueAt: '2026-11-26T09:00:00Z' });
  const broken = device('broken', { broken: true });
  const flat = device('flat', { battery: { percent: 12, at: '2026-11-26T09:00:00Z' } });
  const gone = device('gone', { broken: true, testDueAt: null, removedAt: '2026-11-01T09:00:00Z' });

  test('what needs somebody comes first, what is out of use last', () => {
    const shown = devicesShown([gone, flat, late, broken], 'all', '', NOW);
    expect(shown.map(({ id }) => id)).toEqual(['broken', 'late', 'flat', 'gone']);
  });

  test('what is out of use asks nothing', () => {
    expect(devicesShown([gone, broken], 'broken', '', NOW)).toEqual([broken]);
    expect(isTestLate(gone, NOW)).toBe(false);
    expect(isBatteryLow({ ...flat, removedAt: '2026-11-01T09:00:00Z' })).toBe(false);
  });

  test('one is found by what is written on it and by who has it', () => {
    const held = device('x', {
      holder: {
        personId: 'p',
        workplaceId: null,
        name: 'Anna de Vries',
        since: '2026-11-01T09:00:00Z',
        until: null,
      },
    });
    expect(devicesShown([held, late], 'all', 'anna', NOW)).toEqual([held]);
    expect(devicesShown([held, late], 'late', 'noodknop', NOW)).toEqual([late]);
  });
});
