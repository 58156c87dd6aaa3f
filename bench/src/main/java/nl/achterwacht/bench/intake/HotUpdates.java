package nl.achterwacht.bench.intake;

import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.bench.BenchDatabase;

/**
 * Updates of watches, as PostgreSQL counts them.
 *
 * @param all of them
 * @param hot those that touched no index (heap-only tuples)
 */
record HotUpdates(long all, long hot) {
  // A connection that has become idle says what it did after ten seconds at the latest.
  private static final long SETTLING_NANOS = 11_000_000_000L;

  static HotUpdates now(BenchDatabase bench) {
    return new HotUpdates(count(bench, "n_tup_upd"), count(bench, "n_tup_hot_upd"));
  }

  /** Once all connections have said what they did. */
  static HotUpdates settled(BenchDatabase bench) {
    long until = System.nanoTime() + SETTLING_NANOS;
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
    return now(bench);
  }

  double shareSince(HotUpdates before) {
    return (double) (hot - before.hot) / (all - before.all);
  }

  private static long count(BenchDatabase bench, String column) {
    return bench.number(
        "select %s from pg_stat_all_tables where schemaname = 'watch' and relname = 'watch'"
            .formatted(column));
  }
}
