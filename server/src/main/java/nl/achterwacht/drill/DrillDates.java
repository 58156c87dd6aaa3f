package nl.achterwacht.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskListener;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceId;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.jspecify.annotations.Nullable;

/**
 * When drills are due: a workplace in use always has an open task to hold one; when that task ends,
 * however it ended, the next one is made.
 */
public final class DrillDates implements TaskListener {
  /** A workplace that was never tried proves itself soon. */
  static final Duration FIRST = Duration.ofDays(30);

  static final int EVERY_MONTHS = 6;
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final InstantSource clock;
  private final TaskKeeper tasks;
  private final WorkplaceKeeper workplaces;
  private final DrillStore store = new DrillStore();

  public DrillDates(InstantSource clock, TaskKeeper tasks, WorkplaceKeeper workplaces) {
    this.clock = clock;
    this.tasks = tasks;
    this.workplaces = workplaces;
  }

  /** Makes the task to hold a drill, unless there is one or the workplace is not used any more. */
  public void due(Tx tx, Workplace workplace, Instant dueAt) {
    if (workplace.isActive() && open(tx, workplace.organisation(), workplace.id()).isEmpty()) {
      tasks.open(
          tx,
          new NewTask(
              workplace.organisation(),
              TaskKind.DRILL,
              workplace.details().team(),
              workplace.id().value(),
              workplace.details().name(),
              workplace.details().owner(),
              null,
              dueAt));
    }
  }

  /** When the first drill at a workplace is due. */
  public static Instant firstDue(Workplace workplace) {
    return workplace.madeAt().plus(FIRST);
  }

  @Override
  public void ended(Tx tx, Task task) {
    if (task.kind() == TaskKind.DRILL) {
      next(tx, task.organisation(), new WorkplaceId(task.subject()));
    }
  }

  private void next(Tx tx, OrganisationId organisation, WorkplaceId id) {
    int months = everyMonths(tx, organisation, id);
    Instant dueAt = clock.instant().atZone(AMSTERDAM).plusMonths(months).toInstant();
    workplaces.find(tx, organisation, id).ifPresent(workplace -> due(tx, workplace, dueAt));
  }

  /** The open task to hold a drill at a workplace. */
  public List<Task> open(Tx tx, OrganisationId organisation, WorkplaceId workplace) {
    return tasks.about(tx, organisation, List.of(workplace.value())).stream()
        .filter(task -> task.kind() == TaskKind.DRILL && task.state() instanceof TaskState.Open)
        .toList();
  }

  public int everyMonths(Tx tx, OrganisationId organisation, WorkplaceId workplace) {
    return store.months(tx, organisation, workplace).orElse(EVERY_MONTHS);
  }

  /** How often one is held from the next time on. */
  public void setEveryMonths(Tx tx, Workplace workplace, int months) {
    store.setMonths(tx, workplace.organisation(), workplace.id(), months);
  }

  /** A drill was held there: what asked for it is done. */
  void held(
      Tx tx,
      OrganisationId organisation,
      WorkplaceId workplace,
      PersonId by,
      @Nullable String said) {
    List<Task> asked = open(tx, organisation, workplace);
    if (asked.isEmpty()) {
      next(tx, organisation, workplace);
    }
    for (Task task : asked) {
      var done = new TaskEvent.Completed(by, said == null ? "OK" : said);
      tasks.handle(tx, organisation, task.id(), done, by);
    }
  }
}
