package nl.achterwacht.travel;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.shredzone.commons.suncalc.SunTimes;

/** Whether the sun is up somewhere (decision 0100). Pure. */
public final class Daylight {
  // Near Amersfoort. From there to the border sunrise differs by a quarter of an hour at most.
  private static final double MIDDLE_LATITUDE = 52.16;
  private static final double MIDDLE_LONGITUDE = 5.39;

  private Daylight() {}

  /**
   * Whether it is dark: from sunset until sunrise, twilight included, as the traffic rules have it.
   *
   * @param latitude null when the place is not known on the map; then the middle of the Netherlands
   * @param longitude as {@code latitude}
   */
  public static boolean isDark(
      Instant moment, @Nullable Double latitude, @Nullable Double longitude) {
    if (latitude == null || longitude == null) {
      return isDarkAt(moment, MIDDLE_LATITUDE, MIDDLE_LONGITUDE);
    }
    return isDarkAt(moment, latitude, longitude);
  }

  private static boolean isDarkAt(Instant moment, double latitude, double longitude) {
    SunTimes next = SunTimes.compute().on(moment).at(latitude, longitude).execute();
    @Nullable ZonedDateTime rise = next.getRise();
    @Nullable ZonedDateTime set = next.getSet();
    if (rise == null) {
      return set == null && next.isAlwaysDown();
    }
    // The sun that comes up before it goes down is not up now.
    return set == null || rise.isBefore(set);
  }
}
