import { describe, expect, it } from 'vitest';
import type { Caution } from '../../../../shared/src/api/types';
import { actOf, actsOn } from './caution-acts';

const PROPOSED: Caution = {
  id: '1',
  placeId: '2',
  version: 0,
  kind: 'dog',
  behaviour: 'Liet de hond los.',
  source: 'colleague',
  evidence: 'Verslag.',
  happenedOn: '2026-11-02',
  state: 'proposed',
  proposedByName: 'Carla',
  proposedAt: '2026-11-03T10:00:00Z',
  confirmedByName: null,
  confirmedAt: null,
  reviewAt: null,
  endsAt: '2026-12-03T10:00:00Z',
  letterSentOn: null,
  noLetterReason: null,
  reply: null,
  repliedOn: null,
  reason: null,
  wordHints: [],
};
const TOLD: Caution = { ...PROPOSED, letterSentOn: '2026-11-04' };

describe('what can be done to a caution', () => {
  it('is confirmed by another, once the resident was told', () => {
    expect(actsOn(TOLD, false)).toContain('confirmations');
    expect(actsOn(TOLD, true)).not.toContain('confirmations');
    expect(actsOn(PROPOSED, false)).not.toContain('confirmations');
  });

  it('is renewed only while it is in force', () => {
    expect(actsOn({ ...TOLD, state: 'in-force' }, true)).toContain('renewals');
    expect(actsOn(TOLD, false)).not.toContain('renewals');
    expect(actsOn({ ...TOLD, state: 'ended' }, false)).toEqual([]);
  });
});

describe('an act', () => {
  it('tells of a letter either its day or why there is none', () => {
    expect(actOf('letters', { day: '2026-11-04', words: '' })).toEqual({
      kind: 'letters',
      sentOn: '2026-11-04',
    });
    expect(actOf('letters', { day: '', words: ' gevaar ' })).toEqual({
      kind: 'letters',
      notSentBecause: 'gevaar',
    });
    expect(actOf('letters', { day: '2026-11-04', words: 'gevaar' })).toBeNull();
    expect(actOf('letters', { day: '', words: '' })).toBeNull();
  });

  it('needs its words', () => {
    expect(actOf('endings', { day: '', words: '  ' })).toBeNull();
    expect(actOf('renewals', { day: '2027-01-01', words: '' })).toBeNull();
    expect(actOf('replies', { day: '2027-01-01', words: 'Nee.' })).toEqual({
      kind: 'replies',
      text: 'Nee.',
      receivedOn: '2027-01-01',
    });
    expect(actOf('confirmations', { day: '', words: '' })).toEqual({ kind: 'confirmations' });
  });
});
