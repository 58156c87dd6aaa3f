import type { Language } from '../../../../shared/src/core/language';
import { importsEn } from './en';
import { importsNl, type ImportsTexts } from './nl';

export type { ImportsTexts };
export const importsTexts: Readonly<Record<Language, ImportsTexts>> = {
  nl: importsNl,
  en: importsEn,
};
