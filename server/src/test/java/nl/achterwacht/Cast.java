package nl.achterwacht;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.PersonId;

/**
 * The same people everywhere: Anna works, Bram is standby, Carla supervises, Dirk stands by too.
 */
public final class Cast {
  public static final PersonId ANNA = person(1);
  public static final PersonId BRAM = person(2);
  public static final PersonId CARLA = person(3);
  public static final PersonId DIRK = person(4);

  /** An ordinary Monday. */
  public static final Instant T14_00 = Instant.parse("2026-11-23T13:00:00Z");

  private Cast() {}

  /** So many minutes after 14:00 (before, when negative). */
  public static Instant at(long minutes) {
    return T14_00.plus(Duration.ofMinutes(minutes));
  }

  public static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static PersonId person(long number) {
    return new PersonId(new UUID(0x7000L, number));
  }
}
