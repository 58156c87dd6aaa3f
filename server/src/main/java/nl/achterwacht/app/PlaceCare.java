package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.place.caution.CautionKeeper;
import org.springframework.context.SmartLifecycle;

/**
 * What happens to places without anybody asking: cautions end and are erased, and past visits
 * teach. It has loops of its own; no alarm waits for them.
 */
final class PlaceCare implements SmartLifecycle {
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
  private static final Duration LEARN_EVERY = Duration.ofMinutes(30);

  private final List<Loop> loops;
  private volatile boolean running;

  PlaceCare(
      Database database,
      InstantSource clock,
      VersionFence fence,
      CautionKeeper cautions,
      PlaceLearning learning) {
    this.loops =
        List.of(
            Loop.every(
                SWEEP_EVERY,
                "cautions",
                clock,
                () -> !fence.isShut() && cautions.sweep(database) < 0),
            Loop.every(
                LEARN_EVERY,
                "places",
                clock,
                () -> !fence.isShut() && learning.learn(database) < 0));
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
