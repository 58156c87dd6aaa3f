import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type PreparationTexts } from './nl';

export type { PreparationTexts };
export const preparationTexts: Readonly<Record<Language, PreparationTexts>> = { nl, en };
