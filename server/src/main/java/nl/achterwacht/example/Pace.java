package nl.achterwacht.example;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How fast the town lives.
 *
 * @param factor 1 as intended for people who look; higher for tests
 */
record Pace(double factor) {
  private static final Semaphore NEVER = new Semaphore(0);

  Pace {
    if (!(factor >= 0.1 && factor <= 100)) {
      throw new IllegalArgumentException("the pace is between 0.1 and 100, not " + factor);
    }
  }

  /** {@code time} at this pace. */
  Duration of(Duration time) {
    return Duration.ofNanos((long) (time.toNanos() / factor));
  }

  /** Between so many seconds, at this pace. */
  Duration between(Random random, int least, int most) {
    return of(Duration.ofMillis(random.nextLong(least * 1000L, most * 1000L)));
  }

  /** Waits; ends early only by an interrupt, which means that the town closes. */
  static void rest(Duration time) throws InterruptedException {
    boolean _ = NEVER.tryAcquire(Math.max(1, time.toNanos()), TimeUnit.NANOSECONDS);
  }
}
