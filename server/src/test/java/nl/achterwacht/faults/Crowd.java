package nl.achterwacht.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.process.Phone;
import nl.achterwacht.process.Phone.Reply;
import nl.achterwacht.process.RunningServer;
import nl.achterwacht.process.SmallTown;
import nl.achterwacht.process.SmallTown.Out;

/**
 * Phones that send signs of life, each under a key that it repeats until somebody took it, as the
 * real one does; and the record of what was answered, which no server can change.
 */
final class Crowd implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final List<RunningServer> servers = new CopyOnWriteArrayList<>();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicLong slowest = new AtomicLong();
  private final List<String> unfit = new CopyOnWriteArrayList<>();
  private final ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopped;

  /** A sign that was answered 200: sent not before, and taken not after. */
  record Taken(Out out, UUID key, Instant sentAt, Instant takenAt) {}

  Crowd(InstantSource clock) {
    this.clock = clock;
  }

  /** Phones use it from now on, in turn with the others. */
  void use(RunningServer server) {
    servers.add(server);
  }

  /** As when a load balancer sees that it is gone. */
  void leave(RunningServer server) {
    servers.remove(server);
  }

  /** The phone of {@code out} keeps sending, for the first time at {@code first}. */
  void send(Out out, Instant first) {
    phones.execute(() -> {
      park(Duration.between(clock.instant(), first));
      for (int i = 0; !stopped; i++) {
        sendUntilTaken(out, i);
        park(BETWEEN);
      }
    });
  }

  @Override
  public void close() {
    stopped = true;
    phones.close();
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Answers that say what to do instead: 503 with a number to call. */
  int told() {
    return told.get();
  }

  /** Requests that nobody answered. */
  int unanswered() {
    return unanswered.get();
  }

  Duration slowest() {
    return Duration.ofNanos(slowest.get());
  }

  /** Answers that leave a worker without knowing what to do, each with how often it came. */
  Map<String, Integer> unfit() {
    Map<String, Integer> counts = new TreeMap<>();
    unfit.forEach(answer -> counts.merge(answer, 1, Integer::sum));
    return counts;
  }

  static void park(Duration howLong) {
    long until = System.nanoTime() + howLong.toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  private void sendUntilTaken(Out out, int turn) {
    UUID key = UUID.randomUUID();
    Instant sentAt = clock.instant();
    for (int i = turn; !stopped; i++) {
      List<RunningServer> now = new ArrayList<>(servers);
      if (!now.isEmpty()
          && isTaken(new Phone(now.get(i % now.size()), PATIENCE), out, key, sentAt)) {
        taken.add(new Taken(out, key, sentAt, clock.instant()));
        return;
      }
      park(BETWEEN);
    }
  }

  private boolean isTaken(Phone phone, Out out, UUID key, Instant madeAt) {
    try {
      Reply reply = phone.sign(out, key, madeAt);
      slowest.accumulateAndGet(reply.took().toNanos(), Math::max);
      if (reply.status() == 503 && saysWhatToDo(reply)) {
        told.incrementAndGet();
      } else if (reply.status() != 200 && !isStillBusy(reply)) {
        unfit.add(reply.status() + " " + reply.text());
      }
      return reply.status() == 200;
    } catch (IOException e) {
      unanswered.incrementAndGet();
      return false;
    }
  }

  /** The first try of the same act, whose answer did not arrive, is still being handled. */
  private static boolean isStillBusy(Reply reply) {
    return reply.status() == 409 && reply.text().contains("still-busy");
  }

  private static boolean saysWhatToDo(Reply reply) {
    return reply.text().contains("\"callInstead\":\"" + SmallTown.CALL_INSTEAD + "\"");
  }
}
