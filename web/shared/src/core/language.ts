export type Language = 'nl' | 'en';

/** The language to begin with: what was chosen before, else what the browser prefers, else Dutch. */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  if (chosen === 'nl' || chosen === 'en') return chosen;
  const known = preferred.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag) => tag === 'nl' || tag === 'en') === 'en' ? 'en' : 'nl';
}
