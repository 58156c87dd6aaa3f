package nl.achterwacht.bench.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.achterwacht.app.BenchLoop;
import nl.achterwacht.app.Engine;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Silence;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The product: overdue watches whose grace ends in silence. Each becomes alarmed, with an alarm by
 * the team's ladder, two lines in the journal and a notice to whoever is on duty.
 */
final class OurStorm implements Storm {
  private static final int BATCH = 500;

  private final BenchDatabase bench;
  private final Ours ours;
  private final int claimers;
  private final List<BenchLoop> loops = new ArrayList<>();
  private final Map<Instant, Instant> committedAt = new ConcurrentHashMap<>();
  private Wave wave = new Wave(0, 0, Instant.EPOCH, Duration.ZERO);
  private Firings firings = new Firings(0);

  /**
   * @param claimers how many loops share the work, as several servers do
   */
  OurStorm(BenchDatabase bench, Ours ours, int claimers) {
    this.bench = bench;
    this.ours = ours;
    this.claimers = claimers;
  }

  @Override
  public String name() {
    return claimers == 1 ? "ours" : "ours, " + claimers + " claimers";
  }

  @Override
  public boolean isCompared() {
    return claimers == 1;
  }

  @Override
  public void arm(Wave next) {
    wave = next;
    firings = new Firings(next.count());
    committedAt.clear();
    bench.run(
        "truncate bench.due",
        """
        insert into bench.due
        select organisation_id, watch_id, %s
          from bench.worker
         where %s
        """
            .formatted(
                next.momentOf("draw - " + next.first(bench.watches())),
                next.has("draw", bench.watches())),
        Silence.FALLS,
        "vacuum analyze watch.watch",
        "analyze bench.due");
    for (int i = 0; i < claimers; i++) {
      loops.add(loop(i));
    }
  }

  @Override
  public Instant awaitLast() {
    Instant last = firings.awaitLast();
    stop();
    return last;
  }

  @Override
  public Histogram lateness() {
    var lateness = new Histogram(3);
    try (Connection connection = bench.pool().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select d.at, a.opened_at
                  from bench.due d
                  join alarm.alarm a on a.organisation_id = d.organisation_id
                   and a.watch_id = d.watch_id
                """)) {
      while (rows.next()) {
        Instant due = rows.getObject(1, OffsetDateTime.class).toInstant();
        Instant committed = committedAt.get(rows.getObject(2, OffsetDateTime.class).toInstant());
        if (committed == null) {
          throw new IllegalStateException("an alarm was raised outside the loops");
        }
        lateness.recordValue(Math.max(0, Duration.between(due, committed).toNanos() / 1000));
      }
      return lateness;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read back the alarms", e);
    }
  }

  @Override
  public void checkAndReset() {
    bench.run("analyze alarm.alarm, notify.notice"); // else the count below is planned for no rows
    long alarms = bench.number("select count(*) from alarm.alarm");
    long right =
        bench.number(
            """
            select count(*)
              from bench.due d
              join watch.watch w on w.organisation_id = d.organisation_id and w.id = d.watch_id
              join alarm.alarm a on a.organisation_id = d.organisation_id and a.watch_id = w.id
              join notify.notice n on n.organisation_id = d.organisation_id and n.alarm_id = a.id
             where w.state = 'alarmed' and a.kind = 'missed-sign' and n.kind = 'alarm-call'
            """);
    if (alarms != wave.count() || right != wave.count()) {
      throw new IllegalStateException(
          "%d watches were due, %d alarms are there, %d as they should be"
              .formatted(wave.count(), alarms, right));
    }
    bench.run(Silence.NO_ALARMS, Silence.ENDS);
  }

  @Override
  public void close() {
    stop();
  }

  private void stop() {
    loops.forEach(BenchLoop::close);
    loops.clear();
  }

  /** Each loop has keepers of its own, so that it is known at what moment it woke what. */
  private BenchLoop loop(int number) {
    var clock = new NotingClock(ours.clock());
    var engine = new Engine(ours.database(), clock);
    return new BenchLoop(
        "watches-" + number,
        ours.clock(),
        () -> {
          clock.noted.remove();
          int woken = engine.watches().wakeDue(BATCH);
          Instant committed = ours.clock().instant();
          Instant noted = clock.noted.get();
          if (noted != null) {
            committedAt.put(noted, committed);
          }
          firings.add(woken, committed);
          return woken == BATCH;
        },
        engine.watches()::earliestDue);
  }

  /** Remembers the first moment that each thread asked for. */
  private static final class NotingClock implements InstantSource {
    private final InstantSource clock;
    private final ThreadLocal<@Nullable Instant> noted = new ThreadLocal<>();

    NotingClock(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    public Instant instant() {
      Instant now = clock.instant();
      if (noted.get() == null) {
        noted.set(now);
      }
      return now;
    }
  }
}
