package nl.achterwacht.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.Stalls;
import nl.achterwacht.process.Phone.Reply;
import nl.achterwacht.process.SmallTown.Out;

/** Signs of life, sent one after the other by many phones, and what became of each. */
final class Signs implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private final Phone phone;
  private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicLong slowest = new AtomicLong();
  private final AtomicLong slowestAnyway = new AtomicLong();
  private final Stalls stalls = new Stalls();
  private final List<String> unfit = new CopyOnWriteArrayList<>();
  private volatile boolean measuring;
  private volatile boolean stopped;

  Signs(Phone phone) {
    this.phone = phone;
  }

  /** Until {@link #close}. */
  void keepSending(Out out) {
    while (!stopped) {
      send(out);
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  /** One sign, under a key of its own. */
  void send(Out out) {
    UUID key = UUID.randomUUID();
    try {
      Reply reply = phone.sign(out, key);
      if (measuring) {
        slowest.accumulateAndGet(reply.took().toNanos(), Math::max);
      }
      if (reply.status() == 200) {
        taken.add(key);
      } else if (saysWhatToDo(reply)) {
        refused.incrementAndGet();
      } else {
        unfit.add(reply.toString());
      }
    } catch (IOException e) {
      unfit.add(e.toString());
    }
  }

  /** Asks for something that needs no database. */
  void ask() {
    try {
      Duration took = phone.get("/livez").took();
      if (measuring) {
        slowestAnyway.accumulateAndGet(took.toNanos(), Math::max);
      }
    } catch (IOException e) {
      unfit.add(e.toString());
    }
  }

  /** From now on the time that answers take counts: the server is warm. */
  void measure() {
    measuring = true;
    stalls.forget();
  }

  /** No more signs; what was counted stays. */
  @Override
  public void close() {
    stopped = true;
    stalls.close();
  }

  int taken() {
    return taken.size();
  }

  Set<UUID> takenKeys() {
    return Set.copyOf(taken);
  }

  int refused() {
    return refused.get();
  }

  Duration slowest() {
    return Duration.ofNanos(slowest.get());
  }

  /** What an answer without the database took at most, in the same crowd, and the longest stall. */
  Duration machine() {
    return Duration.ofNanos(slowestAnyway.get()).plus(stalls.longest());
  }

  List<String> unfit() {
    return List.copyOf(unfit);
  }

  private static boolean saysWhatToDo(Reply reply) {
    return reply.status() == 503
        && reply.type().startsWith("application/problem+json")
        && reply.json().path("callInstead").asString("").equals(SmallTown.CALL_INSTEAD);
  }
}
