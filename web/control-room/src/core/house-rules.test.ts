import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences';
import {
  cardEntries,
  codeFor,
  lineEntries,
  missingCards,
  missingIn,
  moved,
  originOf,
  withPacked,
} from './house-rules';

const both = (words: string) => ({ nl: words, en: words });
const card = (code: string, text = 'Wacht buiten.') => ({
  code,
  factors: [],
  title: both(code),
  text: both(text),
});

describe('a list that is settled', () => {
  it('moves one of it, and nothing beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it('knows what came as standard, what became of it, and what is gone', () => {
    const shipped = [card('dog'), card('weapons')];
    expect(originOf(card('dog'), shipped)).toBe('standard');
    expect(originOf(card('dog', 'Bel eerst.'), shipped)).toBe('changed');
    expect(originOf(card('cat'), shipped)).toBe('own');
    expect(missingCards([card('dog')], shipped)).toEqual([card('weapons')]);
  });

  it('keeps the other kind of thing as it was', () => {
    const thing = (id: string, along: boolean) => ({ id, along, textNl: id, textEn: id });
    const all = [thing('phone', true), thing('cash', false), thing('keys', true)];
    expect(withPacked(all, true, [thing('keys', true)]).map(({ id }) => id)).toEqual([
      'keys',
      'cash',
    ]);
    expect(withPacked(all, false, []).map(({ id }) => id)).toEqual(['phone', 'keys']);
  });

  it('asks for both languages', () => {
    expect([...missingIn({ nl: ' ', en: 'Dog' })]).toEqual(['nl']);
    expect(missingIn(both('Hond')).size).toBe(0);
  });
});

describe('a code made of words', () => {
  it('is plain, short, and nobody else’s', () => {
    expect(codeFor('Privénummers van collega’s', [])).toBe('privenummers-van-collega-s');
    expect(codeFor('Hond', ['hond', 'hond-2'])).toBe('hond-3');
    expect(codeFor('中文', [])).toBe('x');
    expect(codeFor('a'.repeat(80), [])).toMatch(/^[a-z0-9-]{1,40}$/);
  });
});

describe('what somebody else changed', () => {
  it('is told by name', () => {
    const before = [card('dog'), card('weapons')];
    const now = [card('dog', 'Bel eerst.'), card('cat')];
    expect(differencesOf(cardEntries(before, 'nl'), cardEntries(now, 'nl'))).toEqual([
      { kind: 'changed', name: 'dog', words: 'Bel eerst. / Bel eerst.' },
      { kind: 'added', name: 'cat', words: 'Wacht buiten. / Wacht buiten.' },
      { kind: 'gone', name: 'weapons' },
    ]);
  });

  it('is the order only when nothing else is', () => {
    const [one, other] = [both('Kijk.'), both('Luister.')];
    expect(differencesOf(lineEntries([one, other], 'nl'), lineEntries([other, one], 'nl'))).toEqual(
      [{ kind: 'order' }],
    );
    expect(differencesOf(lineEntries([one], 'nl'), lineEntries([one], 'nl'))).toEqual([]);
  });
});
