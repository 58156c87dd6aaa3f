import { describe, expect, test } from 'vitest';
import {
  found,
  partsOf,
  scenariosBeside,
  scenarioTitle,
  sectionOfCard,
  sectionsOf,
} from './protocol';

const WORDS = `# Titel

Vooraf.

## Situatie: hond

[Hond](card:dog)

1. Wacht.

## Scenario: balie

Roep een collega. Eén reden is genoeg.
`;

describe('sections of a protocol', () => {
  const sections = sectionsOf(WORDS);

  test('are its headings with what stands under them', () => {
    expect(sections.map(({ level, title }) => [level, title])).toEqual([
      [1, 'Titel'],
      [2, 'Situatie: hond'],
      [2, 'Scenario: balie'],
    ]);
    expect(sections[0]?.body).toBe('Vooraf.');
    expect(sectionsOf('')).toEqual([]);
    expect(sectionsOf('Los.')[0]?.title).toBe('');
  });

  test('of a scenario are cards, unless a card of the guidance tells it', () => {
    expect(scenariosBeside(sections, ['dog']).map(scenarioTitle)).toEqual(['Balie']);
    expect(scenariosBeside(sections, []).map(scenarioTitle)).toEqual(['Hond', 'Balie']);
    expect(sectionOfCard(sections, 'dog')?.title).toBe('Situatie: hond');
    expect(sectionOfCard(sections, 'weapons')).toBeNull();
  });

  test('hold cards where their line stands', () => {
    expect(partsOf(sections[1]?.body ?? '').map(({ kind }) => kind)).toEqual(['card', 'words']);
    expect(partsOf('[a](card:x) en meer')).toHaveLength(1);
  });

  test('are found by all words, without capitals and accents', () => {
    expect(found(sections, 'een REDEN').map(({ title }) => title)).toEqual(['Scenario: balie']);
    expect(found(sections, 'hond reden')).toEqual([]);
    expect(found(sections, ' ')).toHaveLength(3);
  });
});
