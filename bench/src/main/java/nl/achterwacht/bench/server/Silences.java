package nl.achterwacht.bench.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Silence;

/** Watches whose grace ends in silence, all in the same instant, before the eyes of a server. */
final class Silences {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final BenchDatabase bench;
  private final InstantSource clock = InstantSource.system();
  private final int count;
  private Duration room = Duration.ofSeconds(2);
  private int turns;

  Silences(BenchDatabase bench, int count) {
    this.bench = bench;
    this.count = count;
  }

  /** Arms them; returns the moment, still to come, at which their alarms are due. */
  Instant arm() {
    while (true) {
      Instant began = clock.instant();
      Instant due = began.plus(room);
      arm(due);
      Duration needed = Duration.between(began, clock.instant());
      if (needed.multipliedBy(2).compareTo(room) < 0) {
        return due;
      }
      room = needed.multipliedBy(3);
      awaitAlarms(due);
      reset();
    }
  }

  /** Others in each turn, drawn over all teams and organisations. */
  private void arm(Instant due) {
    int first = turns++ % Math.max(1, bench.watches() / count) * count;
    bench.run(
        "truncate bench.due",
        """
        insert into bench.due
        select organisation_id, watch_id, timestamptz '%s'
          from bench.worker
         where draw >= %d and draw < %d
        """
            .formatted(due, first, first + count),
        Silence.FALLS);
  }

  /** How long after {@code due} the last alarm was there. */
  Duration awaitAlarms(Instant due) {
    return await(due, "select count(*) from alarm.alarm", count);
  }

  /** How long after {@code due} it was seen that {@code sql} gives {@code expected}. */
  private Duration await(Instant due, String sql, long expected) {
    LockSupport.parkNanos(Duration.between(clock.instant(), due).toNanos());
    while (bench.number(sql) < expected) {
      if (clock.instant().isAfter(due.plus(PATIENCE))) {
        throw new IllegalStateException(sql + " stays below " + expected);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return Duration.between(due, clock.instant());
  }

  /** Waits until it is written down that the call of every alarm was handed over. */
  void awaitHandedOver(Instant due) {
    await(
        due,
        "select count(*) from notify.notice where kind = 'alarm-call' and state = 'accepted'",
        count);
  }

  /** Throws unless each has one alarm and one call that went out in one attempt. */
  void check() {
    long alarms = bench.number("select count(*) from alarm.alarm");
    long right =
        bench.number(
            """
            select count(*)
              from bench.due d
              join watch.watch w on w.organisation_id = d.organisation_id and w.id = d.watch_id
              join alarm.alarm a on a.organisation_id = d.organisation_id and a.watch_id = w.id
             where w.state = 'alarmed' and a.kind = 'missed-sign'
               and (select count(*)
                      from notify.notice n
                     where n.organisation_id = d.organisation_id
                       and n.alarm_id = a.id
                       and n.kind = 'alarm-call') = 1
            """);
    if (alarms != count || right != count) {
      throw new IllegalStateException(
          "%d watches were silent, %d alarms are there, %d as they should be"
              .formatted(count, alarms, right));
    }
  }

  /** How many messages all notices are: in a mass alarm a receiver gets one about many. */
  long messages() {
    return bench.number(
        """
        select count(distinct coalesce(bundle_id, id))
          from notify.notice
         where state = 'accepted' and attempts = 1
        """);
  }

  /** Everybody is out again, and nothing ever happened. */
  void reset() {
    bench.run(Silence.NO_ALARMS, Silence.ENDS);
  }
}
