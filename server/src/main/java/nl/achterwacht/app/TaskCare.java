package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.TaskKeeper;
import org.springframework.context.SmartLifecycle;

/** Wakes tasks that are due, and looks for what must become one. No alarm waits for it. */
final class TaskCare implements SmartLifecycle {
  private static final Duration CASES_EVERY = Duration.ofSeconds(20);
  private static final Duration SWEEP_EVERY = Duration.ofHours(1);
  private static final int BATCH = 200;

  private final List<Loop> loops;
  private volatile boolean running;

  TaskCare(
      Database database,
      InstantSource clock,
      VersionFence fence,
      TaskKeeper tasks,
      SignalKeeper signals,
      DepartureCases departures) {
    this.loops =
        List.of(
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
                SWEEP_EVERY,
                "signals",
                clock,
                () -> !fence.isShut() && signals.sweep(database) < 0));
  }

  @Override
  public void start() {
    loops.forEach(Loop::start);
    running = true;
  }

  @Override
  public void stop() {
    loops.forEach(Loop::stop);
    loops.forEach(loop -> loop.awaitEnd(Settings.STOPPING));
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
