package nl.achterwacht.preparation;

import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** What can be done about a measure of one visit. */
public sealed interface MeasureEvent {
  /** Who does it. */
  Actor by();

  /** It was taken, and this shows it. */
  record Proved(Proof proof, Actor by) implements MeasureEvent {}

  /** {@code who} is asked to come along, or to be the standby. */
  record Named(PersonId who, Actor by) implements MeasureEvent {}

  /** The one who was asked says yes. */
  record Accepted(Actor by) implements MeasureEvent {}

  /** The one who was asked says no. */
  record Declined(Actor by) implements MeasureEvent {}

  /** Without it, for this reason. */
  record Waived(String reason, Actor by) implements MeasureEvent {}

  /** It does not hold any more: the escort cancels, the companion cannot come. */
  record Withdrawn(@Nullable String why, Actor by) implements MeasureEvent {}
}
