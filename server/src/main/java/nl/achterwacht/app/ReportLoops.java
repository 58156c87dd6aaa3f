package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.report.MonthCounter;
import nl.achterwacht.report.YearlyKeeper;

/** Counts months that are over, and makes yearly reports. No alarm waits for it. */
final class ReportLoops extends Rounds {
  private static final Duration COUNT_EVERY = Duration.ofMinutes(10);

  ReportLoops(
      Database database,
      InstantSource clock,
      VersionFence fence,
      MonthCounter months,
      YearlyKeeper yearly) {
    super(
        Loop.every(
            COUNT_EVERY, "months", clock, () -> !fence.isShut() && months.countDue(database) < 0),
        Loop.overRows(
            "yearly",
            clock,
            () -> !fence.isShut() && yearly.runDue(database),
            () -> fence.isShut() ? null : yearly.earliestDue(database)));
  }
}
