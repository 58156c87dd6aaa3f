import { describe, expect, it } from 'vitest';
import { exampleWatch, minutesAfter14, T14_00 } from '../core/examples';
import { texts } from '../text';
import { ago, dueText, shapeText, wholePlate } from './say-time';

const AT_14 = Date.parse(T14_00);
const { nl, en } = texts;

describe('what the clock of a watch says', () => {
  it.each([
    [exampleWatch(), 'nog 30 min', '30 min left'],
    [exampleWatch({ dueAt: minutesAfter14(-1) }), '1:00 te laat', '1:00 late'],
    [
      exampleWatch({ state: 'overdue', alarmAt: minutesAfter14(3) }),
      'alarm over 3:00',
      'alarm in 3:00',
    ],
    [
      exampleWatch({ state: 'overdue', alarmAt: minutesAfter14(-1) }),
      'alarm gaat nu af',
      'alarm goes off now',
    ],
    [
      exampleWatch({ state: 'planned', dueAt: minutesAfter14(-5) }),
      'start 5:00 te laat',
      'start 5:00 late',
    ],
    [exampleWatch({ dueAt: null, alarmAt: null }), 'geen tijd', 'no time'],
  ])('%#: in both languages', (watch, dutch, english) => {
    expect(dueText(watch, AT_14, nl)).toBe(dutch);
    expect(dueText(watch, AT_14, en)).toBe(english);
  });

  it('says how long ago in minutes, and in hours only when minutes say little', () => {
    expect(ago(minutesAfter14(-119), AT_14, nl)).toBe('119 min geleden');
    expect(ago(minutesAfter14(-150), AT_14, nl)).toBe('2 u geleden');
  });

  it('says of a planned visit what it is, not where somebody would be', () => {
    expect(shapeText(exampleWatch({ state: 'planned' }), nl)).toBe('Bezoek');
    expect(shapeText(exampleWatch(), nl)).toBe('Bezoek, ter plaatse');
  });

  it('says only of a visit on which leg it is', () => {
    expect(shapeText(exampleWatch({ shape: 'shift', leg: 'on-site' }), nl)).toBe('Dienst');
    expect(shapeText(exampleWatch({ shape: 'journey', leg: 'home' }), en)).toBe('Journey');
    expect(shapeText(exampleWatch({ leg: 'home' }), en)).toBe('Visit, on the way home');
  });

  it('keeps a number plate on one line', () => {
    expect(wholePlate('Grijze Fiat, 3-TKZ-08')).toBe('Grijze Fiat, 3\u2011TKZ\u201108');
  });
});
