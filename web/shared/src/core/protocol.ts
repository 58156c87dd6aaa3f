/**
 * Reads the Markdown of a protocol as far as an app must: its headings, which sections are scenarios,
 * and which scenario cards stand in it. What the words look like is for the screens.
 */
export interface Section {
  /** For a link within the page; stays the same while the headings do. */
  readonly id: string;
  readonly level: number;
  readonly title: string;
  /** Without its heading; up to the next heading, of whatever level. */
  readonly body: string;
  /** Its heading begins with `Situatie:` or `Scenario:`. */
  readonly isScenario: boolean;
  /** The names of scenario cards that stand in it. */
  readonly cards: readonly string[];
}

const HEADING = /^(#{1,4})\s+(.+?)\s*#*$/;
const SCENARIO = /^(situatie|scenario)\s*:\s*/i;
const CARD = /^\[[^\]]*\]\(card:([a-z0-9-]+)\)\s*$/;

/** The sections in their order; words before the first heading stand under a heading that is empty. */
export function sectionsOf(words: string): readonly Section[] {
  const sections: Section[] = [];
  let level = 0;
  let title = '';
  let lines: string[] = [];
  const close = (): void => {
    const body = lines.join('\n').trim();
    if (title === '' && body === '') return;
    sections.push({
      id: `s${sections.length + 1}`,
      level,
      title,
      body,
      isScenario: SCENARIO.test(title),
      cards: lines.map((line) => CARD.exec(line)?.[1]).filter((code) => code !== undefined),
    });
  };
  for (const line of words.split(/\r?\n/)) {
    const heading = HEADING.exec(line);
    if (heading === null) {
      lines.push(line);
    } else {
      close();
      level = heading[1]?.length ?? 1;
      title = heading[2] ?? '';
      lines = [];
    }
  }
  close();
  return sections;
}

/** The title of a scenario as a card has it. */
export function scenarioTitle(section: Section): string {
  const title = section.title.replace(SCENARIO, '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Scenarios that no card of the guidance tells already: they are cards themselves. */
export function scenariosBeside(
  sections: readonly Section[],
  cards: readonly string[],
): readonly Section[] {
  return sections.filter(
    (section) => section.isScenario && !section.cards.some((code) => cards.includes(code)),
  );
}

/** The section in which a scenario card stands; null when it stands in none. */
export function sectionOfCard(sections: readonly Section[], code: string): Section | null {
  return sections.find((section) => section.cards.includes(code)) ?? null;
}

/** A section in parts: Markdown, and where a card stands its name. */
export type Part =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'card'; readonly code: string };

export function partsOf(body: string): readonly Part[] {
  const parts: Part[] = [];
  let lines: string[] = [];
  const close = (): void => {
    if (lines.join('').trim() !== '') parts.push({ kind: 'words', words: lines.join('\n') });
    lines = [];
  };
  for (const line of body.split('\n')) {
    const code = CARD.exec(line)?.[1];
    if (code === undefined) {
      lines.push(line);
    } else {
      close();
      parts.push({ kind: 'card', code });
    }
  }
  close();
  return parts;
}

/** Sections in which every word that was asked stands, in whatever order. */
export function found(sections: readonly Section[], asked: string): readonly Section[] {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sections;
  return sections.filter((section) => {
    const text = plain(`${section.title} ${section.body}`);
    return words.every((word) => text.includes(word));
  });
}

/** Without capitals and accents: nobody types those when in a hurry. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
