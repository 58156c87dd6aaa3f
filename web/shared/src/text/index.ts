import type { Language } from '../core/language';
import { en } from './en';
import { nl, type SharedText } from './nl';

export type { SharedText };
export const sharedText: Readonly<Record<Language, SharedText>> = { nl, en };
