package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.drill.DrillKeeper;

/** Ends drills that are over, and learns from alarms at workplaces. No alarm waits for it. */
final class DrillCare extends Rounds {
  /** So long a drill may stand on a board beside a real alarm. */
  private static final Duration DRILLS_EVERY = Duration.ofSeconds(1);

  private static final Duration LEARN_EVERY = Duration.ofSeconds(20);

  DrillCare(
      Database database,
      InstantSource clock,
      VersionFence fence,
      DrillKeeper drills,
      WorkplaceLearning learning) {
    super(
        Loop.every(
            DRILLS_EVERY, "drills", clock, () -> !fence.isShut() && drills.sweep(database) < 0),
        Loop.every(
            LEARN_EVERY,
            "workplaces",
            clock,
            () -> !fence.isShut() && learning.sweep(database) < 0));
  }
}
