package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;

/** Wakes tasks that are due, and looks for what must become one. No alarm waits for it. */
final class TaskCare extends Rounds {
  private static final Duration CASES_EVERY = Duration.ofSeconds(20);
  private static final Duration SWEEP_EVERY = Duration.ofHours(1);
  private static final int BATCH = 200;

  TaskCare(
      Database database,
      InstantSource clock,
      VersionFence fence,
      TaskKeeper tasks,
      SignalKeeper signals,
      DepartureCases departures) {
    super(
        Loop.overRows(
            "tasks",
            clock,
            () -> !fence.isShut() && tasks.wakeDue(database, BATCH) == BATCH,
            () -> fence.isShut() ? null : tasks.earliestDue(database)),
        Loop.every(
            CASES_EVERY,
            "departures",
            clock,
            () -> !fence.isShut() && departures.sweep(database) < 0),
        Loop.every(
            SWEEP_EVERY, "signals", clock, () -> !fence.isShut() && signals.sweep(database) < 0));
  }
}
