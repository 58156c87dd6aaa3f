import type { Language } from '../../../../shared/src/core/language';

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;

/** "26 november 2026": of a day as the server writes it, or of a moment, in Dutch time. */
export function dayText(dayOrMoment: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date(dayOrMoment.length === 10 ? `${dayOrMoment}T12:00:00Z` : dayOrMoment));
}
