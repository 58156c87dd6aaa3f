package nl.achterwacht.drill;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.workplace.WorkplaceId;
import org.jspecify.annotations.Nullable;

/** The SQL of drills. */
final class DrillStore {
  private static final String SELECT =
      """
      select organisation_id, id, workplace_id, team_id, announced, planned_at, note, made_by,
             made_at, alarm_id, started_by, started_at, on_the_spot, arrived_by, arrived_at,
             ended_at, outcome, alarm_result, said
        from drill.drill
      """;
  private static final String LOCK =
      SELECT + " where organisation_id = :organisation and id = :id for update";
  private static final String LIST =
      SELECT
          + """
           where organisation_id = :organisation
             and (:workplace::uuid is null or workplace_id = :workplace)
           order by coalesce(started_at, planned_at, made_at) desc, id desc
           limit :limit
          offset :offset
          """;
  private static final String BY_ALARM =
      SELECT + " where organisation_id = :organisation and alarm_id = :alarm";

  // What somebody does to one at this moment waits for nothing here.
  private static final String CLAIM_RUNNING =
      SELECT
          + """
           where started_at is not null
             and ended_at is null
           order by started_at
           limit :limit
             for update skip locked
          """;
  private static final String INSERT =
      """
      insert into drill.drill
             (organisation_id, id, workplace_id, team_id, announced, planned_at, note, made_by,
              made_at)
      values (:organisation, :id, :workplace, :team, :announced, :plannedAt, :note, :by, :now)
      """;
  private static final String SAVE =
      """
      update drill.drill
         set team_id = :team, alarm_id = :alarm, started_by = :startedBy, started_at = :startedAt,
             on_the_spot = :onTheSpot, arrived_by = :arrivedBy, arrived_at = :arrivedAt,
             ended_at = :endedAt, outcome = :outcome, alarm_result = :result, said = :said
       where organisation_id = :organisation
         and id = :id
      """;
  private static final String MONTHS =
      """
      select every_months
        from drill.rhythm
       where organisation_id = :organisation
         and workplace_id = :workplace
      """;
  private static final String SET_MONTHS =
      """
      insert into drill.rhythm (organisation_id, workplace_id, every_months)
      values (:organisation, :workplace, :months)
          on conflict (organisation_id, workplace_id) do update set every_months = :months
      """;
  private static final String FORGET =
      "delete from drill.drill where coalesce(ended_at, planned_at, made_at) < :before";

  void insert(Tx tx, Drill drill) {
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", drill.organisation().value())
            .param("id", drill.id().value())
            .param("workplace", drill.workplace() == null ? null : drill.workplace().value())
            .param("team", drill.team().value())
            .param("announced", drill.plan().announced())
            .param("plannedAt", utcOrNull(drill.plan().at()))
            .param("note", drill.plan().note())
            .param("by", drill.madeBy().value())
            .param("now", utc(drill.madeAt())),
        "add a drill");
  }

  /** Stores everything that changes; {@code drill} is locked. */
  Drill save(Tx tx, Drill drill) {
    Drill.@Nullable Start start = drill.start();
    Drill.@Nullable Arrival arrival = drill.arrival();
    Drill.@Nullable End end = drill.end();
    tx.changeOne(
        tx.sql(SAVE)
            .param("organisation", drill.organisation().value())
            .param("id", drill.id().value())
            .param("team", drill.team().value())
            .param("alarm", start == null ? null : start.alarm().value())
            .param("startedBy", start == null ? null : start.by().value())
            .param("startedAt", start == null ? null : utc(start.at()))
            .param("onTheSpot", start != null && start.onTheSpot())
            .param("arrivedBy", arrival == null ? null : arrival.by().value())
            .param("arrivedAt", arrival == null ? null : utc(arrival.at()))
            .param("endedAt", end == null ? null : utc(end.at()))
            .param("outcome", end == null ? null : end.outcome().name().toLowerCase(Locale.ROOT))
            .param("result", end == null ? null : end.alarmResult())
            .param("said", end == null ? null : end.said()),
        "change a drill");
    return drill;
  }

  Optional<Drill> lock(Tx tx, OrganisationId organisation, DrillId id) {
    return tx.sql(LOCK)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(DrillStore::drill)
        .optional();
  }

  Optional<Drill> byAlarm(Tx tx, OrganisationId organisation, AlarmId alarm) {
    return tx.sql(BY_ALARM)
        .param("organisation", organisation.value())
        .param("alarm", alarm.value())
        .query(DrillStore::drill)
        .optional();
  }

  List<Drill> list(
      Tx tx, OrganisationId organisation, @Nullable WorkplaceId workplace, Slice slice) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("workplace", workplace == null ? null : workplace.value())
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query(DrillStore::drill)
        .list();
  }

  List<Drill> claimRunning(Tx tx, int limit) {
    return tx.sql(CLAIM_RUNNING).param("limit", limit).query(DrillStore::drill).list();
  }

  Optional<Integer> months(Tx tx, OrganisationId organisation, WorkplaceId workplace) {
    return tx.sql(MONTHS)
        .param("organisation", organisation.value())
        .param("workplace", workplace.value())
        .query(Integer.class)
        .optional();
  }

  void setMonths(Tx tx, OrganisationId organisation, WorkplaceId workplace, int months) {
    tx.sql(SET_MONTHS)
        .param("organisation", organisation.value())
        .param("workplace", workplace.value())
        .param("months", months)
        .update();
  }

  int forget(Tx tx, Instant before) {
    return tx.sql(FORGET).param("before", utc(before)).update();
  }

  private static Drill drill(ResultSet row, int number) throws SQLException {
    @Nullable UUID workplace = uuidOrNull(row, "workplace_id");
    return new Drill(
        new OrganisationId(uuid(row, "organisation_id")),
        new DrillId(uuid(row, "id")),
        workplace == null ? null : new WorkplaceId(workplace),
        new TeamId(uuid(row, "team_id")),
        new Drill.Plan(
            row.getBoolean("announced"), instantOrNull(row, "planned_at"), row.getString("note")),
        new PersonId(uuid(row, "made_by")),
        instant(row, "made_at"),
        start(row),
        arrival(row),
        end(row));
  }

  private static Drill.@Nullable Start start(ResultSet row) throws SQLException {
    @Nullable UUID alarm = uuidOrNull(row, "alarm_id");
    return alarm == null
        ? null
        : new Drill.Start(
            new AlarmId(alarm),
            new PersonId(uuid(row, "started_by")),
            instant(row, "started_at"),
            row.getBoolean("on_the_spot"));
  }

  private static Drill.@Nullable Arrival arrival(ResultSet row) throws SQLException {
    @Nullable UUID by = uuidOrNull(row, "arrived_by");
    return by == null ? null : new Drill.Arrival(new PersonId(by), instant(row, "arrived_at"));
  }

  private static Drill.@Nullable End end(ResultSet row) throws SQLException {
    @Nullable Instant at = instantOrNull(row, "ended_at");
    return at == null
        ? null
        : new Drill.End(
            at,
            Drill.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
            row.getString("alarm_result"),
            row.getString("said"));
  }
}
