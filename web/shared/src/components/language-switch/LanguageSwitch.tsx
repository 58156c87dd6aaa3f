import { useEffect, useState, type ReactNode } from 'react';
import { firstLanguage, type Language } from '../../core/language';
import { Button } from '../button/Button';
import { LanguageContext, useLanguage, useSharedText } from './language-context';

const REMEMBERED_AS = 'achterwacht-language';

/** Holds the language of the whole app, remembers it on this device and tells the document. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState<Language>(() =>
    firstLanguage(localStorage.getItem(REMEMBERED_AS), navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chooseAndRemember = (chosen: Language) => {
    localStorage.setItem(REMEMBERED_AS, chosen);
    choose(chosen);
  };
  return (
    <LanguageContext.Provider value={{ language, choose: chooseAndRemember }}>
      {children}
    </LanguageContext.Provider>
  );
}

/** One button that names the other language in that language. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const text = useSharedText();
  const other: Language = language === 'nl' ? 'en' : 'nl';
  return (
    <Button look="quiet" lang={other} onClick={() => choose(other)}>
      {other === 'nl' ? text.inDutch : text.inEnglish}
    </Button>
  );
}
