package nl.achterwacht.http.frame;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.achterwacht.base.DatabaseAway;
import org.jspecify.annotations.Nullable;

/**
 * The waiting room before the database: bounded in people and in time, so that a phone hears within
 * three seconds that it must use SMS or call. Work that is given up on goes on in the background
 * until the database answers or its socket times out, and keeps its place until then; the phone
 * repeats with the same key and learns what became of it.
 */
public final class Patience {
  /** When the present request must have its answer, in {@link System#nanoTime}. */
  static final ScopedValue<Long> ANSWER_BY = ScopedValue.newInstance();

  private static final int WAITING_FOR_EACH_PLACE = 4;

  private final Duration atMost;
  private final Semaphore places;
  private final int size;
  private final int mayWait;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong sentAway = new AtomicLong();

  public Patience(Duration atMost, int places) {
    this.atMost = atMost;
    this.places = new Semaphore(places, true);
    this.size = places;
    this.mayWait = places * WAITING_FOR_EACH_PLACE;
  }

  /**
   * Runs {@code work} and waits for it, as long as the request has patience left.
   *
   * @throws DatabaseAway when there was no place or no time; what came of the work is unknown
   */
  public <T extends @Nullable Object> T with(Supplier<T> work) {
    takePlace();
    var task =
        new FutureTask<T>(() -> {
          try {
            return work.get();
          } finally {
            places.release();
          }
        });
    // Without its own thread a request could not walk away from a connection that hangs.
    Thread.ofVirtual().name("database-work").start(task);
    try {
      return task.get(nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw away("the database took too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("interrupted while waiting for the database", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /**
   * Waits for what others are doing already, as long as the request has patience left; gives it up
   * then.
   *
   * @throws DatabaseAway when it took too long; what came of it is unknown
   */
  public <T> T waitFor(CompletableFuture<T> answer) {
    try {
      return answer.get(nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new DatabaseAway("the database took too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseAway("interrupted while waiting for the database", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /** How many requests use the database now, also those that nobody waits for any more. */
  public int inside() {
    return size - places.availablePermits();
  }

  /** How many requests wait for a place now. */
  public int waiting() {
    return waiting.get();
  }

  /** How many requests had to be told that the database is away, or that they took too long. */
  public long sentAway() {
    return sentAway.get();
  }

  Duration atMost() {
    return atMost;
  }

  private void takePlace() {
    if (waiting.incrementAndGet() > mayWait) {
      waiting.decrementAndGet();
      throw away("the waiting room is full", new IllegalStateException("full"));
    }
    try {
      if (!places.tryAcquire(nanosLeft(), TimeUnit.NANOSECONDS)) {
        throw away("no place became free", new IllegalStateException("busy"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("interrupted while waiting for a place", e);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private long nanosLeft() {
    return ANSWER_BY.isBound()
        ? Math.max(0, ANSWER_BY.get() - System.nanoTime())
        : atMost.toNanos();
  }

  private DatabaseAway away(String why, Exception cause) {
    sentAway.incrementAndGet();
    return new DatabaseAway(why, cause);
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException bug) {
      return bug;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("database work failed", cause);
  }
}
