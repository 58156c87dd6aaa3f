import type { Language } from '../../../../shared/src/core/language';
import { plannerEn } from './en';
import { plannerNl, type PlannerTexts } from './nl';

export type { PlannerTexts };
export const plannerTexts: Readonly<Record<Language, PlannerTexts>> = {
  nl: plannerNl,
  en: plannerEn,
};
