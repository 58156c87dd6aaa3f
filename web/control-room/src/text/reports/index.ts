import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type ReportTexts } from './nl';

export type { ReportTexts };
export const reportTexts: Readonly<Record<Language, ReportTexts>> = { nl, en };
