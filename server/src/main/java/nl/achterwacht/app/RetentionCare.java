package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.privacy.RetentionKeeper;

/** Erases what is past its time, without anybody asking. No alarm waits for it. */
final class RetentionCare extends Rounds {
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

  RetentionCare(
      Database database, InstantSource clock, VersionFence fence, RetentionKeeper retention) {
    super(
        Loop.every(
            SWEEP_EVERY,
            "retention",
            clock,
            () -> !fence.isShut() && retention.sweep(database) < 0));
  }
}
