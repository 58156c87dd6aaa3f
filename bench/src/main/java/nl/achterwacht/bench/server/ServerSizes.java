package nl.achterwacht.bench.server;

import java.time.Duration;
import nl.achterwacht.bench.Sizes;

/**
 * How much of everything in the cases with a whole server.
 *
 * @param smoke just enough to see that it works
 * @param phones connections with a sign of life under way
 * @param warmUp how long a server that has just started is driven before anything is measured
 * @param followers open boards
 * @param acts signs of life that all boards must show, in one round
 * @param actEvery the time between two of them
 * @param settle at rest before that is measured
 * @param idle how long the rest is measured
 * @param silences watches that fall silent at once
 */
record ServerSizes(
    boolean smoke,
    int phones,
    Duration warmUp,
    int followers,
    int acts,
    Duration actEvery,
    Duration settle,
    Duration idle,
    int silences) {
  /** Fits {@code sizes}, which say nothing of a smoke test but how short a turn is. */
  static ServerSizes of(Sizes sizes) {
    boolean smoke = sizes.turn().compareTo(Duration.ofSeconds(1)) < 0;
    return smoke
        ? new ServerSizes(
            true,
            64,
            Duration.ofSeconds(2),
            200,
            5,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            50)
        : new ServerSizes(
            false,
            64,
            Duration.ofSeconds(20),
            1000,
            100,
            Duration.ofMillis(100),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            1000);
  }
}
