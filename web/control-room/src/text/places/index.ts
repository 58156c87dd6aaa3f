import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type PlaceTexts } from './nl';

export type { PlaceTexts };
export const placeTexts: Readonly<Record<Language, PlaceTexts>> = { nl, en };
