import * as v from 'valibot';
import { moment, type Schema } from './parse';
import type { Attachment } from './types';

export const attachmentSchema: Schema<Attachment> = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  mediaType: v.picklist(['image/png', 'image/jpeg', 'application/pdf']),
  bytes: v.number(),
  madeByName: v.string(),
  madeAt: moment,
});
