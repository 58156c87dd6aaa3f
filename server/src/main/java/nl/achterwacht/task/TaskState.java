package nl.achterwacht.task;

import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.base.PersonId;

/** Where a task stands. */
public sealed interface TaskState {
  /**
   * Somebody must still do it.
   *
   * @param dueAt before when
   * @param wakeAt when it next asks for attention; there always is such a moment
   * @param rung how often it climbed since it became overdue: 0 not yet, 1 to the supervisors of
   *     the team, 2 to the safety officers too, 3 and more to the administrators too
   */
  record Open(PersonId owner, Instant dueAt, Instant wakeAt, int rung) implements TaskState {}

  /** A person ended it, and said what was done or why nothing need be done. */
  record Ended(Instant at, How how, PersonId by, String answer) implements TaskState {}

  /** How a task ended. */
  enum How {
    DONE,
    /** It need not be done any more, for a reason. */
    DROPPED
  }

  /** When it must be looked at again; empty when it has ended. */
  default Optional<Instant> wakes() {
    return this instanceof Open open ? Optional.of(open.wakeAt()) : Optional.empty();
  }
}
