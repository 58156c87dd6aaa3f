import { describe, expect, it } from 'vitest';
import { isSame, isUnsaved, nextSheet, sheetOf } from './sheet';

const SAVED = sheetOf(['phone', 'keys']);

describe('a sheet on the desk', () => {
  it('gives back what was taken out, until the next change', () => {
    const reduced = nextSheet(SAVED, { kind: 'reduced', draft: ['phone'] });
    expect(isUnsaved(reduced)).toBe(true);
    expect(nextSheet(reduced, { kind: 'undone' })).toEqual(SAVED);
    const changed = nextSheet(reduced, { kind: 'changed', draft: ['phone', 'torch'] });
    expect(nextSheet(changed, { kind: 'undone' }).draft).toEqual(['phone', 'torch']);
  });

  it('keeps what was typed while it was being saved', () => {
    const wanted = ['phone'];
    const typing = nextSheet(SAVED, { kind: 'changed', draft: ['phone', 'badge'] });
    const saved = nextSheet(typing, { kind: 'saved', wanted, value: wanted });
    expect(saved).toMatchObject({ saved: wanted, draft: ['phone', 'badge'] });
  });

  it('never puts what somebody else made in the place of a draft', () => {
    const mine = nextSheet(SAVED, { kind: 'changed', draft: ['torch'] });
    const now = ['phone', 'keys', 'badge'];
    const late = nextSheet(mine, { kind: 'found-changed', now });
    expect(late).toEqual({
      saved: now,
      draft: ['torch'],
      undo: null,
      meanwhile: { before: SAVED.saved, now },
    });
    const taken = nextSheet(late, { kind: 'replaced', value: now });
    expect(taken).toEqual({ saved: now, draft: now, undo: ['torch'], meanwhile: null });
  });
});

describe('the same', () => {
  it('does not mind the order of fields, and does mind that of a list', () => {
    expect(isSame({ nl: 'Hond', en: 'Dog' }, { en: 'Dog', nl: 'Hond' })).toBe(true);
    expect(isSame(['D1', 'D2'], ['D2', 'D1'])).toBe(false);
    expect(isSame({ nl: 'Hond' }, { nl: 'Hond', en: 'Dog' })).toBe(false);
    expect(isSame([], {})).toBe(false);
  });
});
