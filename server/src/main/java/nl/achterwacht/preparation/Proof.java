package nl.achterwacht.preparation;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.policy.Measure;
import org.jspecify.annotations.Nullable;

/** What shows that a measure was taken. Who noted it, and when, stands beside it. */
public sealed interface Proof {
  /** The resident was telephoned, and what came of it. */
  record Phoned(Instant phonedAt, Outcome outcome) implements Proof {}

  /** {@code from} was asked for information; {@code answered}: there was an answer. */
  record Informed(String from, boolean answered) implements Proof {}

  /** This colleague said yes: comes along, or is the standby. */
  record Promised(PersonId person) implements Proof {}

  /** The worker is asked for a sign of life at {@code callAt}. */
  record CallBack(Instant callAt) implements Proof {}

  /** The client comes to this room instead. */
  record Office(String address, String room) implements Proof {}

  /** {@code name} of the police was told at {@code toldAt}, under {@code reference}. */
  record PoliceTold(String name, Instant toldAt, String reference) implements Proof {}

  /** Police or security come along, as {@code confirmedBy} said at {@code confirmedAt}. */
  record Escort(String confirmedBy, Instant confirmedAt) implements Proof {}

  /** The visit lies within office hours. Never given by somebody: it follows from the times. */
  record WithinHours(Instant from, Instant until) implements Proof {}

  /**
   * {@code name} can be reached at {@code number} all that time. Never given by somebody: it
   * follows from the reachability agreement.
   */
  record Reachable(String name, String number, Instant from, Instant until) implements Proof {}

  /** Done, says who ticks it; {@code note} in their own words. */
  record Ticked(@Nullable String note) implements Proof {}

  /** A supervisor approves the visit. */
  record Approved() implements Proof {}

  /** The visit is called off. */
  record CalledOff() implements Proof {}

  /** What was heard on the telephone. */
  enum Outcome {
    CALM,
    TENSE,
    MOOD_UNKNOWN,
    NOBODY_REACHED
  }

  /** Whether this kind of proof is the one that {@code measure} takes. */
  default boolean fits(Measure measure) {
    return switch (this) {
      case Phoned _ -> measure == Measure.BEL;
      case Informed _ -> measure == Measure.INFO;
      case Promised _ -> measure == Measure.DUO || measure == Measure.ACHT;
      case CallBack _ -> measure == Measure.TERUG;
      case Office _ -> measure == Measure.KANTOOR;
      case PoliceTold _ -> measure == Measure.POLVOOR;
      case Escort _ -> measure == Measure.POLMEE;
      case WithinHours _ -> measure == Measure.DAG;
      case Reachable _ -> measure == Measure.BEREIK;
      case Approved _ -> measure == Measure.LEID;
      case CalledOff _ -> measure == Measure.NIET;
      case Ticked _ ->
          switch (measure) {
            case CODE, AUTO, PARK, ACCU, DEK, PAK -> true;
            case BEL, INFO, DUO, ACHT, TERUG, KANTOOR, POLVOOR, POLMEE, DAG, BEREIK, LEID, NIET ->
                false;
          };
    };
  }
}
