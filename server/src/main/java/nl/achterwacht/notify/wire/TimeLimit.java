package nl.achterwacht.notify.wire;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.achterwacht.notify.Channel.Answer;

/**
 * Keeps a provider to its time, whatever it does: hang, drip one byte a second, or never finish a
 * handshake. Limits on single reads cannot promise that.
 */
public final class TimeLimit {
  /** When the present conversation must have ended, in {@link System#nanoTime}. */
  static final ScopedValue<Long> END = ScopedValue.newInstance();

  private TimeLimit() {}

  /**
   * What {@code conversation} answers, or {@code TryLater} once {@code limit} has passed. The
   * conversation runs on a virtual thread of its own; breaking it off closes the socket it waits
   * for.
   */
  public static Answer keep(Duration limit, Supplier<Answer> conversation) {
    return keep(limit, conversation, Answer.TryLater::new);
  }

  /**
   * As {@link #keep(Duration, Supplier)}, for any conversation.
   *
   * @param otherwise what it counts as when it did not end in time, and why
   */
  public static <T> T keep(
      Duration limit, Supplier<T> conversation, Function<String, T> otherwise) {
    long end = System.nanoTime() + limit.toNanos();
    var task = new FutureTask<T>(() -> inTime(end, conversation, otherwise));
    Thread.ofVirtual().name("conversation").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return otherwise.apply("no answer within " + limit.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return otherwise.apply("broken off: this server is stopping");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a conversation failed by our own fault", e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  /** A server that stood still since must not begin: others may have sent it meanwhile. */
  private static <T> T inTime(long end, Supplier<T> conversation, Function<String, T> otherwise) {
    return System.nanoTime() - end < 0
        ? ScopedValue.where(END, end).call(conversation::get)
        : otherwise.apply("not begun: its time had passed");
  }

  /** Whether the present conversation goes on after its end; ask before what cannot be undone. */
  static boolean hasPassed() {
    return END.isBound() && System.nanoTime() - END.get() >= 0;
  }
}
