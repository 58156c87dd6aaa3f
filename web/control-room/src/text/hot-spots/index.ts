import type { Language } from '../../../../shared/src/core/language';
import { hotSpotsEn } from './en';
import { hotSpotsNl, type HotSpotsTexts } from './nl';

export type { HotSpotsTexts };
export const hotSpotsTexts: Readonly<Record<Language, HotSpotsTexts>> = {
  nl: hotSpotsNl,
  en: hotSpotsEn,
};
