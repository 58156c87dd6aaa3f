package nl.achterwacht.ha;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.process.SmallTown;
import nl.achterwacht.process.SmallTown.Out;

/**
 * An alarm that must come: of somebody who stays silent, or of somebody who asks for help.
 *
 * @param at when it must come, in {@link System#nanoTime}; for a panic it is not known beforehand
 */
record Expected(UUID watch, boolean silence, long at) {
  /** Silence becomes an alarm {@code grace} after the deadline. */
  static Expected ofSilence(Out out, Duration grace, SmallTown town) {
    Instant at = out.due().plus(grace);
    long in = Duration.between(town.now(), at).toNanos();
    return new Expected(out.watch().value(), true, System.nanoTime() + in);
  }

  static Expected ofPanic(Out out) {
    return new Expected(out.watch().value(), false, 0);
  }
}
