package nl.achterwacht.alarm;

import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.base.PersonId;

/** Where an alarm stands. Every open state has a moment at which it goes on by itself. */
public sealed interface AlarmState {
  /** The ladder's {@code step} (from 0), called for the {@code round}th time (from 1). */
  int step();

  int round();

  /**
   * The people of {@code step} are being called; the next step follows at {@code nextStepAt}.
   *
   * @param wasTaken somebody acknowledged it before: the worker's own code no longer closes it
   */
  record Calling(int step, int round, Instant nextStepAt, boolean wasTaken) implements AlarmState {}

  /**
   * {@code by} handles it. A promise: without an update before {@code until} the ladder goes on.
   */
  record Acknowledged(int step, int round, PersonId by, Instant until) implements AlarmState {}

  /** {@code by} still handles it, and asked {@code to} to take over. */
  record HandingOver(int step, int round, PersonId by, PersonId to, Instant until)
      implements AlarmState {}

  /** A person closed it, with an outcome. */
  record Closed(int step, int round, Instant at, PersonId by, Outcome outcome)
      implements AlarmState {}

  /** The moment at which the alarm goes on by itself; empty only when closed. */
  default Optional<Instant> wakeAt() {
    return switch (this) {
      case Calling s -> Optional.of(s.nextStepAt());
      case Acknowledged s -> Optional.of(s.until());
      case HandingOver s -> Optional.of(s.until());
      case Closed _ -> Optional.empty();
    };
  }
}
