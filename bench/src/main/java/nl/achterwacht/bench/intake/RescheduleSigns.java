package nl.achterwacht.bench.intake;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.InstantSource;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Worker;

/** db-scheduler: a sign moves the deadline of the worker's task. Without a journal. */
final class RescheduleSigns implements Signs {
  private static final int ATTEMPTS = 20;

  private final BenchDatabase bench;
  private final InstantSource clock;
  private final SchedulerClient client;
  private long moved;

  RescheduleSigns(BenchDatabase bench, InstantSource clock) {
    this.bench = bench;
    this.clock = clock;
    bench.fillScheduledTasks();
    client =
        SchedulerClient.Builder.create(bench.pool()).tableName("rival.scheduled_tasks").build();
    moved = versions();
  }

  @Override
  public String name() {
    return "db-scheduler";
  }

  @Override
  public void sign(Worker worker) {
    for (int attempt = 1; !moves(worker); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException("the task of " + worker.watch() + " does not move");
      }
    }
  }

  /** False when somebody else moved the same task at the same moment: then it gives up. */
  private boolean moves(Worker worker) {
    try {
      return client.reschedule(
          TaskInstanceId.of("alarm", worker.watch().toString()),
          clock.instant().plus(Duration.ofHours(4)));
    } catch (ExecutionException e) {
      return false;
    }
  }

  @Override
  public void check(long answered) {
    long now = versions();
    if (now - moved != answered) {
      throw new IllegalStateException(
          "%d signs were answered, %d deadlines moved".formatted(answered, now - moved));
    }
    moved = now;
  }

  @Override
  public void close() {}

  /** A task's version grows with each change. */
  private long versions() {
    return bench.number("select sum(version) from rival.scheduled_tasks");
  }
}
