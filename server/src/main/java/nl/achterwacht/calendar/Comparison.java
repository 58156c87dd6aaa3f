package nl.achterwacht.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.achterwacht.calendar.ics.Occurrence;

/**
 * What differs between a calendar and what we keep of it. Pure.
 *
 * @param fresh not seen before, and still to come
 * @param changed at another time or place, or called otherwise
 * @param same as it was
 * @param gone no longer there, though its time is still to come
 */
record Comparison(List<Occurrence> fresh, List<Match> changed, List<Match> same, List<Kept> gone) {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  /** One that we keep, as it is found now. */
  record Match(Kept kept, Occurrence found) {}

  private record Key(String uid, String recurrence) {}

  private record SameDay(String uid, LocalDate day) {}

  /**
   * Compares.
   *
   * @param titles whether titles are kept, and so compared
   */
  static Comparison of(List<Kept> kept, List<Occurrence> found, boolean titles, Instant now) {
    Map<Key, Kept> left = new LinkedHashMap<>();
    kept.forEach(one -> left.put(new Key(one.uid(), one.recurrence()), one));
    var matches = new ArrayList<Match>();
    var unknown = new ArrayList<Occurrence>();
    for (Occurrence one : found) {
      Kept known = left.remove(new Key(one.uid(), one.recurrence()));
      if (known == null) {
        unknown.add(one);
      } else {
        matches.add(new Match(known, one));
      }
    }
    List<Occurrence> fresh = heirs(unknown, left, matches);
    return new Comparison(
        fresh.stream().filter(one -> one.start().isAfter(now)).toList(),
        matches.stream().filter(match -> differs(match, titles)).toList(),
        matches.stream().filter(match -> !differs(match, titles)).toList(),
        left.values().stream().filter(one -> one.start().isAfter(now)).toList());
  }

  /**
   * A series that is moved as a whole gets other names for all its dates. What is left of it on the
   * same day is the same appointment.
   */
  private static List<Occurrence> heirs(
      List<Occurrence> unknown, Map<Key, Kept> left, List<Match> matches) {
    Map<SameDay, Key> byDay = new LinkedHashMap<>();
    left.forEach((key, one) -> byDay.putIfAbsent(new SameDay(one.uid(), day(one.start())), key));
    var fresh = new ArrayList<Occurrence>();
    for (Occurrence one : unknown) {
      Key heirOf = byDay.remove(new SameDay(one.uid(), day(one.start())));
      Kept before = heirOf == null ? null : left.remove(heirOf);
      if (before == null) {
        fresh.add(one);
      } else {
        matches.add(new Match(before, one));
      }
    }
    return fresh;
  }

  /** What a server that lags behind says of an older revision does not count. */
  private static boolean differs(Match match, boolean titles) {
    Kept kept = match.kept();
    Occurrence found = match.found();
    boolean older = found.sequence() < kept.sequence();
    return !older
        && !(kept.start().equals(found.start())
            && kept.end().equals(found.end())
            && kept.allDay() == found.allDay()
            && kept.recurrence().equals(found.recurrence())
            && Objects.equals(kept.address(), found.address())
            && (!titles || Objects.equals(kept.title(), found.title())));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, NETHERLANDS);
  }
}
