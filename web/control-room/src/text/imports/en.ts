import type { ImportsTexts } from './nl';

/** What the page Import says in English. */
export const importsEn: ImportsTexts = {
  title: 'Import visits',
  intro:
    'Choose a file with visits (Excel or CSV). First you see what will come of it; then you decide.',
  columns:
    'Columns needed: worker, address, date, start and end (or duration). May be added: floor, purpose, high risk, transport, travel time, key.',
  choose: 'File',
  send: 'See what is in it',
  checking: 'The file is being checked…',
  unreadable: 'We cannot use this file.',
  checked: 'Checked',
  willPlan: (count) =>
    count === 1 ? '1 visit will be planned' : `${count} visits will be planned`,
  areKnown: (count) =>
    count === 1 ? '1 row was imported before' : `${count} rows were imported before`,
  areBad: (count) => (count === 1 ? '1 row is wrong' : `${count} rows are wrong`),
  badRows: 'Rows that are wrong',
  rowsMissing: 'The rows that are not right cannot be loaded.',
  number: 'Row',
  column: 'Column',
  reason: 'What is wrong',
  remedy: 'What you can do',
  more: (count) => `And ${count} more. Mend these first.`,
  confirm: (count) => (count === 1 ? 'Plan this visit' : `Plan these ${count} visits`),
  discard: 'Throw away',
  running: (done, total) => `${done} of ${total} planned`,
  progress: 'Progress',
  done: (count) => (count === 1 ? '1 visit was planned.' : `${count} visits were planned.`),
  nothing: 'There is nothing new to plan.',
  again: 'Another file',
};
