import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type PrivacyTexts } from './nl';

export type { PrivacyTexts };
export const privacyTexts: Readonly<Record<Language, PrivacyTexts>> = { nl, en };
