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
 * Runs a step again and again: at once when there was a full batch, else when the earliest row is
 * due. Other servers may make a row due earlier without telling us, so a loop that wakes or sends
 * never sleeps longer than {@link #LONGEST_SLEEP}.
 */
final class Loop {
  static final Duration LONGEST_SLEEP = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final String name;
  private final InstantSource clock;
  private final Duration longestSleep;
  private final BooleanSupplier step;
  private final Supplier<@Nullable Instant> earliestDue;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private boolean stopping;

  /**
   * @param step does one batch; true when there may be more at once
   * @param earliestDue when the next row is due; null when none is
   */
  Loop(
      String name,
      InstantSource clock,
      Duration longestSleep,
      BooleanSupplier step,
      Supplier<@Nullable Instant> earliestDue) {
    this.name = name;
    this.clock = clock;
    this.longestSleep = longestSleep;
    this.step = step;
    this.earliestDue = earliestDue;
    this.thread = Thread.ofPlatform().name("loop-" + name).unstarted(this::run);
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
      Duration pause;
      try {
        pause = step.getAsBoolean() ? Duration.ZERO : untilDue();
      } catch (Throwable e) {
        // The outermost line of the loop: whatever failed stays due, so trying again is the answer,
        // also when memory ran out for a moment.
        LOG.error("loop {} failed; it goes on in {}", name, AFTER_FAILURE, e);
        pause = AFTER_FAILURE;
      }
      sleep(pause);
    }
  }

  private Duration untilDue() {
    Instant due = earliestDue.get();
    if (due == null) {
      return longestSleep;
    }
    Duration until = Duration.between(clock.instant(), due);
    // Due, but not ours to take just now: another server has it, or every place is in use.
    return until.isNegative()
        ? Duration.ofMillis(20)
        : until.compareTo(longestSleep) < 0 ? until : longestSleep;
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
