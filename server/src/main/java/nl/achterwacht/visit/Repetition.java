package nl.achterwacht.visit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a visit repeats: on some weekdays of every so many weeks, by the clock on the wall, so that
 * ten o'clock stays ten o'clock when daylight saving begins.
 *
 * @param everyWeeks 1 for every week, up to 12
 * @param weekdays at least one
 * @param lastDay the last day on which there may be one
 */
public record Repetition(int everyWeeks, Set<DayOfWeek> weekdays, LocalDate lastDay) {
  /** A year of working days. */
  public static final int MOST = 260;

  public Repetition {
    if (everyWeeks < 1 || weekdays.isEmpty()) {
      throw new IllegalArgumentException("a repetition has weeks and weekdays");
    }
    weekdays = Set.copyOf(weekdays);
  }

  /**
   * The visits that {@code first} becomes, itself included whatever its weekday, earliest first;
   * one more than {@link #MOST} when there are too many.
   */
  public List<Appointment> from(Appointment first, ZoneId zone) {
    ZonedDateTime start = first.plannedStartAt().atZone(zone);
    LocalDate monday = start.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<Appointment> all = new ArrayList<>(List.of(first));
    for (LocalDate week = monday; !week.isAfter(lastDay); week = week.plusWeeks(everyWeeks)) {
      for (DayOfWeek weekday : EnumSet.copyOf(weekdays)) {
        LocalDate day = week.with(TemporalAdjusters.nextOrSame(weekday));
        if (day.isAfter(start.toLocalDate()) && !day.isAfter(lastDay) && all.size() <= MOST) {
          all.add(onDay(first, day, zone));
        }
      }
    }
    return all;
  }

  /** {@code appointment} on another day, at the same time by the clock on the wall. */
  static Appointment onDay(Appointment appointment, LocalDate day, ZoneId zone) {
    ZonedDateTime was = appointment.plannedStartAt().atZone(zone);
    Instant start = was.toLocalTime().atDate(day).atZone(zone).toInstant();
    Duration length = Duration.between(appointment.plannedStartAt(), appointment.plannedEndAt());
    return appointment.at(start, start.plus(length));
  }

  /** ISO numbers, Monday is 1, in order. */
  List<Integer> weekdayNumbers() {
    return EnumSet.copyOf(weekdays).stream().map(DayOfWeek::getValue).toList();
  }
}
