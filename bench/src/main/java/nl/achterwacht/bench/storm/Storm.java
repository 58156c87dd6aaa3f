package nl.achterwacht.bench.storm;

import java.time.Instant;
import org.HdrHistogram.Histogram;

/** Somebody who must fire what is due: in one instant, or spread over a while. */
public interface Storm extends AutoCloseable {
  /** Its line in the table. */
  String name();

  /** Whether a ratio is made with it; others show how it goes with more connections. */
  default boolean isCompared() {
    return true;
  }

  /** Makes rows due as {@code wave} says; whatever it needs to be running, runs from here on. */
  void arm(Wave wave);

  /** Returns when all are fired and committed: the moment of the last commit. */
  Instant awaitLast();

  /** In microseconds: from when each was due until its commit was seen. */
  Histogram lateness();

  /**
   * Counts again in the tables, and puts them back as they were.
   *
   * @throws IllegalStateException unless every due row fired exactly once
   */
  void checkAndReset();

  @Override
  void close();
}
