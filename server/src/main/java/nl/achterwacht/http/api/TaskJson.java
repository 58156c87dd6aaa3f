package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;

/** A task, as pages show it. */
record TaskJson(
    UUID id,
    String kind,
    String what,
    UUID subjectId,
    UUID teamId,
    String teamName,
    @Nullable String madeByName,
    Instant madeAt,
    String state,
    @Nullable UUID ownerId,
    @Nullable String ownerName,
    @Nullable Instant dueAt,
    int rung,
    @Nullable Instant endedAt,
    @Nullable String endedByName,
    @Nullable String answer,
    @Nullable IncidentJson incident) {

  /**
   * The incident that a task is a step of, for who may see that.
   *
   * @param personName whose aftercare it is; null for a step of the whole incident
   */
  record IncidentJson(@Nullable String personName, LocalDate happenedOn) {}

  /** A task of which nothing more is told than the task itself says. */
  static TaskJson of(Task task, Names names) {
    return of(task, names, null);
  }

  static TaskJson of(Task task, Names names, @Nullable IncidentJson incident) {
    @Nullable PersonId maker = task.madeBy();
    @Nullable String madeBy = maker == null ? null : names.nameOf(maker);
    String team = names.teamName(task.team());
    return switch (task.state()) {
      case TaskState.Open open ->
          new TaskJson(
              task.id().value(),
              task.kind().text(),
              task.what(),
              task.subject(),
              task.team().value(),
              team,
              madeBy,
              task.madeAt(),
              "open",
              open.owner().value(),
              names.nameOf(open.owner()),
              open.dueAt(),
              open.rung(),
              null,
              null,
              null,
              incident);
      case TaskState.Ended ended ->
          new TaskJson(
              task.id().value(),
              task.kind().text(),
              task.what(),
              task.subject(),
              task.team().value(),
              team,
              madeBy,
              task.madeAt(),
              ended.how().name().toLowerCase(Locale.ROOT),
              null,
              null,
              null,
              0,
              ended.at(),
              names.nameOf(ended.by()),
              ended.answer(),
              incident);
    };
  }
}
