package nl.achterwacht.calendar.ics;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * How something repeats, by the clock on the wall: at 14:00 stays at 14:00 when the clock changes.
 * Rules that name times finer than a day are not for appointments, and could keep us busy for ever.
 */
final class Repeats {
  private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
  private static final Set<String> ONCE_ONLY = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
  private static final Set<String> NOT_READ = Set.of("RSCALE", "SKIP");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private final Recur<LocalDateTime> recur;

  private Repeats(Recur<LocalDateTime> recur) {
    this.recur = recur;
  }

  /**
   * Reads a rule.
   *
   * @param zone by whose clock it repeats; its end may be written by another
   * @return null for a rule that cannot be read, or is none for appointments
   */
  static @Nullable Repeats read(String rule, Zone zone) {
    var parts = new ArrayList<String>();
    boolean frequencyFits = false;
    for (String part : rule.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      String[] both = part.split("=", 2);
      if (both.length < 2) {
        continue;
      }
      String value = both[1].strip();
      if (NOT_READ.contains(both[0])
          || (ONCE_ONLY.contains(both[0]) && value.contains(","))
          || (both[0].equals("INTERVAL") && !value.matches("\\d{1,4}"))
          || (both[0].equals("COUNT") && !value.matches("\\d{1,6}"))) {
        return null;
      }
      frequencyFits |= both[0].equals("FREQ") && FREQUENCIES.contains(value);
      if (both[0].equals("UNTIL")) {
        Moment until = Moment.read(value, zone);
        if (until == null) {
          return null;
        }
        value = TIME.format(lastOf(until, zone));
      }
      parts.add(both[0] + "=" + value);
    }
    try {
      return frequencyFits ? new Repeats(new Recur<>(String.join(";", parts))) : null;
    } catch (RuntimeException e) {
      return null; // the library's many ways to say that a rule is wrong
    }
  }

  /** The times from {@code from} up to and including {@code until}, in order. */
  List<LocalDateTime> between(LocalDateTime first, LocalDateTime from, LocalDateTime until) {
    return recur.getDates(first, from, until);
  }

  /** An end that is a day includes that day. */
  private static LocalDateTime lastOf(Moment until, Zone zone) {
    return until.allDay() ? until.local().with(LocalTime.of(23, 59, 59)) : until.by(zone);
  }
}
