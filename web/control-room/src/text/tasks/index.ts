import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type TaskTexts } from './nl';

export type { TaskTexts };
export const taskTexts: Readonly<Record<Language, TaskTexts>> = { nl, en };
