import { describe, expect, test } from 'vitest';
import { emptyTransport, formOfTransport, termsOf } from './transport-form';

describe('a transport arrangement', () => {
  const filled = {
    ...emptyTransport('team'),
    carrier: ' Taxi Jansen ',
    phone: '010 123 4567',
    homeAt: '23:30',
    days: [5, 1],
  };

  test('says what is wrong, all at once', () => {
    expect(termsOf({ ...emptyTransport('team'), minutes: 'x', phone: 'bel', days: [] })).toEqual(
      new Set(['carrier', 'phone', 'time', 'minutes', 'days']),
    );
    expect(termsOf({ ...filled, forWhom: 'person' })).toEqual(new Set(['who']));
  });

  test('is what was typed, and comes back as it was', () => {
    const terms = termsOf(filled);
    expect(terms).toMatchObject({
      carrier: 'Taxi Jansen',
      phone: '0101234567',
      outAt: null,
      days: [1, 5],
      personId: null,
    });
    if (terms instanceof Set || !('means' in terms)) throw new Error('it was right');
    const known = {
      id: 'x',
      terms,
      teamName: 'T',
      personName: null,
      workplaceName: null,
      today: true,
    };
    expect(termsOf(formOfTransport(known))).toEqual(terms);
  });
});
