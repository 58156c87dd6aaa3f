package nl.achterwacht.calendar.ics;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The zones that a calendar speaks of: those that Java knows by their own names or Windows' names,
 * else as the calendar itself defines them.
 */
final class Zones {
  private static final Map<String, String> WINDOWS =
      Map.of(
          "W. Europe Standard Time", "Europe/Amsterdam",
          "Romance Standard Time", "Europe/Brussels",
          "Central Europe Standard Time", "Europe/Budapest",
          "Central European Standard Time", "Europe/Warsaw",
          "GMT Standard Time", "Europe/London",
          "Greenwich Standard Time", "Atlantic/Reykjavik",
          "Coordinated Universal Time", "UTC",
          "SA Western Standard Time", "America/Curacao");

  private final Map<String, Component> defined = new HashMap<>();

  Zones(List<Component> definitions) {
    for (Component definition : definitions) {
      defined.put(definition.value("TZID", ""), definition);
    }
  }

  /** The zone of this name; null when nobody says what it is. */
  @Nullable Zone named(String name) {
    ZoneId known = known(name);
    if (known != null) {
      return Zone.of(known);
    }
    Component definition = defined.get(name);
    if (definition == null) {
      return null;
    }
    known = known(definition.value("X-LIC-LOCATION", ""));
    return known == null ? Written.read(definition) : Zone.of(known);
  }

  private static @Nullable ZoneId known(String name) {
    String id = WINDOWS.getOrDefault(name, name);
    // Some write /some.maker/version/Europe/Amsterdam.
    String tail = id.replaceFirst("^/.*/([A-Za-z_]+/[A-Za-z_]+)$", "$1");
    try {
      return ZoneId.getAvailableZoneIds().contains(tail) ? ZoneId.of(tail) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A zone as a calendar writes it: the times at which the clock changes, and to what. */
  private record Written(List<Change> changes) implements Zone {
    private static final int A_YEAR_AND_A_MONTH = 396;

    private record Change(
        LocalDateTime first, @Nullable Repeats repeats, ZoneOffset from, ZoneOffset to) {
      /** The last time before {@code local} that the clock was changed like this. */
      Optional<LocalDateTime> lastBefore(LocalDateTime local) {
        if (first.isAfter(local)) {
          return Optional.empty();
        }
        List<LocalDateTime> times =
            repeats == null
                ? List.of()
                : repeats.between(first, local.minusDays(A_YEAR_AND_A_MONTH), local);
        return Optional.of(times.isEmpty() ? first : times.getLast());
      }
    }

    static @Nullable Zone read(Component definition) {
      var changes = new ArrayList<Change>();
      for (Component part : definition.parts()) {
        Moment first = Moment.read(part.line("DTSTART"), null);
        ZoneOffset from = offset(part.value("TZOFFSETFROM", ""));
        ZoneOffset to = offset(part.value("TZOFFSETTO", ""));
        if (first == null || from == null || to == null) {
          return null;
        }
        String rule = part.value("RRULE", "");
        Repeats repeats = rule.isEmpty() ? null : Repeats.read(rule, Zone.of(from));
        if (!rule.isEmpty() && repeats == null) {
          return null;
        }
        changes.add(new Change(first.local(), repeats, from, to));
        for (Component.Line more : part.all("RDATE")) {
          for (Moment moment : Moment.readAll(more, null)) {
            changes.add(new Change(moment.local(), null, from, to));
          }
        }
      }
      return changes.isEmpty() ? null : new Written(changes);
    }

    @Override
    public ZoneOffset offsetAt(LocalDateTime local) {
      LocalDateTime latest = null;
      ZoneOffset offset = changes.getFirst().from();
      for (Change change : changes) {
        LocalDateTime last = change.lastBefore(local).orElse(null);
        if (last != null && (latest == null || last.isAfter(latest))) {
          latest = last;
          offset = change.to();
        }
      }
      return offset;
    }

    private static @Nullable ZoneOffset offset(String text) {
      try {
        return ZoneOffset.of(text);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }
}
