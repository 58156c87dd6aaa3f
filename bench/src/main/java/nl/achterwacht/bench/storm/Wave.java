package nl.achterwacht.bench.storm;

import java.time.Duration;
import java.time.Instant;

/**
 * Deadlines to come.
 *
 * @param round which turn it is: other rows are due in each
 * @param count how many
 * @param from when the first is due
 * @param over the time over which they are spread; zero when all are due in one instant
 */
public record Wave(int round, int count, Instant from, Duration over) {
  /** SQL: the moment of the row in place {@code place} of this wave. */
  String momentOf(String place) {
    double apart = over.toNanos() / 1e9 / count;
    return "timestamptz '%s' + make_interval(secs => (%s) * %.9f)".formatted(from, place, apart);
  }

  /** SQL: whether the place {@code draw} in the shuffled order of {@code rows} is of this wave. */
  String has(String draw, int rows) {
    return "%s >= %d and %s < %d".formatted(draw, first(rows), draw, first(rows) + count);
  }

  /** The place of its first row; in a later round other rows, as long as there are any. */
  int first(int rows) {
    return round % Math.max(1, rows / count) * count;
  }
}
