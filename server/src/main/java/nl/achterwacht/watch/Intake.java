package nl.achterwacht.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import nl.achterwacht.base.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The waiting room of signs of life. Whoever comes while a commit is under way goes with the next
 * one: nobody waits for company, and under load hundreds share a commit. Each is answered after its
 * own commit, and a bad one never fails its neighbours.
 */
public final class Intake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  // More than two gave no more on two cores; a second one works while the first one commits.
  private static final int GROUPS_AT_ONCE = 2;
  private static final int AT_MOST_TOGETHER = 256;
  private static final int CHAIRS = 10_000;

  private final Taker taker;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CHAIRS);
  private final List<Thread> threads = new ArrayList<>();

  private record Waiting(Sign sign, CompletableFuture<Sign.Result> answer) {}

  /** Takes in a group of signs of different watches: {@link WatchKeeper#takeSigns}. */
  @FunctionalInterface
  public interface Taker {
    /** What came of each sign, in order. */
    List<Sign.Result> take(List<Sign> group);
  }

  public Intake(Taker taker) {
    this.taker = taker;
    for (int i = 1; i <= GROUPS_AT_ONCE; i++) {
      threads.add(Thread.ofPlatform().daemon().name("intake-" + i).start(this::run));
    }
  }

  /**
   * Takes a sign in.
   *
   * @return completed once the sign is on the disk; exceptionally with {@link DatabaseAway} when
   *     that is not known. Cancelling it gives up the chair.
   * @throws DatabaseAway when the waiting room is full
   */
  public CompletableFuture<Sign.Result> take(Sign sign) {
    var waiting = new Waiting(sign, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new DatabaseAway("the waiting room is full", new IllegalStateException("full"));
    }
    return waiting.answer();
  }

  /** How many wait now. */
  public int waiting() {
    return queue.size();
  }

  /** Stops; whoever still waits is told that nothing is known of their sign. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    List<Waiting> left = new ArrayList<>();
    queue.drainTo(left);
    var why = new DatabaseAway("this server stops", new IllegalStateException("stopping"));
    left.forEach(waiting -> waiting.answer().completeExceptionally(why));
  }

  private void run() {
    Deque<Waiting> second = new ArrayDeque<>();
    try {
      while (true) {
        take(next(second));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One sign of each watch; a second one of the same watch goes with the next group. */
  private List<Waiting> next(Deque<Waiting> second) throws InterruptedException {
    List<Waiting> came = new ArrayList<>(second);
    second.clear();
    if (came.isEmpty()) {
      came.add(queue.take());
    }
    queue.drainTo(came, Math.max(0, AT_MOST_TOGETHER - came.size()));
    List<Waiting> group = new ArrayList<>();
    Set<WatchId> seen = new HashSet<>();
    for (Waiting waiting : came) {
      if (waiting.answer().isDone()) {
        continue; // nobody waits for it any more: the phone was told, and sends it again
      }
      if (seen.add(waiting.sign().watch())) {
        group.add(waiting);
      } else {
        second.add(waiting);
      }
    }
    return group;
  }

  private void take(List<Waiting> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      List<Sign.Result> results = taker.take(group.stream().map(Waiting::sign).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer().complete(results.get(i));
      }
    } catch (Throwable e) {
      failed(group, e);
    }
  }

  private void failed(List<Waiting> group, Throwable e) {
    if (group.size() == 1 || DatabaseAway.isCauseOf(e)) {
      group.forEach(waiting -> waiting.answer().completeExceptionally(e));
      return;
    }
    LOG.error("taking {} signs together failed; now one by one", group.size(), e);
    group.forEach(waiting -> take(List.of(waiting)));
  }
}
