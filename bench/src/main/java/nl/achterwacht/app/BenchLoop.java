package nl.achterwacht.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The server's own loop, for the benchmark: what is measured is what runs. */
public final class BenchLoop implements AutoCloseable {
  private final Loop loop;

  /** As the server makes its loops that wake. */
  public BenchLoop(
      String name,
      InstantSource clock,
      BooleanSupplier step,
      Supplier<@Nullable Instant> earliestDue) {
    loop = Loop.overRows(name, clock, step, earliestDue);
    loop.start();
  }

  @Override
  public void close() {
    loop.stop();
    loop.awaitEnd(Duration.ofSeconds(30));
  }
}
