package nl.achterwacht.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a step when a row is due, and at once again when there was a full batch. Others may make a
 * row due earlier without telling us, so a loop over rows asks again after {@link #LONGEST_SLEEP}
 * at the latest.
 */
final class Loop {
  static final Duration LONGEST_SLEEP = Duration.ofMillis(250);

  /**
   * What falls due within it goes together: a step for each row would keep a core busy. Also how
   * long it waits for rows that are due but not ours to take, as another server has them.
   */
  static final Duration SHORTEST_SLEEP = Duration.ofMillis(10);

  /** A loop that works for so long without a pause has many rows before it, or is stuck. */
  static final Duration HELP_AFTER = Duration.ofMillis(250);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final String name;
  private final InstantSource clock;
  private final Duration shortestSleep;
  private final Duration longestSleep;
  private final BooleanSupplier step;
  private final Supplier<@Nullable Instant> earliestDue;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private volatile @Nullable Instant busySince;
  private boolean stopping;

  private Loop(
      String name,
      InstantSource clock,
      Pauses pauses,
      BooleanSupplier step,
      Supplier<@Nullable Instant> earliestDue) {
    this.name = name;
    this.clock = clock;
    this.shortestSleep = pauses.shortest();
    this.longestSleep = pauses.longest();
    this.step = step;
    this.earliestDue = earliestDue;
    this.thread = Thread.ofPlatform().name("loop-" + name).unstarted(this::run);
  }

  private record Pauses(Duration shortest, Duration longest) {}

  /**
   * A loop over rows.
   *
   * @param step does one batch; true when there may be more at once
   * @param earliestDue when the next row is due; null when none is
   */
  static Loop overRows(
      String name,
      InstantSource clock,
      BooleanSupplier step,
      Supplier<@Nullable Instant> earliestDue) {
    return new Loop(name, clock, new Pauses(SHORTEST_SLEEP, LONGEST_SLEEP), step, earliestDue);
  }

  /**
   * A second pair of hands: it works while {@code first} has been at it for {@link #HELP_AFTER}
   * without a pause. Until then the first one has them all, so that few rows keep their order.
   */
  static Loop helping(Loop first, String name, InstantSource clock, BooleanSupplier step) {
    return overRows(
        name,
        clock,
        step,
        () -> {
          Instant since = first.busySince;
          return since == null ? null : since.plus(HELP_AFTER);
        });
  }

  /** A loop that runs {@code step} every {@code pause}; at once again when it says so. */
  static Loop every(Duration pause, String name, InstantSource clock, BooleanSupplier step) {
    return new Loop(name, clock, new Pauses(pause, pause), step, () -> Instant.MIN);
  }

  void start() {
    thread.start();
  }

  /** Lets the batch that runs finish, then ends. Returns at once. */
  void stop() {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits at most {@code limit} until it has ended. */
  void awaitEnd(Duration limit) {
    try {
      if (!thread.join(limit)) {
        LOG.warn("loop {} did not end within {}; its claims are taken over by others", name, limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isStopping()) {
      if (busySince == null) {
        busySince = clock.instant();
      }
      Duration pause;
      try {
        pause = untilDue();
        if (pause.isZero()) {
          pause = step.getAsBoolean() ? Duration.ZERO : shortestSleep;
        }
      } catch (Throwable e) {
        // The outermost line of the loop: whatever failed stays due, so trying again is the answer,
        // also when memory ran out for a moment.
        LOG.error("loop {} failed; it goes on in {}", name, AFTER_FAILURE, e);
        pause = AFTER_FAILURE;
      }
      if (!pause.isZero()) {
        busySince = null;
      }
      sleep(pause);
    }
  }

  private Duration untilDue() {
    Instant due = earliestDue.get();
    Instant now = clock.instant();
    if (due == null || due.isAfter(now.plus(longestSleep))) {
      return longestSleep;
    }
    return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
  }

  private void sleep(Duration pause) {
    lock.lock();
    try {
      long nanos = pause.toNanos();
      while (nanos > 0 && !stopping) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      stopping = true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isStopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }
}
