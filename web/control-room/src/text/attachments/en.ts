import type { AttachmentTexts } from './nl';

/** What is said of attachments in English, whatever they belong to. */
export const en: AttachmentTexts = {
  add: 'Add an attachment',
  file: 'Photo or document',
  fileHint: 'PNG, JPEG or PDF, 10 MB at most. We do not keep where a photo was taken.',
  description: 'What does it show?',
  descriptionHint: 'For whoever cannot see it. No names of residents.',
  remove: 'Remove',
  removeThis: (name) => `Remove: ${name}`,
  removeTitle: 'Remove this attachment?',
  removeText: (name) => `${name} will be gone for good.`,
  by: (name, when) => `${name}, ${when}`,
  missing: 'Choose a file.',
  descriptionMissing: 'Write down what it shows.',
  faults: {
    'too-large': 'This file is larger than 10 MB.',
    'no-picture-or-pdf': 'This is no PNG, JPEG or PDF, whatever its name says.',
    'not-base64': 'This file cannot be read.',
    broken: 'This photo cannot be read. Save it again and try once more.',
  },
  'too-many': 'There are 20 attachments already. Remove one first.',
};
