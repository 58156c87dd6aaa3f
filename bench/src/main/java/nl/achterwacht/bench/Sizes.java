package nl.achterwacht.bench;

import java.time.Duration;

/**
 * How much of everything: enough to mean something, or, for a smoke test, just enough to see that
 * it works.
 *
 * @param rounds how often each contender has its turn, one after the other
 * @param watches people out alone, all the time
 * @param storm deadlines in one instant
 * @param quartzTriggers what Quartz has in its tables: fewer, because it slows down with them
 * @param quartzStorm deadlines in one instant for Quartz: fewer, because it would take minutes
 * @param turn how long one turn of a closed loop is measured
 * @param warmUp how long it runs before that
 * @param steady how long deadlines keep coming in the steady case
 */
public record Sizes(
    int rounds,
    int watches,
    int storm,
    int quartzTriggers,
    int quartzStorm,
    Duration turn,
    Duration warmUp,
    Duration steady) {
  /** Deadlines a second in the steady case. */
  public static final int STEADY_RATE = 1100;

  /** From {@code SMOKE}, {@code ROUNDS} and {@code WATCHES}. */
  public static Sizes fromEnvironment() {
    boolean smoke = "1".equals(System.getenv("SMOKE"));
    int rounds = number("ROUNDS", smoke ? 1 : 5);
    return smoke
        ? new Sizes(
            rounds,
            number("WATCHES", 10_000),
            500,
            1_000,
            50,
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            Duration.ofSeconds(1))
        : new Sizes(
            rounds,
            number("WATCHES", 1_000_000),
            20_000,
            100_000,
            1_000,
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20));
  }

  private static int number(String name, int otherwise) {
    String given = System.getenv(name);
    return given == null || given.isBlank() ? otherwise : Integer.parseInt(given.strip());
  }
}
