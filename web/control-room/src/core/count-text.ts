import type { Language } from '../../../shared/src/core/language';

/** A number of things as it is written: 1.204, or 1,204. */
export function countText(count: number, language: Language): string {
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(count);
}
