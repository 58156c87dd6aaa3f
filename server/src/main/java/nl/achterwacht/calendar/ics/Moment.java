package nl.achterwacht.calendar.ics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day or a time in a calendar.
 *
 * @param local what the clock there reads; of a day its midnight
 * @param allDay it is a day
 */
record Moment(LocalDateTime local, boolean allDay, Zone zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  Instant instant() {
    return zone.at(local);
  }

  /** The same moment by another clock; a day stays that day. */
  LocalDateTime by(Zone other) {
    return allDay ? local : other.local(instant());
  }

  /**
   * Reads a property with one moment.
   *
   * @param zones null where times are never those of a named zone
   * @return null when there is none, or none that can be read
   */
  static @Nullable Moment read(Component.@Nullable Line line, @Nullable Zones zones) {
    return line == null ? null : read(line.value(), zoneOf(line, zones));
  }

  /** Reads a property with several moments, or periods, of which the start counts. */
  static List<Moment> readAll(Component.Line line, @Nullable Zones zones) {
    var moments = new ArrayList<Moment>();
    Zone zone = zoneOf(line, zones);
    for (String value : line.value().split(",", -1)) {
      int slash = value.indexOf('/');
      Moment moment = read(slash < 0 ? value : value.substring(0, slash), zone);
      if (moment != null) {
        moments.add(moment);
      }
    }
    return moments;
  }

  static @Nullable Moment read(String value, @Nullable Zone zone) {
    String text = value.strip();
    try {
      if (text.matches("\\d{8}")) {
        LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        return new Moment(day.atStartOfDay(), true, Zone.FLOATING);
      }
      boolean utc = text.endsWith("Z");
      String bare = utc ? text.substring(0, text.length() - 1) : text;
      Zone its = utc ? Zone.UTC : zone;
      return its == null ? null : new Moment(LocalDateTime.parse(bare, TIME), false, its);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Zone zoneOf(Component.Line line, @Nullable Zones zones) {
    String name = line.parameter("TZID");
    return name == null || zones == null ? Zone.FLOATING : zones.named(name);
  }
}
