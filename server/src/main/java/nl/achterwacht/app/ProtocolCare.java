package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.protocol.ProtocolKeeper;
import org.springframework.context.SmartLifecycle;

/** Tells people of a protocol that came into force, and again those who have not read it. */
final class ProtocolCare implements SmartLifecycle {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(20);
  private static final int BATCH = 20;

  private final Loop loop;
  private volatile boolean running;

  ProtocolCare(
      Database database, InstantSource clock, VersionFence fence, ProtocolKeeper protocol) {
    this.loop =
        Loop.every(
            LOOKS_EVERY,
            "protocol",
            clock,
            () -> !fence.isShut() && protocol.wakeDue(database, BATCH) == BATCH);
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
