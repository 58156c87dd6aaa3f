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
   * As {@link #keep(Duration, Supplier)}, for conversations that answer something else.
   *
   * @param late makes the answer of a conversation that took too long, from the reason
   */
  public static <T> T keep(Duration limit, Supplier<T> conversation, Function<String, T> late) {
    long end = System.nanoTime() + limit.toNanos();
    var task = new FutureTask<T>(() -> inTime(end, conversation, late));
    Thread.ofVirtual().name("channel").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return late.apply("no answer within " + limit.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late.apply("broken off: this server is stopping");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a channel failed by our own fault", e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  /** A server that stood still since must not begin: others may have sent it meanwhile. */
  private static <T> T inTime(long end, Supplier<T> conversation, Function<String, T> late) {
    return System.nanoTime() - end < 0
        ? ScopedValue.where(END, end).call(conversation::get)
        : late.apply("not begun: its time had passed");
  }

  /** Whether the present conversation goes on after its end; ask before what cannot be undone. */
  static boolean hasPassed() {
    return END.isBound() && System.nanoTime() - END.get() >= 0;
  }
}
