import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type IncidentTexts } from './nl';

export type { IncidentTexts };
export const incidentTexts: Readonly<Record<Language, IncidentTexts>> = { nl, en };
