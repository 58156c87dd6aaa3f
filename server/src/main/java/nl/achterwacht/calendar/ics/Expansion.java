package nl.achterwacht.calendar.ics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Works out which occurrences of events lie in a time, exceptions and all. */
final class Expansion {
  /** How far an exception for all that comes after may move it. */
  private static final Duration MOVED_AT_MOST = Duration.ofDays(40);

  private static final int MOST_OCCURRENCES = 5_000;

  // The days of all repeating events together: what working them out may cost.
  private static final long MOST_DAYS = 3_000_000;

  private static final Comparator<Event> BY_REVISION =
      Comparator.comparingInt(Event::sequence).thenComparing(Event::stamp);

  private final Instant from;
  private final Instant until;
  private final List<Occurrence> occurrences = new ArrayList<>();
  private long days;

  Expansion(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  List<Occurrence> occurrences() throws CalendarFault {
    if (occurrences.size() > MOST_OCCURRENCES) {
      throw new CalendarFault(CalendarFault.TOO_MUCH);
    }
    return occurrences;
  }

  /** Adds what comes of all events with one uid; false when it cannot be worked out. */
  boolean add(List<Event> sameUid) throws CalendarFault {
    Event itself = null;
    Map<Instant, Event> single = new HashMap<>();
    NavigableMap<Instant, Event> andAfter = new TreeMap<>();
    for (Event event : sameUid) {
      Moment replaced = event.exceptionTo();
      if (replaced == null) {
        itself = itself == null ? event : later(itself, event);
      } else {
        Map<Instant, Event> exceptions = event.andAfter() ? andAfter : single;
        exceptions.merge(replaced.instant(), event, Expansion::later);
      }
    }
    if (itself != null && itself.cancelled()) {
      return true;
    }
    if (itself != null && !itself.doesRepeat() && single.isEmpty() && andAfter.isEmpty()) {
      add(itself, "", itself.start().local());
      return true;
    }
    for (Event exception : single.values()) {
      if (!exception.cancelled()) {
        add(exception, name(exception.exceptionTo()), exception.start().local());
      }
    }
    return itself == null || addRepeating(itself, single, andAfter);
  }

  private boolean addRepeating(
      Event itself, Map<Instant, Event> single, NavigableMap<Instant, Event> andAfter)
      throws CalendarFault {
    Set<LocalDateTime> starts;
    try {
      starts = starts(itself);
    } catch (RuntimeException e) {
      return false; // a rule that the library takes in but cannot work out
    }
    for (LocalDateTime start : starts) {
      var first = new Moment(start, itself.start().allDay(), itself.start().zone());
      if (single.containsKey(first.instant())) {
        continue;
      }
      var earlier = andAfter.floorEntry(first.instant());
      if (earlier == null) {
        add(itself, name(first), start);
      } else if (!earlier.getValue().cancelled()) {
        Event moved = earlier.getValue();
        add(moved, name(first), moved(moved, first));
      }
    }
    return true;
  }

  /** All starts, as first planned, that may matter in our time. */
  private Set<LocalDateTime> starts(Event itself) throws CalendarFault {
    Zone zone = itself.start().zone();
    LocalDateTime first = itself.start().local();
    LocalDateTime earliest = zone.local(from.minus(itself.length()).minus(MOVED_AT_MOST));
    LocalDateTime latest = zone.local(until.plus(MOVED_AT_MOST));
    var starts = new TreeSet<LocalDateTime>();
    starts.add(first);
    for (Repeats repeats : itself.repeats()) {
      days += Math.max(0, ChronoUnit.DAYS.between(first, latest)) + 1;
      if (days > MOST_DAYS) {
        throw new CalendarFault(CalendarFault.TOO_MUCH);
      }
      starts.addAll(repeats.between(first, earliest, latest));
    }
    itself.alsoAt().forEach(moment -> starts.add(moment.by(zone)));
    for (Moment not : itself.notAt()) {
      if (not.allDay() && !itself.start().allDay()) {
        starts.removeIf(start -> start.toLocalDate().equals(not.local().toLocalDate()));
      } else {
        starts.remove(not.by(zone));
      }
    }
    return starts;
  }

  /** Where an exception for all that comes after puts a start: as far from it as its own. */
  private static LocalDateTime moved(Event exception, Moment first) {
    Zone zone = exception.start().zone();
    Moment replaced = exception.exceptionTo();
    if (replaced == null) {
      throw new IllegalStateException("an exception without what it replaces");
    }
    Duration shift = Duration.between(replaced.by(zone), exception.start().local());
    return first.by(zone).plus(shift);
  }

  private void add(Event event, String recurrence, LocalDateTime startLocal) {
    Zone zone = event.start().zone();
    Instant start = zone.at(startLocal);
    Instant end = zone.at(startLocal.plus(event.length()));
    boolean over = end.isBefore(from) || (end.equals(from) && start.isBefore(from));
    if (over || !start.isBefore(until)) {
      return;
    }
    occurrences.add(
        new Occurrence(
            event.uid(),
            recurrence,
            event.sequence(),
            start,
            end,
            event.start().allDay(),
            event.address(),
            event.title()));
  }

  private static String name(@Nullable Moment first) {
    if (first == null) {
      throw new IllegalStateException("an exception without what it replaces");
    }
    return first.allDay() ? first.local().toLocalDate().toString() : first.instant().toString();
  }

  private static Event later(Event one, Event other) {
    return BY_REVISION.compare(one, other) <= 0 ? other : one;
  }
}
