import { describe, expect, it } from 'vitest';
import { daysOf, faultOf, weekFault, weekOf, withOpen, withTime } from './office-hours';

const MONDAY = { weekDay: 1, from: '09:00:00', until: '16:30:00' };

describe('office hours being filled in', () => {
  it('come back as they went', () => {
    const week = weekOf([MONDAY]);
    expect(week).toHaveLength(7);
    expect(week[1]).toEqual({ open: false, from: '', until: '' });
    expect(daysOf(week)).toEqual([MONDAY]);
  });

  it('open a day at the times of the day before', () => {
    expect(daysOf(withOpen(weekOf([MONDAY]), 1, true))[1]).toEqual({ ...MONDAY, weekDay: 2 });
    expect(withOpen(weekOf([]), 6, true)[6]).toEqual({ open: true, from: '08:30', until: '17:00' });
  });

  it('say what is wrong with a day, and that a whole week cannot be closed', () => {
    const week = weekOf([MONDAY]);
    expect(faultOf({ open: true, from: '', until: '17:00' })).toBe('from');
    expect(faultOf({ open: true, from: '09:00', until: '09:00' })).toBe('until');
    expect(faultOf({ open: false, from: '', until: '' })).toBeNull();
    expect(weekFault(week)).toBeNull();
    expect(weekFault(withTime(week, 0, 'until', '08:00'))).toBe('a-day');
    expect(weekFault(withOpen(week, 0, false))).toBe('none-open');
  });
});
