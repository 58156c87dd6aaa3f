/** What is said of attachments in Dutch, whatever they belong to. */
export const nl = {
  add: 'Bijlage toevoegen',
  file: 'Foto of document',
  fileHint: 'PNG, JPEG of PDF, hoogstens 10 MB. Van een foto bewaren we niet waar die is gemaakt.',
  description: 'Wat staat erop?',
  descriptionHint: 'Voor wie het niet kan zien. Noem geen namen van bewoners.',
  remove: 'Weghalen',
  removeThis: (name: string) => `Weghalen: ${name}`,
  removeTitle: 'Bijlage weghalen?',
  removeText: (name: string) => `${name} verdwijnt voorgoed.`,
  by: (name: string, when: string) => `${name}, ${when}`,
  missing: 'Kies een bestand.',
  descriptionMissing: 'Schrijf op wat erop staat.',
  faults: {
    'too-large': 'Dit bestand is groter dan 10 MB.',
    'no-picture-or-pdf': 'Dit is geen PNG, JPEG of PDF, wat de naam ook zegt.',
    'not-base64': 'Dit bestand is niet te lezen.',
    broken: 'Deze foto is niet te lezen. Sla hem opnieuw op en probeer het nog eens.',
  },
  'too-many': 'Er zijn al 20 bijlagen. Haal er eerst een weg.',
};

export type AttachmentTexts = typeof nl;
