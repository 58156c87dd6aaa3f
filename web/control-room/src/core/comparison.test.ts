import { describe, expect, test } from 'vitest';
import { compare, counted } from './comparison';

describe('two versions of a text', () => {
  test('differ by words where a line changed', () => {
    const blocks = compare(
      '# Titel\n\nBel altijd vooraf.\n',
      '# Titel\n\nBel meestal vooraf.\nEn ga samen.\n',
    );
    expect(counted(blocks)).toEqual({ added: 4, removed: 1 });
    expect(blocks[0]).toEqual({
      changed: false,
      pieces: [{ kind: 'same', text: '# Titel\n\n' }],
    });
    expect(
      blocks[1]?.pieces.some(({ kind, text }) => kind === 'removed' && text === 'altijd'),
    ).toBe(true);
  });

  test('that are the same differ in nothing', () => {
    expect(counted(compare('Een.\n', 'Een.\n'))).toEqual({ added: 0, removed: 0 });
    expect(compare('', '')).toEqual([]);
  });
});
