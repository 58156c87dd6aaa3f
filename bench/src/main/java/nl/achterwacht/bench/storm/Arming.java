package nl.achterwacht.bench.storm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import nl.achterwacht.bench.BenchDatabase;

/** Makes rows due soon, but not before they all are written: that takes longer with a million. */
final class Arming {
  private static final Duration ROOM = Duration.ofSeconds(1);
  private static final int ROWS_A_SECOND = 40_000;

  private final BenchDatabase bench;
  private final InstantSource clock;
  private final Map<Storm, Duration> rooms = new HashMap<>();

  Arming(BenchDatabase bench, InstantSource clock) {
    this.bench = bench;
    this.clock = clock;
  }

  /**
   * Returns the moment at which the first is due, still to come.
   *
   * @param checkpoint whether one has begun by then, so that every page is written in full once
   */
  Instant arm(Storm contender, int round, int count, Duration over, boolean checkpoint) {
    Duration room = rooms.computeIfAbsent(contender, c -> firstRoom());
    while (true) {
      Instant began = clock.instant();
      Instant due = began.plus(room);
      contender.arm(new Wave(round, count, due, over));
      if (checkpoint) {
        bench.run("checkpoint");
      }
      Instant armed = clock.instant();
      if (armed.isBefore(due)) {
        Duration needed = Duration.between(began, armed);
        rooms.put(contender, needed.multipliedBy(2).plus(ROOM));
        return due;
      }
      // The machine was too slow this time; what fell due already does not count.
      contender.awaitLast();
      contender.checkAndReset();
      room = room.multipliedBy(2);
    }
  }

  private Duration firstRoom() {
    return ROOM.plus(Duration.ofSeconds(1).multipliedBy(bench.watches() / ROWS_A_SECOND));
  }
}
