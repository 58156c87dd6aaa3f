package nl.achterwacht.calendar.ics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is written: one that may repeat, or an exception to one.
 *
 * @param length by the clock on the wall
 * @param exceptionTo the start, as first planned, of what this replaces; null for the event itself
 * @param andAfter an exception holds for all that comes after it, too
 * @param cancelled it does not take place
 */
record Event(
    String uid,
    int sequence,
    String stamp,
    Moment start,
    Duration length,
    @Nullable Moment exceptionTo,
    boolean andAfter,
    boolean cancelled,
    List<Repeats> repeats,
    List<Moment> alsoAt,
    List<Moment> notAt,
    @Nullable String address,
    @Nullable String title) {
  private static final int EARLIEST_YEAR = 1990;
  private static final int MOST_SIGNS = 200;
  private static final int MOST_UID = 500;

  /** Null when it cannot be read. */
  static @Nullable Event read(Component part, Zones zones) {
    String uid = part.value("UID", "");
    Moment start = Moment.read(part.line("DTSTART"), zones);
    Duration length = start == null ? null : length(part, start, zones);
    boolean strange = uid.isEmpty() || uid.length() > MOST_UID;
    if (strange || start == null || length == null || start.local().getYear() < EARLIEST_YEAR) {
      return null;
    }
    var repeats = new ArrayList<Repeats>();
    for (Component.Line rule : part.all("RRULE")) {
      Repeats read = Repeats.read(rule.value(), start.zone());
      if (read == null) {
        return null;
      }
      repeats.add(read);
    }
    Component.Line replaced = part.line("RECURRENCE-ID");
    Moment exceptionTo = Moment.read(replaced, zones);
    if (replaced != null && exceptionTo == null) {
      return null;
    }
    return new Event(
        uid,
        part.number("SEQUENCE"),
        part.value("DTSTAMP", ""),
        start,
        length,
        exceptionTo,
        replaced != null && "THISANDFUTURE".equalsIgnoreCase(replaced.parameter("RANGE")),
        part.value("STATUS", "").equalsIgnoreCase("CANCELLED"),
        repeats,
        moments(part, "RDATE", zones),
        moments(part, "EXDATE", zones),
        shortened(part.text("LOCATION")),
        shortened(part.text("SUMMARY")));
  }

  boolean doesRepeat() {
    return !repeats.isEmpty() || !alsoAt.isEmpty();
  }

  private static List<Moment> moments(Component part, String name, Zones zones) {
    return part.all(name).stream().flatMap(line -> Moment.readAll(line, zones).stream()).toList();
  }

  private static @Nullable Duration length(Component part, Moment start, Zones zones) {
    Component.Line endLine = part.line("DTEND");
    if (endLine != null) {
      Moment end = Moment.read(endLine, zones);
      return end == null ? null : notNegative(between(start, end));
    }
    String length = part.value("DURATION", "");
    if (length.isEmpty()) {
      return start.allDay() ? Duration.ofDays(1) : Duration.ZERO;
    }
    try {
      boolean weeks = length.matches("\\+?P\\d{1,3}W");
      return weeks
          ? Duration.ofDays(7L * Integer.parseInt(length.replaceAll("\\D", "")))
          : notNegative(Duration.parse(length));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration between(Moment start, Moment end) {
    LocalDateTime there = end.by(start.zone());
    return Duration.between(start.local(), there);
  }

  private static @Nullable Duration notNegative(Duration length) {
    return length.isNegative() ? null : length;
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= MOST_SIGNS ? text : text.substring(0, MOST_SIGNS);
  }
}
