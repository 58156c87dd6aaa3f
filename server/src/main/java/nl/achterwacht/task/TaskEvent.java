package nl.achterwacht.task;

import java.time.Instant;
import nl.achterwacht.base.PersonId;

/** What happens to a task. */
public sealed interface TaskEvent {
  /** It was done; {@code answer} says what. */
  record Completed(PersonId by, String answer) implements TaskEvent {}

  /** Somebody who may decide that says it need not be done. */
  record Dropped(PersonId by, String reason) implements TaskEvent {}

  /** It gets another moment, for a reason. */
  record Postponed(PersonId by, Instant dueAt, String reason) implements TaskEvent {}

  /** It gets another owner. */
  record Given(PersonId by, PersonId to) implements TaskEvent {}

  /** What it is about went to another team, where {@code to} has it. */
  record Moved(PersonId by, PersonId to) implements TaskEvent {}

  /** Time has passed. */
  record Woken() implements TaskEvent {}

  /** Whether somebody answers with words that must be there. */
  default boolean isWordless() {
    return switch (this) {
      case Completed e -> e.answer().isBlank();
      case Dropped e -> e.reason().isBlank();
      case Postponed e -> e.reason().isBlank();
      case Given _, Moved _, Woken _ -> false;
    };
  }
}
