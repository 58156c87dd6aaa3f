package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.place.caution.CautionKeeper;

/**
 * What happens to places without anybody asking: cautions end and are erased, and past visits
 * teach. It has loops of its own; no alarm waits for them.
 */
final class PlaceCare extends Rounds {
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
  private static final Duration LEARN_EVERY = Duration.ofMinutes(30);

  PlaceCare(
      Database database,
      InstantSource clock,
      VersionFence fence,
      CautionKeeper cautions,
      PlaceLearning learning) {
    super(
        Loop.every(
            SWEEP_EVERY, "cautions", clock, () -> !fence.isShut() && cautions.sweep(database) < 0),
        Loop.every(
            LEARN_EVERY, "places", clock, () -> !fence.isShut() && learning.learn(database) < 0));
  }
}
