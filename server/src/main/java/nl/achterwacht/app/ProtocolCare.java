package nl.achterwacht.app;

import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.protocol.ProtocolKeeper;

/** Tells people of a protocol that came into force, and again those who have not read it. */
final class ProtocolCare extends Rounds {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(20);
  private static final int BATCH = 20;

  ProtocolCare(
      Database database, InstantSource clock, VersionFence fence, ProtocolKeeper protocol) {
    super(
        Loop.every(
            LOOKS_EVERY,
            "protocol",
            clock,
            () -> !fence.isShut() && protocol.wakeDue(database, BATCH) == BATCH));
  }
}
