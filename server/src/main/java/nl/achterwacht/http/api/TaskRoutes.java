package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.Person;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEffect;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskId;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskResult;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tasks: who must do what before when, and what was answered. */
@Controller
@RequestMapping(BASE + "/tasks")
public final class TaskRoutes {
  private final TaskDoors doors;
  private final TaskView view;

  public TaskRoutes(TaskDoors doors) {
    this.doors = doors;
    this.view = new TaskView(doors);
  }

  record AddedTask(String what, UUID ownerId, Instant dueAt) {}

  record TaskAnswer(String answer) {}

  record TaskDrop(String reason) {}

  record TaskPostponement(Instant dueAt, String reason) {}

  record TaskHandOver(UUID personId) {}

  @GetMapping
  Answer open(Received in) {
    Paging paging = Paging.of(in);
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Scope scope = Scope.of(tx, doors.people(), in);
              List<Task> found =
                  doors
                      .tasks()
                      .open(
                          tx,
                          in.caller().organisation(),
                          scope.team(),
                          scope.person(),
                          paging.slice());
              return Answer.ok(paging.page(view.json(tx, in.caller(), found)));
            });
  }

  @GetMapping("/{taskId}")
  Answer one(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(view.json(tx, in.caller(), visible(tx, in))));
  }

  @PostMapping
  Answer add(Received in) {
    AddedTask asked = in.body(AddedTask.class);
    Caller caller = in.caller();
    String what = words("/what", asked.what());
    if (!asked.dueAt().isAfter(doors.clock().instant())) {
      throw Refusal.invalid("/dueAt", "past", "This moment is over.");
    }
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              TeamId team = person(tx, caller, "/ownerId", asked.ownerId()).team();
              Task made =
                  doors
                      .tasks()
                      .open(
                          tx,
                          new NewTask(
                              caller.organisation(),
                              TaskKind.AGREEMENT,
                              team,
                              event.value(),
                              what,
                              new PersonId(asked.ownerId()),
                              caller.person(),
                              asked.dueAt()));
              return Answer.created(view.json(tx, caller, made));
            });
  }

  @PostMapping("/{taskId}/completions")
  Answer complete(Received in) {
    String answer = in.body(TaskAnswer.class).answer().strip();
    return act(in, tx -> new TaskEvent.Completed(in.caller().person(), answer));
  }

  @PostMapping("/{taskId}/drops")
  Answer drop(Received in) {
    String reason = in.body(TaskDrop.class).reason().strip();
    return act(in, tx -> new TaskEvent.Dropped(in.caller().person(), reason));
  }

  @PostMapping("/{taskId}/postponements")
  Answer postpone(Received in) {
    TaskPostponement asked = in.body(TaskPostponement.class);
    PersonId by = in.caller().person();
    return act(in, tx -> new TaskEvent.Postponed(by, asked.dueAt(), asked.reason().strip()));
  }

  @PostMapping("/{taskId}/hand-overs")
  Answer handOver(Received in) {
    UUID to = in.body(TaskHandOver.class).personId();
    Caller caller = in.caller();
    return act(
        in, tx -> new TaskEvent.Given(caller.person(), person(tx, caller, "/personId", to).id()));
  }

  private Answer act(Received in, Function<Tx, TaskEvent> event) {
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, key) -> {
              Task task = visible(tx, in);
              TaskEvent asked = event.apply(tx);
              checkFree(task, asked);
              TaskResult result =
                  doors
                      .tasks()
                      .handle(tx, caller.organisation(), task.id(), asked, caller.person());
              return switch (result) {
                case TaskResult.Done(Task done) -> Answer.ok(view.json(tx, caller, done));
                case TaskResult.Refused(TaskEffect.Reason reason) -> throw refusal(reason);
                case TaskResult.Unknown() -> throw Refusal.notFound("task");
              };
            });
  }

  /** What became of aftercare is told at the incident: words about a talk would be kept here. */
  private static void checkFree(Task task, TaskEvent asked) {
    boolean ends = asked instanceof TaskEvent.Completed || asked instanceof TaskEvent.Dropped;
    if (task.kind() == TaskKind.AFTERCARE && ends) {
      throw Refusal.conflict("", "at-the-incident", "Tell at the incident what became of it.");
    }
  }

  /** The task, when it is the caller's own or the caller answers for others. */
  private Task visible(Tx tx, Received in) {
    Caller caller = in.caller();
    var id = new TaskId(in.id("taskId"));
    Task task =
        doors
            .tasks()
            .locked(tx, caller.organisation(), id)
            .orElseThrow(() -> Refusal.notFound("task"));
    boolean own =
        switch (task.state()) {
          case TaskState.Open open -> open.owner().equals(caller.person());
          case TaskState.Ended ended -> ended.by().equals(caller.person());
        };
    if (!own && !caller.isOneOf(Scope.ANSWERABLE)) {
      throw Refusal.notFound("task");
    }
    return task;
  }

  private Person person(Tx tx, Caller caller, String pointer, UUID id) {
    @Nullable Person known = doors.people().person(tx, caller.organisation(), new PersonId(id));
    if (known == null) {
      throw Refusal.invalid(pointer, "unknown", "There is no such person.");
    }
    return known;
  }

  private static String words(String pointer, String text) {
    String words = text.strip();
    if (words.isEmpty()) {
      throw Refusal.invalid(pointer, "blank", "Write down what must be done.");
    }
    return words;
  }

  private static Refusal refusal(TaskEffect.Reason reason) {
    return switch (reason) {
      case ALREADY_ENDED ->
          Refusal.conflict("", "already-ended", "Somebody ended this task before.");
      case NO_ANSWER -> Refusal.invalid("/answer", "blank", "Tell what was done, or why not.");
      case NOT_LATER -> Refusal.invalid("/dueAt", "past", "This moment is over.");
      case TOO_FAR -> Refusal.invalid("/dueAt", "too-far", "One year at most.");
    };
  }
}
