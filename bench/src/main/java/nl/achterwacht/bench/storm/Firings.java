package nl.achterwacht.bench.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Counts what was fired and committed, and remembers when the last one was. */
final class Firings {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final CountDownLatch left;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

  Firings(int expected) {
    left = new CountDownLatch(expected);
  }

  void add(int count, Instant committed) {
    last.accumulateAndGet(committed, (one, other) -> one.isAfter(other) ? one : other);
    for (int i = 0; i < count; i++) {
      left.countDown();
    }
  }

  Instant awaitLast() {
    try {
      if (!left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(left.getCount() + " were not fired within " + PATIENCE);
      }
      return last.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the last alarm", e);
    }
  }
}
