import type { Language } from '../../../shared/src/core/language';
import { en } from './en';
import { nl, type WorkerText } from './nl';

export type { WorkerText };
export const workerText: Readonly<Record<Language, WorkerText>> = { nl, en };
