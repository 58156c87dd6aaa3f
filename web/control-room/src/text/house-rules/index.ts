import type { Language } from '../../../../shared/src/core/language';
import { houseRulesEn } from './en';
import { houseRulesNl, type HouseRulesTexts } from './nl';

export type { HouseRulesTexts };
export const houseRulesTexts: Readonly<Record<Language, HouseRulesTexts>> = {
  nl: houseRulesNl,
  en: houseRulesEn,
};
