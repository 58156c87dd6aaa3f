package nl.achterwacht.place.caution;

import java.time.Instant;
import nl.achterwacht.base.PersonId;

/** What happens to a caution. */
public sealed interface CautionEvent {
  /** A second person stands for it, until {@code endsAt}. */
  record Confirmed(PersonId by, Instant endsAt) implements CautionEvent {}

  /** Somebody looked again: it is still right. */
  record Reviewed(PersonId by) implements CautionEvent {}

  /** Somebody gave a reason to keep it until {@code endsAt}. */
  record Renewed(PersonId by, Instant endsAt) implements CautionEvent {}

  /** Somebody says that it is not, or no longer, right. */
  record EndAsked(PersonId by) implements CautionEvent {}

  /** Time has passed. */
  record Woken() implements CautionEvent {}
}
