package nl.achterwacht.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.calendar.CalendarKeeper;
import nl.achterwacht.calendar.bulk.ImportKeeper;
import org.jspecify.annotations.Nullable;

/** Files that are checked or carried out, and calendars that are read, without anybody waiting. */
final class CalendarLoops extends Rounds {
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

  /** Rows of a file that become visits in one transaction. */
  private static final int ROWS_AT_ONCE = 100;

  CalendarLoops(
      CalendarKeeper calendars, ImportKeeper imports, InstantSource clock, VersionFence fence) {
    var open = new Open(fence);
    super(
        Loop.overRows(
            "imports",
            clock,
            open.step(() -> imports.runDue(ROWS_AT_ONCE)),
            open.due(imports::earliestDue)),
        Loop.overRows(
            "calendars", clock, open.step(calendars::pollDue), open.due(calendars::earliestDue)),
        Loop.every(
            SWEEP_EVERY,
            "calendar-janitor",
            clock,
            open.step(() -> imports.sweep() + calendars.sweep() < 0)));
  }

  /** Loops rest once newer servers have taken over. */
  private record Open(VersionFence fence) {
    BooleanSupplier step(BooleanSupplier step) {
      return () -> !fence.isShut() && step.getAsBoolean();
    }

    Supplier<@Nullable Instant> due(Supplier<@Nullable Instant> due) {
      return () -> fence.isShut() ? null : due.get();
    }
  }
}
