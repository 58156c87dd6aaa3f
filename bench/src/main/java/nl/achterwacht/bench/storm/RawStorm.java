package nl.achterwacht.bench.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.achterwacht.bench.BenchDatabase;
import org.HdrHistogram.Histogram;

/**
 * The limit: no rules, nobody to be called. The same watches, known beforehand, get another wake-up
 * time and a line in the journal, 256 in a transaction, on as many connections as ours has loops.
 */
final class RawStorm implements Storm {
  private static final int BATCH = 256;

  private static final String WAKE =
      """
      with k as (
          select o, i
            from unnest(?::uuid[], ?::uuid[]) as t(o, i))
      , u as (
          update watch.watch w
             set wake_at = now() + interval '2 hours', version = w.version + 1
            from k
           where w.organisation_id = k.o
             and w.id = k.i
          returning w.organisation_id, w.id, w.due_at, w.end_at, w.moment_at)
      insert into journal.entry (organisation_id, at, kind, watch_id, data)
      select organisation_id, now(), 'watch.alarmed', id,
             jsonb_build_object('was', 'overdue', 'state', 'alarmed', 'leg', 'on-site',
                                'since', moment_at, 'endAt', end_at, 'silent', false)
        from u
      """;

  private final BenchDatabase bench;
  private final InstantSource clock;
  private final int connections;
  private final List<Thread> threads = new ArrayList<>();
  private Wave wave = new Wave(0, 0, Instant.EPOCH, Duration.ZERO);
  private Firings firings = new Firings(0);

  RawStorm(BenchDatabase bench, InstantSource clock, int connections) {
    this.bench = bench;
    this.clock = clock;
    this.connections = connections;
  }

  @Override
  public String name() {
    return connections == 1 ? "raw limit" : "raw limit, " + connections + " connections";
  }

  @Override
  public boolean isCompared() {
    return connections == 1;
  }

  @Override
  public void arm(Wave next) {
    wave = next;
    firings = new Firings(next.count());
    bench.run("vacuum analyze watch.watch");
    List<List<String[]>> batches = batches(next);
    var taken = new AtomicInteger();
    for (int i = 0; i < connections; i++) {
      threads.add(Thread.ofPlatform().start(() -> wake(batches, taken)));
    }
  }

  @Override
  public Instant awaitLast() {
    Instant last = firings.awaitLast();
    threads.clear();
    return last;
  }

  @Override
  public Histogram lateness() {
    return new Histogram(3);
  }

  @Override
  public void checkAndReset() {
    bench.run(
        """
        update watch.watch w
           set wake_at = w.due_at - make_interval(secs => w.reminder_s), version = w.version + 1
          from bench.worker b
         where w.organisation_id = b.organisation_id
           and w.id = b.watch_id
           and %s
        """
            .formatted(wave.has("b.draw", bench.watches())));
  }

  @Override
  public void close() {
    threads.clear();
  }

  private List<List<String[]>> batches(Wave next) {
    List<List<String[]>> batches = new ArrayList<>();
    try (Connection connection = bench.pool().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select organisation_id, watch_id from bench.worker where "
                    + next.has("draw", bench.watches())
                    + " order by draw")) {
      while (rows.next()) {
        if (batches.isEmpty() || batches.getLast().size() == BATCH) {
          batches.add(new ArrayList<>());
        }
        batches.getLast().add(new String[] {rows.getString(1), rows.getString(2)});
      }
      return batches;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read who is due", e);
    }
  }

  private void wake(List<List<String[]>> batches, AtomicInteger taken) {
    try (Connection connection = bench.pool().getConnection();
        var statement = connection.prepareStatement(WAKE)) {
      connection.setAutoCommit(false);
      awaitMoment(wave.from());
      for (int i = taken.getAndIncrement(); i < batches.size(); i = taken.getAndIncrement()) {
        List<String[]> batch = batches.get(i);
        statement.setArray(1, uuids(connection, batch, 0));
        statement.setArray(2, uuids(connection, batch, 1));
        statement.executeUpdate();
        connection.commit();
        firings.add(batch.size(), clock.instant());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the raw limit was not reached", e);
    }
  }

  private void awaitMoment(Instant moment) {
    while (clock.instant().isBefore(moment)) {
      java.util.concurrent.locks.LockSupport.parkNanos(
          Math.max(1, Duration.between(clock.instant(), moment).toNanos()));
    }
  }

  private static java.sql.Array uuids(Connection connection, List<String[]> batch, int column)
      throws SQLException {
    return connection.createArrayOf("uuid", batch.stream().map(ids -> ids[column]).toArray());
  }
}
