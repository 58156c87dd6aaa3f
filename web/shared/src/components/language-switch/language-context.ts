import { createContext, useContext } from 'react';
import type { Language } from '../../core/language';
import { sharedText, type SharedText } from '../../text';

export interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice>({
  language: 'nl',
  choose: () => undefined,
});

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

export function useSharedText(): SharedText {
  return sharedText[useLanguage().language];
}
