package nl.achterwacht.alarm;

import nl.achterwacht.base.PersonId;

/** What must follow from a decision about an alarm. A row first, an act later. */
public sealed interface AlarmEffect {
  /** Everybody of this step is told, over all their channels at once. */
  record CallStep(int step, int round) implements AlarmEffect {}

  /** Notices that did not go out yet are withdrawn: somebody took it. */
  record StopCalling() implements AlarmEffect {}

  /** The worker is told that {@code by} comes; left out when the alarm is silent. */
  record TellWorkerHelpComes(PersonId by) implements AlarmEffect {}

  /** {@code to} is asked to take over. */
  record AskToTakeOver(PersonId to) implements AlarmEffect {}

  /** The administrator is told that nobody is on duty for this step, so it was skipped. */
  record TellStepEmpty(int step) implements AlarmEffect {}

  /** Nobody of the whole ladder can be called: supervisors and administrators are told. */
  record CallFailSafe() implements AlarmEffect {}

  /** The alarm is over. */
  record Finish(PersonId by, Outcome outcome) implements AlarmEffect {}

  /** A rule says no. Nothing changed. */
  record Refuse(Reason reason) implements AlarmEffect {}

  /** Why a rule says no. */
  enum Reason {
    ABOUT_YOU,
    ABOUT_THEM,
    HANDLED_BY_OTHER,
    ACKNOWLEDGE_FIRST,
    NOT_OFFERED_TO_YOU,
    ALREADY_CLOSED,
    ONLY_A_DRILL_ENDS_AS_DRILL
  }
}
