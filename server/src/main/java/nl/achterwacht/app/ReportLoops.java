package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.report.MonthCounter;
import nl.achterwacht.report.YearlyKeeper;
import org.springframework.context.SmartLifecycle;

/** Counts months that are over, and makes yearly reports. No alarm waits for it. */
final class ReportLoops implements SmartLifecycle {
  private static final Duration COUNT_EVERY = Duration.ofMinutes(10);

  private final List<Loop> loops;
  private volatile boolean running;

  ReportLoops(
      Database database,
      InstantSource clock,
      VersionFence fence,
      MonthCounter months,
      YearlyKeeper yearly) {
    this.loops =
        List.of(
            Loop.every(
                COUNT_EVERY,
                "months",
                clock,
                () -> !fence.isShut() && months.countDue(database) < 0),
            Loop.overRows(
                "yearly",
                clock,
                () -> !fence.isShut() && yearly.runDue(database),
                () -> fence.isShut() ? null : yearly.earliestDue(database)));
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
