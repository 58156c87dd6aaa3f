package nl.achterwacht.bench.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Worker;

/**
 * The limit: no clients, no rules, no answers. Batches of 256 deadlines and as many lines in the
 * journal, from arrays, on as many connections as ours has flushers.
 */
final class RawSigns {
  private static final int BATCH = 256;

  private static final String SIGN =
      """
      with k as (
          select o, i, p
            from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as t(o, i, p))
      , u as (
          update watch.watch w
             set last_sign_at = now(), due_at = now() + make_interval(secs => w.sign_every_s),
                 end_at = now() + make_interval(secs => w.sign_every_s), version = w.version + 1
            from k
           where w.organisation_id = k.o
             and w.id = k.i
          returning w.organisation_id, w.id, k.p, w.due_at)
      insert into journal.entry
             (organisation_id, at, kind, actor_id, watch_id, event_id, made_at, data)
      select organisation_id, now(), 'raw.sign-of-life', p, id, gen_random_uuid(), now(),
             jsonb_build_object('was', 'running', 'state', 'running', 'leg', 'on-site',
                                'dueAt', due_at, 'endAt', due_at)
        from u
      """;

  private RawSigns() {}

  /** Signs a second over {@code connections}. */
  static double perSecond(
      BenchDatabase bench,
      List<Worker> workers,
      int connections,
      long seed,
      Duration warmUp,
      Duration turn) {
    long from = System.nanoTime() + warmUp.toNanos();
    long until = from + turn.toNanos();
    var stored = new AtomicLong();
    var random = new SplittableRandom(seed);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      // As ours: a watch belongs to one connection, so that two never wait for each other.
      int part = i;
      SplittableRandom own = random.split();
      threads.add(
          Thread.ofPlatform()
              .start(() ->
                  store(bench, new Drawing(workers, own, part, connections), from, until, stored)));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return stored.get() / (turn.toNanos() / 1e9);
  }

  private static void store(
      BenchDatabase bench, Drawing drawing, long from, long until, AtomicLong stored) {
    try (Connection connection = bench.pool().getConnection();
        var statement = connection.prepareStatement(SIGN)) {
      connection.setAutoCommit(false);
      for (long began = System.nanoTime(); began < until; began = System.nanoTime()) {
        List<Worker> batch = drawing.batch();
        statement.setArray(1, uuids(connection, batch.stream().map(Worker::organisation).toList()));
        statement.setArray(2, uuids(connection, batch.stream().map(Worker::watch).toList()));
        statement.setArray(3, uuids(connection, batch.stream().map(Worker::person).toList()));
        statement.executeUpdate();
        connection.commit();
        if (began >= from) {
          stored.addAndGet(batch.size());
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the raw limit was not reached", e);
    }
  }

  private static Array uuids(Connection connection, List<?> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.stream().map(Object::toString).toArray());
  }

  /** Who signs next: everybody at most once in a batch, in the order of the ids. */
  private record Drawing(List<Worker> workers, SplittableRandom random, int part, int parts) {
    List<Worker> batch() {
      int each = workers.size() / parts;
      return random
          .ints(part * each, (part + 1) * each)
          .distinct()
          .limit(Math.min(BATCH, each))
          .mapToObj(workers::get)
          .sorted(Comparator.comparing(worker -> worker.watch().value()))
          .toList();
    }
  }
}
