package nl.achterwacht.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import nl.achterwacht.report.CountStore.Count;
import org.jspecify.annotations.Nullable;

/** Counts that were read, to be added up. */
record Figures(List<Count> counts) {
  long sum(String what, Predicate<Count> which) {
    return counts.stream()
        .filter(count -> count.what().equals(what) && which.test(count))
        .mapToLong(Count::n)
        .sum();
  }

  long sum(String what) {
    return sum(what, count -> true);
  }

  long sum(String what, String key) {
    return sum(what, count -> count.key().equals(key));
  }

  long sum(String what, YearMonth month) {
    return sum(what, count -> count.month().equals(month));
  }

  long sum(String what, String key, YearMonth month) {
    return sum(what, count -> count.key().equals(key) && count.month().equals(month));
  }

  /** By key, in the order of the keys. */
  Map<String, Long> byKey(String what) {
    var sums = new TreeMap<String, Long>();
    for (Count count : counts) {
      if (count.what().equals(what)) {
        sums.merge(count.key(), (long) count.n(), Long::sum);
      }
    }
    return sums;
  }

  Set<UUID> teams(String what) {
    var teams = new TreeSet<UUID>();
    for (Count count : counts) {
      @Nullable UUID team = count.team();
      if (count.what().equals(what) && team != null) {
        teams.add(team);
      }
    }
    return teams;
  }

  /** {@code part} of {@code whole} in percent, one decimal; null when there is no whole. */
  static @Nullable Double percent(long part, long whole) {
    return whole == 0 ? null : Math.round(1000.0 * part / whole) / 10.0;
  }
}
