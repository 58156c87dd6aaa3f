package nl.achterwacht.bench.storm;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Town;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz with its JDBC store, clustered as several servers need it, with batches as large as its
 * threads are many: one trigger for each deadline.
 */
final class QuartzStorm implements Storm {
  private static final int THREADS = 16;
  private static final long LOOK_EVERY_NANOS = 20_000_000;
  private static final String WATCH_ALARM = "watch-alarm";

  // Quartz makes its jobs itself, by a constructor without arguments.
  private static volatile QuartzStorm running;

  private final BenchDatabase bench;
  private final InstantSource clock;
  private final int triggers;
  private final Scheduler scheduler;
  private final Histogram lateness = new ConcurrentHistogram(3);
  private volatile Firings firings = new Firings(0);
  private Wave wave = new Wave(0, 0, Instant.EPOCH, Duration.ZERO);

  QuartzStorm(BenchDatabase bench, InstantSource clock, int triggers) {
    this.bench = bench;
    this.clock = clock;
    this.triggers = triggers;
    bench.run(
        "set search_path = rival",
        Town.resource("/org/quartz/impl/jdbcjobstore/tables_postgres.sql"),
        "reset search_path");
    try {
      DBConnectionManager.getInstance().addConnectionProvider("bench", new Pool(bench));
      scheduler = new StdSchedulerFactory(properties()).getScheduler();
      scheduler.addJob(
          JobBuilder.newJob(Alarm.class).withIdentity(WATCH_ALARM).storeDurably().build(), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
    }
    fill("n < " + triggers);
    running = this;
  }

  @Override
  public String name() {
    return "Quartz";
  }

  @Override
  public void arm(Wave next) {
    wave = next;
    firings = new Firings(next.count());
    lateness.reset();
    bench.run(
        """
        with of_wave as (
            select watch_id, row_number() over (order by draw) - 1 as place
              from bench.worker
             where n < %d)
        update rival.qrtz_triggers t
           set next_fire_time = (extract(epoch from %s) * 1000)::bigint
          from of_wave w
         where t.trigger_name = w.watch_id::text
           and %s
        """
            .formatted(
                triggers,
                next.momentOf("w.place - " + next.first(triggers)),
                next.has("w.place", triggers)),
        "vacuum analyze rival.qrtz_triggers",
        "vacuum analyze rival.qrtz_simple_triggers");
    try {
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
    }
  }

  @Override
  public Instant awaitLast() {
    Instant last = firings.awaitLast();
    try {
      scheduler.standby();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not pause", e);
    }
    return last;
  }

  @Override
  public Histogram lateness() {
    return lateness.copy();
  }

  @Override
  public void checkAndReset() {
    awaitTidied();
    Alarms.checkAndEmpty(bench, wave.count());
    fill("n < " + triggers);
  }

  /** It takes a trigger away after the job that it started: not all is done with the last alarm. */
  private void awaitTidied() {
    while (bench.number("select count(*) from rival.qrtz_fired_triggers") > 0) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not stop", e);
    }
  }

  /** Triggers as Quartz itself would write them; through its interface a storm takes minutes. */
  private void fill(String who) {
    bench.run(
        """
        insert into rival.qrtz_triggers
               (sched_name, trigger_name, trigger_group, job_name, job_group, next_fire_time,
                prev_fire_time, priority, trigger_state, trigger_type, start_time, end_time,
                misfire_instr)
        select 'bench', watch_id, 'DEFAULT', '%s', 'DEFAULT',
               (extract(epoch from now() + interval '4 hours') * 1000)::bigint, -1, 5, 'WAITING',
               'SIMPLE', (extract(epoch from now() + interval '4 hours') * 1000)::bigint, 0, 0
          from bench.worker
         where %s
        on conflict do nothing
        """
            .formatted(WATCH_ALARM, who),
        // The second table refers to this one, and how that is checked is decided by its
        // statistics.
        "analyze rival.qrtz_triggers",
        """
        insert into rival.qrtz_simple_triggers
               (sched_name, trigger_name, trigger_group, repeat_count, repeat_interval,
                times_triggered)
        select sched_name, trigger_name, trigger_group, 0, 0, 0
          from rival.qrtz_triggers
        on conflict do nothing
        """);
  }

  private static Properties properties() {
    var set = new Properties();
    set.setProperty("org.quartz.scheduler.instanceName", "bench");
    set.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    set.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    set.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "" + THREADS);
    set.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    set.setProperty("org.quartz.threadPool.threadCount", "" + THREADS);
    set.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    set.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    set.setProperty("org.quartz.jobStore.dataSource", "bench");
    set.setProperty("org.quartz.jobStore.tablePrefix", "rival.qrtz_");
    set.setProperty("org.quartz.jobStore.isClustered", "true");
    set.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    // So slow that its own rule against late triggers would begin to interfere.
    set.setProperty("org.quartz.jobStore.misfireThreshold", "600000");
    return set;
  }

  private void fired(String watch, Instant due) {
    Alarms.fire(bench.pool(), UUID.fromString(watch));
    Instant committed = clock.instant();
    lateness.recordValue(Math.max(0, Duration.between(due, committed).toNanos() / 1000));
    firings.add(1, committed);
  }

  /** One deadline that passed. */
  public static final class Alarm implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      running.fired(
          context.getTrigger().getKey().getName(), context.getScheduledFireTime().toInstant());
    }
  }

  private record Pool(BenchDatabase bench) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws java.sql.SQLException {
      return bench.pool().getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
  }
}
