/** The words of the API that the board thinks in; generated from the contract, never edited here. */
export type {
  AlarmPage,
  Assurance,
  Board,
  BoardAlarm as Alarm,
  BoardEvent,
  BoardWatch as Watch,
  Called,
  Closure,
  Contactable,
  JournalEntry,
  Person,
  ScriptStep,
  Team,
} from '../../../shared/src/api/types';
