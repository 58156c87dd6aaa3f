import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type TodayTexts } from './nl';

export type { TodayTexts };
export const todayTexts: Readonly<Record<Language, TodayTexts>> = { nl, en };
