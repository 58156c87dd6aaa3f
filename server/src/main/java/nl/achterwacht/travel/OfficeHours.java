package nl.achterwacht.travel;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;

/**
 * When a team is at the office. Pure: whether a day is a public holiday it asks {@link Holidays},
 * which computes.
 *
 * @param week a day that is missing is closed
 */
public record OfficeHours(Map<DayOfWeek, Hours> week) {
  /**
   * Hours of one day, by the clock on the wall.
   *
   * @param until later than {@code from}
   */
  public record Hours(LocalTime from, LocalTime until) {
    public Hours {
      if (!until.isAfter(from)) {
        throw new IllegalArgumentException("office hours that end before they begin");
      }
    }
  }

  /** Until a team sets its own: what most town halls keep. */
  private static final Hours USUAL = new Hours(LocalTime.of(8, 30), LocalTime.of(17, 0));

  public OfficeHours {
    week = Map.copyOf(week);
  }

  /** Monday to Friday from 08:30 to 17:00. */
  public static OfficeHours usual() {
    var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        week.put(day, USUAL);
      }
    }
    return new OfficeHours(week);
  }

  /**
   * Whether any part of {@code interval} lies outside these hours, or on a public holiday. To end
   * when the office closes is still inside.
   */
  public boolean isOutside(ZonedInterval interval) {
    if (!interval.staysWithinADay() || Holidays.isHoliday(interval.day())) {
      return true;
    }
    Hours hours = week.get(interval.day().getDayOfWeek());
    return hours == null
        || interval.fromTime().isBefore(hours.from())
        || interval.untilTime().isAfter(hours.until());
  }
}
