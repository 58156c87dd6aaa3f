package nl.achterwacht.example;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Sees to it that every few minutes one visit goes wrong, and only one. */
final class Troubles {
  private static final Duration FIRST_AFTER = Duration.ofSeconds(90);
  private static final int LEAST_APART_S = 150;
  private static final int MOST_APART_S = 260;

  /** Falling silent takes effect at the deadline, so it is for whose deadline is near. */
  private static final Duration SOON = Duration.ofSeconds(60);

  /** What goes wrong. */
  enum Trouble {
    /** Nothing is heard any more. */
    SILENCE,
    /** The panic button is held. */
    PANIC,
    /** "Ik vertrek": it could not be handled. */
    DEPARTURE
  }

  private static final List<Trouble> IN_TURN =
      List.of(Trouble.PANIC, Trouble.SILENCE, Trouble.DEPARTURE, Trouble.SILENCE, Trouble.SILENCE);

  private final InstantSource clock;
  private final Pace pace;
  private final Random random;
  private Instant nextAt;
  private int count;

  Troubles(InstantSource clock, Pace pace, Random random) {
    this.clock = clock;
    this.pace = pace;
    this.random = random;
    this.nextAt = clock.instant().plus(pace.of(FIRST_AFTER));
  }

  /** Whether it is the turn of a worker whose deadline is {@code untilDue} away. */
  synchronized Optional<Trouble> takeTurn(Duration untilDue) {
    Instant now = clock.instant();
    Trouble trouble = IN_TURN.get(count % IN_TURN.size());
    if (now.isBefore(nextAt) || (trouble == Trouble.SILENCE && untilDue.compareTo(SOON) > 0)) {
      return Optional.empty();
    }
    nextAt = now.plus(pace.between(random, LEAST_APART_S, MOST_APART_S));
    count++;
    return Optional.of(trouble);
  }
}
