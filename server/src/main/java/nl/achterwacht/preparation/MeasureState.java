package nl.achterwacht.preparation;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** Where a measure stands on one visit. */
public sealed interface MeasureState {
  /** Nothing was done about it yet. */
  record Asked() implements MeasureState {}

  /** {@code to} was asked to come along, or to be the standby, and has not answered. */
  record Offered(PersonId to, PersonId by, Instant at) implements MeasureState {}

  /** {@code by} said no; somebody else has to be asked. */
  record Declined(PersonId by, Instant at) implements MeasureState {}

  /** Taken, as {@code proof} shows. */
  record Proven(Proof proof, PersonId by, Instant at) implements MeasureState {}

  /** A supervisor decided to go without, for this reason. */
  record Waived(String reason, PersonId by, Instant at) implements MeasureState {}

  /** It was proven, waived or offered, and is no more. */
  record Withdrawn(@Nullable String why, PersonId by, Instant at) implements MeasureState {}

  /** Whether the visit may be ready with it. */
  default boolean isSettled() {
    return switch (this) {
      case Proven _, Waived _ -> true;
      case Asked _, Offered _, Declined _, Withdrawn _ -> false;
    };
  }

  /** Whom it rests on: who was asked, or has promised; null for nobody. */
  default @Nullable PersonId colleague() {
    return switch (this) {
      case Offered s -> s.to();
      case Proven(Proof.Promised(PersonId person), _, _) -> person;
      case Asked _, Declined _, Proven _, Waived _, Withdrawn _ -> null;
    };
  }
}
