import type { Language } from '../../../../shared/src/core/language';
import { en } from './en';
import { nl, type AttachmentTexts } from './nl';

export const attachmentTexts: Readonly<Record<Language, AttachmentTexts>> = { nl, en };
