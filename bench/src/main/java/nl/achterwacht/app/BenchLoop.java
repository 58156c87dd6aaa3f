package nl.achterwacht.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The server's own loops, for the benchmark: what is measured is what runs. */
public final class BenchLoop implements AutoCloseable {
  private final Loop loop;
  private final Loop helping;

  /** As the server makes its loops that wake; {@code step} may be run by two threads at once. */
  public BenchLoop(
      String name,
      InstantSource clock,
      BooleanSupplier step,
      Supplier<@Nullable Instant> earliestDue) {
    loop = Loop.overRows(name, clock, step, earliestDue);
    helping = Loop.helping(loop, name + "-helping", clock, step);
    loop.start();
    helping.start();
  }

  @Override
  public void close() {
    loop.stop();
    helping.stop();
    loop.awaitEnd(Duration.ofSeconds(30));
    helping.awaitEnd(Duration.ofSeconds(30));
  }
}
