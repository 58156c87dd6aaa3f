package nl.achterwacht.incident;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.task.TaskId;
import org.jspecify.annotations.Nullable;

/** The SQL of what must follow an incident. */
final class StepStore {
  private static final String SELECT =
      """
      select id, incident_id, person_id, kind, task_id, due_at, outcome, ended_at, ended_by,
             held_by, next_on
        from incident.step
       where organisation_id = :organisation
      """;
  private static final String OF =
      SELECT
          + """
             and incident_id = :incident
           order by due_at, id
          """;
  private static final String OF_TASK = SELECT + " and task_id = :task";
  private static final String OF_TASKS =
      """
      select s.task_id, s.person_id, i.team_id, i.happened_at
        from incident.step s
        join incident.incident i
          on i.organisation_id = s.organisation_id
         and i.id = s.incident_id
       where s.organisation_id = :organisation
         and s.task_id = any (:tasks::uuid[])
      """;
  private static final String INSERT =
      """
      insert into incident.step
             (organisation_id, id, incident_id, person_id, kind, task_id, due_at)
      values (:organisation, :id, :incident, :person, :kind, :task, :dueAt)
      """;
  private static final String END =
      """
      update incident.step
         set outcome = :outcome, ended_at = :now, ended_by = :by, held_by = :heldBy,
             next_on = :nextOn
       where organisation_id = :organisation
         and id = :id
         and outcome is null
      """;
  private static final String NEXT =
      """
      update incident.step
         set next_on = :nextOn, held_by = :heldBy, due_at = :dueAt
       where organisation_id = :organisation
         and id = :id
         and outcome is null
      """;

  List<Step> of(Tx tx, OrganisationId organisation, IncidentId incident) {
    return tx.sql(OF)
        .param("organisation", organisation.value())
        .param("incident", incident.value())
        .query(StepStore::step)
        .list();
  }

  Optional<Step> ofTask(Tx tx, OrganisationId organisation, TaskId task) {
    return tx.sql(OF_TASK)
        .param("organisation", organisation.value())
        .param("task", task.value())
        .query(StepStore::step)
        .optional();
  }

  List<TaskStep> ofTasks(Tx tx, OrganisationId organisation, List<TaskId> tasks) {
    return tx.sql(OF_TASKS)
        .param("organisation", organisation.value())
        .param("tasks", tx.uuids(tasks.stream().map(TaskId::value).toList()))
        .query((row, n) ->
            new TaskStep(
                new TaskId(uuid(row, "task_id")),
                new TeamId(uuid(row, "team_id")),
                instant(row, "happened_at"),
                person(row, "person_id")))
        .list();
  }

  void insert(Tx tx, OrganisationId organisation, Step step) {
    @Nullable PersonId person = step.person();
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", organisation.value())
            .param("id", step.id())
            .param("incident", step.incident().value())
            .param("person", person == null ? null : person.value())
            .param("kind", step.kind().text())
            .param("task", step.task().value())
            .param("dueAt", utc(step.dueAt())),
        "plan a step");
  }

  void end(
      Tx tx,
      OrganisationId organisation,
      Step step,
      String outcome,
      PersonId by,
      Answered answered,
      Instant now) {
    tx.changeOne(
        tx.sql(END)
            .param("organisation", organisation.value())
            .param("id", step.id())
            .param("outcome", outcome)
            .param("now", utc(now))
            .param("by", by.value())
            .param("heldBy", valueOf(answered.heldBy()))
            .param("nextOn", answered.nextOn()),
        "end a step");
  }

  void tryAgain(Tx tx, OrganisationId organisation, Step step, Answered answered, Instant dueAt) {
    tx.changeOne(
        tx.sql(NEXT)
            .param("organisation", organisation.value())
            .param("id", step.id())
            .param("heldBy", valueOf(answered.heldBy()))
            .param("nextOn", answered.nextOn())
            .param("dueAt", utc(dueAt)),
        "plan a step again");
  }

  /** Who held a talk, and when the next one is. */
  record Answered(@Nullable PersonId heldBy, @Nullable LocalDate nextOn) {
    static final Answered NOTHING = new Answered(null, null);
  }

  private static @Nullable UUID valueOf(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    @Nullable UUID id = uuidOrNull(row, column);
    return id == null ? null : new PersonId(id);
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    return new Step(
        uuid(row, "id"),
        new IncidentId(uuid(row, "incident_id")),
        person(row, "person_id"),
        StepKind.of(row.getString("kind")),
        new TaskId(uuid(row, "task_id")),
        instant(row, "due_at"),
        row.getString("outcome"),
        instantOrNull(row, "ended_at"),
        person(row, "ended_by"),
        person(row, "held_by"),
        row.getObject("next_on", LocalDate.class));
  }
}
