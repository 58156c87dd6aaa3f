package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.privacy.RetentionKeeper;
import org.springframework.context.SmartLifecycle;

/** Erases what is past its time, without anybody asking. No alarm waits for it. */
final class RetentionCare implements SmartLifecycle {
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

  private final Loop loop;
  private volatile boolean running;

  RetentionCare(
      Database database, InstantSource clock, VersionFence fence, RetentionKeeper retention) {
    this.loop =
        Loop.every(
            SWEEP_EVERY,
            "retention",
            clock,
            () -> !fence.isShut() && retention.sweep(database) < 0);
  }

  @Override
  public void start() {
    loop.start();
    running = true;
  }

  @Override
  public void stop() {
    loop.stop();
    loop.awaitEnd(Settings.STOPPING);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
