package nl.achterwacht.planted;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One class a breach, to see that {@code ArchitectureTest} finds each of them. */
@SuppressWarnings({"JavaUtilDate", "unused"})
final class Breaches {
  private Breaches() {}

  static final class ReadsTheWallClock {
    final Instant now = Instant.now();
  }

  static final class PassesTheWallClockOn {
    final Supplier<Instant> clock = Instant::now;
  }

  static final class MakesAClockOfItsOwn {
    final InstantSource clock = InstantSource.system();
  }

  static final class ReadsTheLocalTime {
    final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
  }

  static final class MakesADateOfNow {
    final Date now = new Date();
  }

  static final class ReadsTheMilliseconds {
    final long now = System.currentTimeMillis();
  }

  static final class Sleeps {
    void rest() throws InterruptedException {
      Thread.sleep(1);
    }
  }

  static final class SleepsByUnit {
    void rest() throws InterruptedException {
      TimeUnit.SECONDS.sleep(1);
    }
  }

  static final class DrawsWithoutASeed {
    final Random random = new Random();
  }

  static final class DrawsFromTheThread {
    final int drawn = ThreadLocalRandom.current().nextInt();
  }

  static final class DrawsFromMath {
    final double drawn = Math.random();
  }

  static final class BreachManager {}

  static final class BreachImpl {}

  static final class BreachHelper {}

  static final class BreachUtil {}

  static final class BreachDto {}
}
