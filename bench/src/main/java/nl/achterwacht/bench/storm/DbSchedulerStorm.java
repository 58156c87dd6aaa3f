package nl.achterwacht.bench.storm;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import nl.achterwacht.bench.BenchDatabase;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * db-scheduler with the settings of its own benchmark for much throughput: lock-and-fetch, 20
 * threads, fetching between four and twenty times that many.
 */
final class DbSchedulerStorm implements Storm {
  private static final int THREADS = 20;

  private final BenchDatabase bench;
  private final InstantSource clock;
  private final Scheduler scheduler;
  private final Histogram lateness = new ConcurrentHistogram(3);
  private volatile Firings firings = new Firings(0);
  private Wave wave = new Wave(0, 0, Instant.EPOCH, Duration.ZERO);

  DbSchedulerStorm(BenchDatabase bench, InstantSource clock, Duration poll) {
    this.bench = bench;
    this.clock = clock;
    bench.fillScheduledTasks();
    OneTimeTask<Void> task =
        Tasks.oneTime("alarm")
            .execute((instance, context) ->
                fired(instance.getId(), context.getExecution().executionTime));
    scheduler =
        Scheduler.create(bench.pool(), task)
            .tableName("rival.scheduled_tasks")
            .threads(THREADS)
            .pollUsingLockAndFetch(4.0, 20.0)
            .pollingInterval(poll)
            .build();
  }

  @Override
  public String name() {
    return "db-scheduler";
  }

  @Override
  public void arm(Wave next) {
    wave = next;
    firings = new Firings(next.count());
    lateness.reset();
    bench.run(
        """
        update rival.scheduled_tasks t
           set execution_time = %s
          from bench.worker w
         where t.task_name = 'alarm'
           and t.task_instance = w.watch_id::text
           and %s
        """
            .formatted(
                next.momentOf("w.draw - " + next.first(bench.watches())),
                next.has("w.draw", bench.watches())),
        "vacuum analyze rival.scheduled_tasks");
    if (!scheduler.getSchedulerState().isStarted()) {
      scheduler.start();
    } else {
      scheduler.resume();
    }
  }

  @Override
  public Instant awaitLast() {
    Instant last = firings.awaitLast();
    scheduler.pause();
    return last;
  }

  @Override
  public Histogram lateness() {
    return lateness.copy();
  }

  @Override
  public void checkAndReset() {
    Alarms.checkAndEmpty(bench, wave.count());
    bench.run(
        """
        insert into rival.scheduled_tasks
               (task_name, task_instance, execution_time, picked, version)
        select 'alarm', watch_id, now() + interval '4 hours', false, 1
          from bench.worker
         where %s
        on conflict do nothing
        """
            .formatted(wave.has("draw", bench.watches())));
  }

  @Override
  public void close() {
    scheduler.stop();
  }

  private void fired(String watch, Instant due) {
    Alarms.fire(bench.pool(), UUID.fromString(watch));
    Instant committed = clock.instant();
    lateness.recordValue(Math.max(0, Duration.between(due, committed).toNanos() / 1000));
    firings.add(1, committed);
  }
}
