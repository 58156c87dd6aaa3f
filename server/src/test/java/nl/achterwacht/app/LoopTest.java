package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a loop works, and when it leaves the work to another. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopTest {
  private static final Instant DUE = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicReference<Instant> now = new AtomicReference<>(DUE);
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();

  @Test
  void theHelpingHandWaitsUntilTheFirstWasBusyForAWhile() {
    var first = Loop.overRows("first", now::get, this::hangs, this::earliest);
    var looked = new AtomicInteger();
    Loop helping =
        Loop.helping(
            first,
            "helping",
            () -> {
              looked.incrementAndGet();
              return now.get();
            },
            this::step);
    first.start();
    await().atMost(PATIENCE).until(() -> hanging.getCount() == 0);
    now.set(DUE.plus(Loop.HELP_AFTER).minusMillis(1));
    helping.start();
    try {
      await().atMost(PATIENCE).until(() -> looked.get() >= 5);
      assertThat(steps).hasValue(0);

      now.set(DUE.plus(Loop.HELP_AFTER));
      await().atMost(PATIENCE).until(() -> steps.get() > 0);

      released.countDown();
      await().atMost(PATIENCE).until(() -> asked.get() >= 2);
      int before = steps.get();
      int from = looked.get();
      await().atMost(PATIENCE).until(() -> looked.get() >= from + 5);
      assertThat(steps.get()).as("the first goes on alone").isLessThanOrEqualTo(before + 1);
    } finally {
      released.countDown();
      end(first);
      end(helping);
    }
  }

  @Test
  void theFirstHandWorksAsSoonAsARowIsDue() {
    now.set(DUE.minusMillis(1));
    Loop loop = Loop.overRows("test", now::get, this::step, this::earliest);
    loop.start();
    try {
      await().atMost(PATIENCE).until(() -> asked.get() >= 5);
      assertThat(steps).hasValue(0);

      now.set(DUE);
      await().atMost(PATIENCE).until(() -> steps.get() > 0);
    } finally {
      end(loop);
    }
  }

  /** Hangs in its first batch until it is released, and has nothing more to do then. */
  private boolean hangs() {
    hanging.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    now.set(DUE.minusSeconds(1));
    return false;
  }

  private boolean step() {
    steps.incrementAndGet();
    return false;
  }

  private Instant earliest() {
    asked.incrementAndGet();
    return DUE;
  }

  private static void end(Loop loop) {
    loop.stop();
    loop.awaitEnd(PATIENCE);
  }
}
