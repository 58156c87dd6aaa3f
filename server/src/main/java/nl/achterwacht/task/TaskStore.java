package nl.achterwacht.task;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.task.TaskState.Ended;
import nl.achterwacht.task.TaskState.How;
import nl.achterwacht.task.TaskState.Open;
import org.jspecify.annotations.Nullable;

/** The SQL of tasks. */
final class TaskStore {
  private static final String SELECT =
      """
      select organisation_id, id, kind, team_id, subject_id, what, made_by, made_at, owner_id,
             due_at, wake_at, rung, ended_at, ended_how, ended_by, answer, version
        from task.task
      """;
  private static final String LOCK =
      SELECT
          + """
           where organisation_id = :organisation
             and id = :id
             for update
          """;
  private static final String DUE =
      SELECT
          + """
           where wake_at <= :now
           order by wake_at
           limit :limit
             for update skip locked
          """;
  private static final String OPEN =
      SELECT
          + """
           where organisation_id = :organisation
             and wake_at is not null
             and (:team::uuid is null or team_id = :team)
             and (:owner::uuid is null or owner_id = :owner)
           order by due_at, id
           limit :limit
          offset :offset
          """;
  private static final String ABOUT =
      SELECT
          + """
           where organisation_id = :organisation
             and subject_id = any (:subjects::uuid[])
           order by due_at, id
          """;
  private static final String EARLIEST =
      "select min(wake_at) from task.task where wake_at is not null";
  private static final String INSERT =
      """
      insert into task.task
             (organisation_id, id, kind, team_id, subject_id, what, made_by, made_at, owner_id,
              due_at, wake_at, rung)
      values (:organisation, :id, :kind, :team, :subject, :what, :madeBy, :madeAt, :owner,
              :dueAt, :wakeAt, 0)
      """;
  private static final String UPDATE =
      """
      update task.task
         set team_id = :team, owner_id = coalesce(:owner, owner_id), due_at = coalesce(:dueAt, due_at),
             wake_at = :wakeAt, rung = coalesce(:rung, rung), ended_at = :endedAt,
             ended_how = :endedHow, ended_by = :endedBy, answer = :answer, version = :version
       where organisation_id = :organisation
         and id = :id
         and version = :version - 1
      """;

  void insert(Tx tx, Task task, Open state) {
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", task.organisation().value())
            .param("id", task.id().value())
            .param("kind", task.kind().text())
            .param("team", task.team().value())
            .param("subject", task.subject())
            .param("what", task.what())
            .param("madeBy", valueOf(task.madeBy()))
            .param("madeAt", utc(task.madeAt()))
            .param("owner", state.owner().value())
            .param("dueAt", utc(state.dueAt()))
            .param("wakeAt", utc(state.wakeAt())),
        "make a task");
  }

  void update(Tx tx, Task task) {
    @Nullable Open open = task.state() instanceof Open s ? s : null;
    @Nullable Ended ended = task.state() instanceof Ended s ? s : null;
    tx.changeOne(
        tx.sql(UPDATE)
            .param("organisation", task.organisation().value())
            .param("id", task.id().value())
            .param("team", task.team().value())
            .param("owner", open == null ? null : open.owner().value())
            .param("dueAt", open == null ? null : utc(open.dueAt()))
            .param("wakeAt", open == null ? null : utc(open.wakeAt()))
            .param("rung", open == null ? null : open.rung())
            .param("endedAt", utcOrNull(ended == null ? null : ended.at()))
            .param("endedHow", ended == null ? null : ended.how().name().toLowerCase(Locale.ROOT))
            .param("endedBy", ended == null ? null : ended.by().value())
            .param("answer", ended == null ? null : ended.answer())
            .param("version", task.version()),
        "change a task");
  }

  Optional<Task> lock(Tx tx, OrganisationId organisation, TaskId id) {
    return tx.sql(LOCK)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(TaskStore::task)
        .optional();
  }

  /** Of all organisations; locked. */
  List<Task> claimDue(Tx tx, Instant now, int limit) {
    return tx.sql(DUE).param("now", utc(now)).param("limit", limit).query(TaskStore::task).list();
  }

  List<Task> open(
      Tx tx,
      OrganisationId organisation,
      @Nullable TeamId team,
      @Nullable PersonId owner,
      Slice slice) {
    return tx.sql(OPEN)
        .param("organisation", organisation.value())
        .param("team", team == null ? null : team.value())
        .param("owner", valueOf(owner))
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query(TaskStore::task)
        .list();
  }

  List<Task> about(Tx tx, OrganisationId organisation, List<UUID> subjects) {
    return tx.sql(ABOUT)
        .param("organisation", organisation.value())
        .param("subjects", tx.uuids(subjects))
        .query(TaskStore::task)
        .list();
  }

  @Nullable Instant earliest(Tx tx) {
    return tx.sql(EARLIEST)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  private static @Nullable UUID valueOf(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  private static Task task(ResultSet row, int number) throws SQLException {
    @Nullable UUID madeBy = uuidOrNull(row, "made_by");
    return new Task(
        new OrganisationId(uuid(row, "organisation_id")),
        new TaskId(uuid(row, "id")),
        TaskKind.of(row.getString("kind")),
        new TeamId(uuid(row, "team_id")),
        uuid(row, "subject_id"),
        row.getString("what"),
        madeBy == null ? null : new PersonId(madeBy),
        instant(row, "made_at"),
        state(row),
        row.getInt("version"));
  }

  private static TaskState state(ResultSet row) throws SQLException {
    @Nullable Instant wakeAt = instantOrNull(row, "wake_at");
    return wakeAt == null
        ? new Ended(
            instant(row, "ended_at"),
            How.valueOf(row.getString("ended_how").toUpperCase(Locale.ROOT)),
            new PersonId(uuid(row, "ended_by")),
            row.getString("answer"))
        : new Open(
            new PersonId(uuid(row, "owner_id")),
            instant(row, "due_at"),
            wakeAt,
            row.getInt("rung"));
  }
}
