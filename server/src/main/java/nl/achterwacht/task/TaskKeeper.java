package nl.achterwacht.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tasks: the only writer of their table. Whatever makes a task does so in the transaction of
 * the thing it is about, so that nothing is reported without somebody who must answer it.
 */
public final class TaskKeeper {
  private final InstantSource clock;
  private final Journal journal;
  private final TaskTelling telling;
  private final TaskListener listener;
  private final TaskStore store = new TaskStore();

  public TaskKeeper(
      InstantSource clock, Journal journal, TaskTelling telling, TaskListener listener) {
    this.clock = clock;
    this.journal = journal;
    this.telling = telling;
    this.listener = listener;
  }

  /** Makes a task; its owner hears of it, unless they made it themselves. */
  public Task open(Tx tx, NewTask asked) {
    Instant now = clock.instant();
    PersonId owner = asked.owner();
    if (owner == null) {
      owner = answersFor(tx, asked.organisation(), asked.team());
    }
    TaskState.Open state = TaskRules.begin(asked.kind(), owner, asked.dueAt(), now);
    var task =
        new Task(
            asked.organisation(),
            TaskId.next(),
            asked.kind(),
            asked.team(),
            asked.subject(),
            asked.what(),
            asked.madeBy(),
            now,
            state,
            0);
    store.insert(tx, task, state);
    note(tx, task, "task.opened", asked.madeBy(), now);
    if (!owner.equals(asked.madeBy())) {
      telling.tell(tx, task, new TaskEffect.TellOwner(owner), now);
    }
    return task;
  }

  /** Does what {@code event} asks, when the rules allow it. */
  public TaskResult handle(
      Tx tx, OrganisationId organisation, TaskId id, TaskEvent event, PersonId by) {
    Optional<Task> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new TaskResult.Unknown();
    }
    Instant now = clock.instant();
    Task before = found.get();
    var decision = TaskRules.decide(before.kind(), before.state(), event, now);
    for (TaskEffect effect : decision.effects()) {
      if (effect instanceof TaskEffect.Refuse(TaskEffect.Reason reason)) {
        return new TaskResult.Refused(reason);
      }
    }
    return new TaskResult.Done(changed(tx, before, decision, event, by, now));
  }

  /** What it is about went to another team: from now on it climbs there, and {@code to} has it. */
  public void move(Tx tx, Task task, TeamId team, PersonId to, PersonId by) {
    Task before = store.lock(tx, task.organisation(), task.id()).orElseThrow();
    Instant now = clock.instant();
    var moved = new TaskEvent.Moved(by, to);
    if (before.state() instanceof TaskState.Open) {
      var decision = TaskRules.decide(before.kind(), before.state(), moved, now);
      changed(tx, before.of(team), decision, moved, by, now);
    }
  }

  /** Ends what is still open about {@code subject}: it was answered somewhere else. */
  public void answered(
      Tx tx, OrganisationId organisation, UUID subject, PersonId by, String answer) {
    for (Task task : store.about(tx, organisation, List.of(subject))) {
      if (task.state() instanceof TaskState.Open) {
        handle(tx, organisation, task.id(), new TaskEvent.Completed(by, answer), by);
      }
    }
  }

  /**
   * Wakes at most {@code limit} tasks that are due, of all organisations.
   *
   * @return how many
   */
  public int wakeDue(Database database, int limit) {
    Instant now = clock.instant();
    return database.inTransaction(tx -> {
      List<Task> due = store.claimDue(tx, now, limit);
      for (Task before : due) {
        var woken = new TaskEvent.Woken();
        var decision = TaskRules.decide(before.kind(), before.state(), woken, now);
        changed(tx, before, decision, woken, null, now);
      }
      return due.size();
    });
  }

  /** When the next task must be woken; null when none is open. */
  public @Nullable Instant earliestDue(Database database) {
    return database.ask(store::earliest);
  }

  /** Whose task it becomes when nobody is named. */
  public PersonId answersFor(Tx tx, OrganisationId organisation, TeamId team) {
    return telling.answersFor(tx, organisation, team);
  }

  /** Open tasks, those that are due first come first. */
  public List<Task> open(
      Tx tx,
      OrganisationId organisation,
      @Nullable TeamId team,
      @Nullable PersonId owner,
      Slice slice) {
    return store.open(tx, organisation, team, owner, slice);
  }

  /** One task, locked until the end of the transaction. */
  public Optional<Task> locked(Tx tx, OrganisationId organisation, TaskId id) {
    return store.lock(tx, organisation, id);
  }

  /** All tasks about these subjects, open and ended. */
  public List<Task> about(Tx tx, OrganisationId organisation, List<UUID> subjects) {
    return subjects.isEmpty() ? List.of() : store.about(tx, organisation, subjects);
  }

  /**
   * Who has something after it went from one team to another: who had it, or else who answers for
   * the new team.
   */
  public PersonId ownerIn(
      Tx tx, OrganisationId organisation, PersonId owner, TeamId from, TeamId to) {
    return telling.ownerIn(tx, organisation, owner, from, to);
  }

  private Task changed(
      Tx tx,
      Task before,
      Decision<TaskState, TaskEffect> decision,
      TaskEvent event,
      @Nullable PersonId by,
      Instant now) {
    if (decision.next().equals(before.state()) && !(event instanceof TaskEvent.Moved)) {
      return before;
    }
    Task after = before.in(decision.next());
    store.update(tx, after);
    note(tx, after, "task." + word(event, decision), by, now);
    decision.effects().forEach(effect -> telling.tell(tx, after, effect, now));
    if (after.state() instanceof TaskState.Ended) {
      listener.ended(tx, after);
    }
    return after;
  }

  private static String word(TaskEvent event, Decision<TaskState, TaskEffect> decision) {
    return switch (event) {
      case TaskEvent.Completed _ -> "completed";
      case TaskEvent.Dropped _ -> "dropped";
      case TaskEvent.Postponed _ -> "postponed";
      case TaskEvent.Given _ -> "given";
      case TaskEvent.Moved _ -> "moved";
      case TaskEvent.Woken _ ->
          decision.effects().stream().anyMatch(TaskEffect.Climb.class::isInstance)
              ? "climbed"
              : "reminded";
    };
  }

  private void note(Tx tx, Task task, String kind, @Nullable PersonId by, Instant now) {
    Map<String, Object> data =
        task.state() instanceof TaskState.Open open
            ? Map.of(
                "taskId", task.id().toString(),
                "taskKind", task.kind().text(),
                "dueAt", open.dueAt().toString(),
                "rung", open.rung())
            : Map.of("taskId", task.id().toString(), "taskKind", task.kind().text());
    journal.record(
        tx,
        List.of(
            new Entry(
                task.organisation(),
                now,
                kind,
                by == null ? null : by.value(),
                null,
                null,
                null,
                null,
                Json.write(data))));
  }
}
