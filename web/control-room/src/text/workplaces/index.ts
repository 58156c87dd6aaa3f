import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type WorkplaceTexts } from './nl';

export type { WorkplaceTexts };
export const workplaceTexts: Readonly<Record<Language, WorkplaceTexts>> = { nl, en };
