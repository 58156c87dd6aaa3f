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
import java.util.function.Function;
import nl.achterwacht.base.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever comes while a commit is under way goes with the next one: nobody waits for company, and
 * under load hundreds share a commit. Each is answered after its own commit, and a bad one never
 * fails its neighbours.
 *
 * @param <T> what comes in
 * @param <R> what is answered
 */
final class WaitingRoom<T, R> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
  private static final int CHAIRS = 10_000;

  private final String name;
  private final Work<T, R> work;
  private final BlockingQueue<Waiting<T, R>> queue = new ArrayBlockingQueue<>(CHAIRS);
  private final List<Thread> threads = new ArrayList<>();

  private record Waiting<T, R>(T one, CompletableFuture<R> answer) {}

  /**
   * What is done with those who go together.
   *
   * @param atOnce how many groups may be under way
   * @param together how many are in a group at most
   * @param alone what only one in a group may have; a second one goes with the next group
   * @param take commits a group and answers each, in order
   */
  record Work<T, R>(
      int atOnce, int together, Function<T, Object> alone, Function<List<T>, List<R>> take) {}

  WaitingRoom(String name, Work<T, R> work) {
    this.name = name;
    this.work = work;
    for (int i = 1; i <= work.atOnce(); i++) {
      threads.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::run));
    }
  }

  /**
   * Takes one in.
   *
   * @return completed once it is on the disk; exceptionally with {@link DatabaseAway} when that is
   *     not known. Cancelling it gives up the chair.
   * @throws DatabaseAway when all chairs are taken
   */
  CompletableFuture<R> take(T one) {
    var waiting = new Waiting<T, R>(one, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new DatabaseAway("the waiting room is full", new IllegalStateException("full"));
    }
    return waiting.answer();
  }

  /** How many wait now. */
  int waiting() {
    return queue.size();
  }

  /** Stops; whoever still waits is told that nothing is known. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    List<Waiting<T, R>> left = new ArrayList<>();
    queue.drainTo(left);
    var why = new DatabaseAway("this server stops", new IllegalStateException("stopping"));
    left.forEach(waiting -> waiting.answer().completeExceptionally(why));
  }

  private void run() {
    Deque<Waiting<T, R>> second = new ArrayDeque<>();
    try {
      while (true) {
        take(next(second));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Waiting<T, R>> next(Deque<Waiting<T, R>> second) throws InterruptedException {
    List<Waiting<T, R>> came = new ArrayList<>(second);
    second.clear();
    if (came.isEmpty()) {
      came.add(queue.take());
    }
    queue.drainTo(came, Math.max(0, work.together() - came.size()));
    List<Waiting<T, R>> group = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Waiting<T, R> waiting : came) {
      if (waiting.answer().isDone()) {
        continue; // nobody waits for it any more: the phone was told, and sends it again
      }
      if (seen.add(work.alone().apply(waiting.one()))) {
        group.add(waiting);
      } else {
        second.add(waiting);
      }
    }
    return group;
  }

  private void take(List<Waiting<T, R>> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      List<R> results = work.take().apply(group.stream().map(Waiting::one).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer().complete(results.get(i));
      }
    } catch (Throwable e) {
      failed(group, e);
    }
  }

  private void failed(List<Waiting<T, R>> group, Throwable e) {
    if (group.size() == 1 || DatabaseAway.isCauseOf(e)) {
      group.forEach(waiting -> waiting.answer().completeExceptionally(e));
      return;
    }
    LOG.error("{}: taking {} together failed; now one by one", name, group.size(), e);
    group.forEach(waiting -> take(List.of(waiting)));
  }
}
