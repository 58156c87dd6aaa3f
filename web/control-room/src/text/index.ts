import type { Language } from '../../../shared/src/core/language';
import { en } from './en';
import { nl, type Texts } from './nl';

export type { Texts };
export const texts: Readonly<Record<Language, Texts>> = { nl, en };
