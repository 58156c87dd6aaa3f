import type {
  BothLanguages,
  CompanionSetting,
  PackingItem,
  RiskyMoments,
  RiskFactorCode,
  ScenarioCard,
} from '../../../shared/src/api/types';
import type { Entry } from './differences';
import { isSame } from './sheet';
import type { DayForm } from './office-hours';

/** The most of each that the server takes. */
export const MOST = { cards: 50, lines: 50, functions: 50, moments: 50, packing: 100 } as const;
/** The longest text of each, in each language. */
export const LONGEST = { words: 600, name: 120 } as const;

export type Cards = readonly ScenarioCard[];
export type Lines = readonly BothLanguages[];
export type Moments = readonly RiskyMoments[];
export type Packing = readonly PackingItem[];
export type Told = CompanionSetting['companionTold'];

/** The risk factors in the order in which the phone asks about them. */
export const FACTOR_GROUPS = ['P', 'D', 'WO', 'T', 'M'] as const;

export const NO_WORDS: BothLanguages = { nl: '', en: '' };

export function trimmed({ nl, en }: BothLanguages): BothLanguages {
  return { nl: nl.trim(), en: en.trim() };
}

/** The languages in which a text is still missing. */
export function missingIn({ nl, en }: BothLanguages): ReadonlySet<'nl' | 'en'> {
  const missing = new Set<'nl' | 'en'>();
  if (nl.trim() === '') missing.add('nl');
  if (en.trim() === '') missing.add('en');
  return missing;
}

export function toggled(
  factors: readonly RiskFactorCode[],
  code: RiskFactorCode,
): RiskFactorCode[] {
  return factors.includes(code) ? factors.filter((known) => known !== code) : [...factors, code];
}

/** The list with one of it a place up (-1) or down (1); what has no room to move stays. */
export function moved<T>(items: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const item = items[at];
  const neighbour = items[at + by];
  if (item === undefined || neighbour === undefined) return items;
  return items.with(at, neighbour).with(at + by, item);
}

const LONGEST_CODE = 40;

/** A code made of somebody's words that none of `taken` is: lower case letters, digits, dashes. */
export function codeFor(words: string, taken: readonly string[]): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_CODE - 4)
    .replace(/^-+|-+$/g, '');
  const code = plain === '' ? 'x' : plain;
  for (let turn = 1; ; turn++) {
    const tried = turn === 1 ? code : `${code}-${turn}`;
    if (!taken.includes(tried)) return tried;
  }
}

/** Whether a card is as it came, was changed since, or is the organisation's own. */
export type Origin = 'standard' | 'changed' | 'own';

export function originOf(card: ScenarioCard, shipped: Cards): Origin {
  const standard = shipped.find(({ code }) => code === card.code);
  if (standard === undefined) return 'own';
  return isSame(standard, card) ? 'standard' : 'changed';
}

/** Cards that came with the program and are not in the list any more. */
export function missingCards(cards: Cards, shipped: Cards): Cards {
  const there = new Set(cards.map(({ code }) => code));
  return shipped.filter(({ code }) => !there.has(code));
}

export function cardEntries(cards: Cards, language: 'nl' | 'en'): readonly Entry[] {
  return cards.map((card) => ({
    key: card.code,
    name: card.title[language],
    words: bothWords(card.text),
    content: card,
  }));
}

/** A line has no code: another text is another line. */
export function lineEntries(lines: Lines, language: 'nl' | 'en'): readonly Entry[] {
  return lines.map((line) => ({
    key: bothWords(line),
    name: line[language],
    words: '',
    content: line,
  }));
}

export function momentEntries(all: Moments, language: 'nl' | 'en'): readonly Entry[] {
  return all.flatMap((one) => [
    { key: bothWords(one.function), name: one.function[language], words: '', content: null },
    ...one.moments.map((moment) => ({
      key: `${bothWords(one.function)} / ${bothWords(moment.text)}`,
      name: `${one.function[language]}: ${moment.text[language]}`,
      words: moment.factors.join(', '),
      content: moment,
    })),
  ]);
}

export function packingEntries(items: Packing, language: 'nl' | 'en'): readonly Entry[] {
  return items.map((item) => ({
    key: item.id,
    name: language === 'nl' ? item.textNl : item.textEn,
    words: '',
    content: item,
  }));
}

export function hourEntries(days: readonly DayForm[], names: readonly string[]): readonly Entry[] {
  return days.map((day, at) => ({
    key: String(at),
    name: names[at] ?? '',
    words: day.open ? `${day.from}–${day.until}` : '–',
    content: day,
  }));
}

/** The list with the things of one kind as `items`; those of the other kind stay behind or before. */
export function withPacked(all: Packing, along: boolean, items: Packing): Packing {
  const others = all.filter((item) => item.along !== along);
  return along ? [...items, ...others] : [...others, ...items];
}

function bothWords({ nl, en }: BothLanguages): string {
  return `${nl} / ${en}`;
}
