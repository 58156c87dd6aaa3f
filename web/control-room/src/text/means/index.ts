import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type MeansTexts } from './nl';

export type { MeansTexts };
export const meansTexts: Readonly<Record<Language, MeansTexts>> = { nl, en };
