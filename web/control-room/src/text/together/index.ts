import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type TogetherTexts } from './nl';

export type { TogetherTexts };
export const togetherTexts: Readonly<Record<Language, TogetherTexts>> = { nl, en };
