/** Wat de pagina Importeren zegt. */
export const importsNl = {
  title: 'Bezoeken importeren',
  intro:
    'Kies een bestand met bezoeken (Excel of CSV). U ziet eerst wat ermee gebeurt; daarna beslist u.',
  columns:
    'Nodige kolommen: medewerker, adres, datum, begin en einde (of duur). Mag erbij: verdieping, doel, risicobezoek, vervoer, reistijd, kenmerk.',
  choose: 'Bestand',
  send: 'Bekijk wat erin staat',
  checking: 'Het bestand wordt nagekeken…',
  unreadable: 'Dit bestand kunnen we niet gebruiken.',
  checked: 'Nagekeken',
  willPlan: (count: number) =>
    count === 1 ? '1 bezoek wordt gepland' : `${count} bezoeken worden gepland`,
  areKnown: (count: number) =>
    count === 1 ? '1 regel was al ingelezen' : `${count} regels waren al ingelezen`,
  areBad: (count: number) => (count === 1 ? '1 regel klopt niet' : `${count} regels kloppen niet`),
  badRows: 'Regels die niet kloppen',
  rowsMissing: 'De regels die niet kloppen, zijn niet te laden.',
  number: 'Regel',
  column: 'Kolom',
  reason: 'Wat er mis is',
  remedy: 'Wat u kunt doen',
  more: (count: number) => `En nog ${count}. Verbeter eerst deze.`,
  confirm: (count: number) => (count === 1 ? 'Plan dit bezoek' : `Plan deze ${count} bezoeken`),
  discard: 'Weggooien',
  running: (done: number, total: number) => `${done} van ${total} gepland`,
  progress: 'Voortgang',
  done: (count: number) =>
    count === 1 ? '1 bezoek is gepland.' : `${count} bezoeken zijn gepland.`,
  nothing: 'Er is niets nieuws om te plannen.',
  again: 'Nog een bestand',
};

export type ImportsTexts = typeof importsNl;
