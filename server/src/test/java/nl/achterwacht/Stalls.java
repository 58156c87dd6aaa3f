package nl.achterwacht;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How long this machine, busy with other things, did not even wake a thread that was to be woken:
 * no server can answer meanwhile, so a limit on an answer is "3 seconds and what the machine stood
 * still".
 */
public final class Stalls implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(10);

  private final AtomicLong longest = new AtomicLong();
  private volatile boolean stopped;

  public Stalls() {
    Thread.ofPlatform().daemon().name("stalls").start(this::watch);
  }

  /** The longest since the last {@link #forget}. */
  public Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  /** Begins anew: what was before is not measured. */
  public void forget() {
    longest.set(0);
  }

  @Override
  public void close() {
    stopped = true;
  }

  private void watch() {
    while (!stopped) {
      long began = System.nanoTime();
      LockSupport.parkNanos(TICK.toNanos());
      long over = System.nanoTime() - began - TICK.toNanos();
      longest.accumulateAndGet(over, Math::max);
    }
  }
}
