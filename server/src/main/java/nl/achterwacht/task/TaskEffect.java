package nl.achterwacht.task;

import nl.achterwacht.base.PersonId;

/** What must follow from a decision about a task. */
public sealed interface TaskEffect {
  /** Its owner hears that it is due soon. */
  record Remind(PersonId owner) implements TaskEffect {}

  /** Its owner, and everybody up to this rung, hears that it is overdue. */
  record Climb(PersonId owner, int rung) implements TaskEffect {}

  /** Its new owner hears of it. */
  record TellOwner(PersonId owner) implements TaskEffect {}

  /** The supervisors hear that its owner gave it another moment. */
  record TellPostponed(PersonId owner) implements TaskEffect {}

  /** A rule says no. */
  record Refuse(Reason reason) implements TaskEffect {}

  /** Why a rule says no. */
  enum Reason {
    /** It was ended before. */
    ALREADY_ENDED,
    /** Nothing was said of what was done, or why not. */
    NO_ANSWER,
    /** The new moment is not in the future. */
    NOT_LATER,
    /** The new moment is more than a year away. */
    TOO_FAR
  }
}
