import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type PolicyWords } from './nl';

export type { PolicyWords };
export const policyWords: Readonly<Record<Language, PolicyWords>> = { nl, en };
