package nl.achterwacht.travel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * From one moment until another, as the clocks on the wall of a place show it.
 *
 * @param until not before {@code from}
 */
public record ZonedInterval(Instant from, Instant until, ZoneId zone) {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  public ZonedInterval {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("an interval that ends before it begins");
    }
  }

  /** In the time of the Netherlands. */
  public static ZonedInterval dutch(Instant from, Instant until) {
    return new ZonedInterval(from, until, NETHERLANDS);
  }

  /** The day in the Netherlands at {@code moment}. */
  public static LocalDate dutchDay(Instant moment) {
    return moment.atZone(NETHERLANDS).toLocalDate();
  }

  boolean staysWithinADay() {
    return day().equals(end().toLocalDate());
  }

  LocalDate day() {
    return begin().toLocalDate();
  }

  LocalTime fromTime() {
    return begin().toLocalTime();
  }

  LocalTime untilTime() {
    return end().toLocalTime();
  }

  private ZonedDateTime begin() {
    return from.atZone(zone);
  }

  private ZonedDateTime end() {
    return until.atZone(zone);
  }
}
