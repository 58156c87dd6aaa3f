package nl.achterwacht.alarm;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Ladder;
import org.jspecify.annotations.Nullable;

/** The SQL of alarms. */
final class AlarmStore {
  static final String COLUMNS =
      """
      a.organisation_id, a.id, a.kind, a.silent, a.watch_id, a.worker_id, a.team_id, a.ladder,
      a.promise_s, a.raised_at, a.opened_at, a.place, a.state, a.step, a.round, a.handler_id,
      a.offered_to_id, a.was_taken, a.wake_at, a.closed_at, a.closed_by, a.outcome, a.version
      """;

  // The longest waiting first; :now is a parameter, so that the index serves (performance 4).
  static final String CLAIM_DUE =
      """
      select %s
        from alarm.alarm a
       where a.wake_at <= :now
       order by a.wake_at
       limit :limit
         for update skip locked
      """
          .formatted(COLUMNS);

  // The same, for one row at a time.
  private static final String DUE_IDS =
      """
      select a.organisation_id, a.id
        from alarm.alarm a
       where a.wake_at <= :now
       order by a.wake_at
       limit :limit
      """;

  private static final String CLAIM_ONE =
      """
      select %s
        from alarm.alarm a
       where a.organisation_id = :organisation
         and a.id = :id
         and a.wake_at <= :now
         for update skip locked
      """
          .formatted(COLUMNS);

  private static final String LOCK =
      """
      select %s
        from alarm.alarm a
       where a.organisation_id = :organisation
         and a.id = :id
         for update
      """
          .formatted(COLUMNS);

  private static final String LOCK_OPEN_OF_WATCHES =
      """
      select %s
        from alarm.alarm a
        join (select distinct o, w
                from unnest(:organisations::uuid[], :watches::uuid[]) as k(o, w)) k
          on a.organisation_id = k.o and a.watch_id = k.w
       where a.state <> 'closed'
       order by a.id
         for update of a
      """
          .formatted(COLUMNS);

  private static final String INSERT =
      """
      insert into alarm.alarm
             (organisation_id, id, kind, silent, cause_id, watch_id, worker_id, team_id, ladder,
              promise_s, raised_at, opened_at, place, state, step, round, wake_at)
      select o, i, k, s = 1, c, w, wo, t, l::jsonb, p, r, :now, pl::jsonb, 'calling', st, ro, wa
        from unnest(:organisations::uuid[], :ids::uuid[], :kinds::text[], :silents::integer[],
                    :causes::uuid[], :watches::uuid[], :workers::uuid[], :teams::uuid[],
                    :ladders::text[], :promises::integer[], :raised::timestamptz[],
                    :places::text[], :steps::integer[], :rounds::integer[], :wakes::timestamptz[])
             as x(o, i, k, s, c, w, wo, t, l, p, r, pl, st, ro, wa)
      on conflict (organisation_id, cause_id) do nothing
      returning id
      """;

  private static final String SAVE =
      """
      update alarm.alarm a
         set state = n.s, step = n.st, round = n.ro, handler_id = n.h, offered_to_id = n.ot,
             was_taken = n.wt = 1, wake_at = n.wa, closed_at = n.ca, closed_by = n.cb, outcome = n.ou,
             wake_failures = 0, version = a.version + 1
        from unnest(:organisations::uuid[], :ids::uuid[], :versions::integer[], :states::text[],
                    :steps::integer[], :rounds::integer[], :handlers::uuid[], :offered::uuid[],
                    :wakes::timestamptz[], :closedAts::timestamptz[], :closedBys::uuid[],
                    :outcomes::text[], :takens::integer[])
             as n(o, i, v, s, st, ro, h, ot, wa, ca, cb, ou, wt)
       where a.organisation_id = n.o
         and a.id = n.i
         and a.version = n.v
      """;

  private static final String CLOSING_WORDS =
      """
      update alarm.alarm
         set outcome_cause = :cause, outcome_text = :text
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String ANY_OPEN =
      """
      select exists (
          select from alarm.alarm
           where organisation_id = :organisation
             and watch_id = :watch
             and state <> 'closed')
      """;

  private static final String ANY_SILENT =
      """
      select exists (
          select from alarm.alarm
           where organisation_id = :organisation
             and watch_id = :watch
             and silent)
      """;

  private static final String EARLIEST =
      """
      select wake_at
        from alarm.alarm
       where wake_at is not null
       order by wake_at
       limit 1
      """;

  /** Names an alarm that is due. */
  record Due(OrganisationId organisation, AlarmId id) {}

  /** One alarm's change, ready to be stored. */
  record Change(Alarm before, AlarmState next) {}

  List<Alarm> claimDue(Tx tx, Instant now, int limit) {
    return tx.sql(CLAIM_DUE)
        .param("now", utc(now))
        .param("limit", limit)
        .query(AlarmStore::alarm)
        .list();
  }

  /** Names of due alarms, nothing locked: the longest waiting first. */
  List<Due> dueIds(Tx tx, Instant now, int limit) {
    return tx.sql(DUE_IDS)
        .param("now", utc(now))
        .param("limit", limit)
        .query((row, i) ->
            new Due(new OrganisationId(uuid(row, "organisation_id")), new AlarmId(uuid(row, "id"))))
        .list();
  }

  /** One due alarm; null when another server has it, or it is not due any more. */
  @Nullable Alarm claimOne(Tx tx, Due due, Instant now) {
    return tx.sql(CLAIM_ONE)
        .param("organisation", due.organisation().value())
        .param("id", due.id().value())
        .param("now", utc(now))
        .query(AlarmStore::alarm)
        .optional()
        .orElse(null);
  }

  @Nullable Alarm lock(Tx tx, OrganisationId organisation, AlarmId id) {
    return tx.sql(LOCK)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(AlarmStore::alarm)
        .optional()
        .orElse(null);
  }

  /** The open alarms of these watches, locked in the order of their ids. */
  List<Alarm> lockOpen(Tx tx, List<OrganisationId> organisations, List<UUID> watches) {
    return tx.sql(LOCK_OPEN_OF_WATCHES)
        .param("organisations", tx.uuids(organisations))
        .param("watches", tx.uuids(watches))
        .query(AlarmStore::alarm)
        .list();
  }

  /** Inserts those whose cause did not raise an alarm yet; returns their ids. */
  Set<UUID> insert(Tx tx, List<Alarm> alarms, List<UUID> causes, Instant now) {
    return new HashSet<>(
        tx.sql(INSERT)
            .param("now", utc(now))
            .param("organisations", tx.uuids(alarms.stream().map(Alarm::organisation).toList()))
            .param("ids", tx.uuids(alarms.stream().map(Alarm::id).toList()))
            .param("kinds", tx.texts(alarms.stream().map(a -> a.kind().text()).toList()))
            .param("silents", tx.integers(alarms.stream().map(a -> a.silent() ? 1 : 0).toList()))
            .param("causes", tx.uuids(causes))
            .param("watches", tx.uuids(alarms.stream().map(Alarm::watchId).toList()))
            .param("workers", tx.uuids(alarms.stream().map(Alarm::worker).toList()))
            .param("teams", tx.uuids(alarms.stream().map(Alarm::team).toList()))
            .param("ladders", tx.texts(alarms.stream().map(a -> Json.write(a.ladder())).toList()))
            .param(
                "promises",
                tx.integers(alarms.stream().map(a -> (int) a.promise().toSeconds()).toList()))
            .param("raised", tx.instants(alarms.stream().map(Alarm::raisedAt).toList()))
            .param("places", tx.texts(alarms.stream().map(Alarm::placeJson).toList()))
            .param("steps", tx.integers(alarms.stream().map(a -> a.state().step()).toList()))
            .param("rounds", tx.integers(alarms.stream().map(a -> a.state().round()).toList()))
            .param(
                "wakes",
                tx.instants(alarms.stream().map(a -> a.state().wakeAt().orElse(null)).toList()))
            .query(UUID.class)
            .list());
  }

  /** Stores all changes with one statement; each must find the version that was decided on. */
  void saveAll(Tx tx, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<Columns> columns = changes.stream().map(c -> Columns.of(c.next())).toList();
    int saved =
        tx.sql(SAVE)
            .param(
                "organisations",
                tx.uuids(changes.stream().map(c -> c.before().organisation()).toList()))
            .param("ids", tx.uuids(changes.stream().map(c -> c.before().id()).toList()))
            .param(
                "versions", tx.integers(changes.stream().map(c -> c.before().version()).toList()))
            .param("states", tx.texts(columns.stream().map(Columns::state).toList()))
            .param("steps", tx.integers(changes.stream().map(c -> c.next().step()).toList()))
            .param("rounds", tx.integers(changes.stream().map(c -> c.next().round()).toList()))
            .param("handlers", tx.uuids(columns.stream().map(Columns::handler).toList()))
            .param("offered", tx.uuids(columns.stream().map(Columns::offeredTo).toList()))
            .param(
                "wakes",
                tx.instants(changes.stream().map(c -> c.next().wakeAt().orElse(null)).toList()))
            .param("closedAts", tx.instants(columns.stream().map(Columns::closedAt).toList()))
            .param("closedBys", tx.uuids(columns.stream().map(Columns::closedBy).toList()))
            .param("outcomes", tx.texts(columns.stream().map(Columns::outcome).toList()))
            .param("takens", tx.integers(columns.stream().map(c -> c.wasTaken() ? 1 : 0).toList()))
            .update();
    if (saved != changes.size()) {
      throw new IllegalStateException("saved " + saved + " of " + changes.size() + " alarms");
    }
  }

  void saveClosingWords(Tx tx, Alarm alarm, @Nullable String cause, @Nullable String text) {
    tx.sql(CLOSING_WORDS)
        .param("cause", cause)
        .param("text", text)
        .param("organisation", alarm.organisation().value())
        .param("id", alarm.id().value())
        .update();
  }

  boolean anyOpen(Tx tx, OrganisationId organisation, UUID watchId) {
    return exists(tx, ANY_OPEN, organisation, watchId);
  }

  /** Whether an alarm of this watch, open or closed, is one that must not show. */
  boolean anySilent(Tx tx, OrganisationId organisation, UUID watchId) {
    return exists(tx, ANY_SILENT, organisation, watchId);
  }

  private static boolean exists(Tx tx, String sql, OrganisationId organisation, UUID watchId) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("watch", watchId)
        .query(Boolean.class)
        .single();
  }

  @Nullable Instant earliest(Tx tx) {
    return tx.sql(EARLIEST)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  private record Columns(
      String state,
      @Nullable PersonId handler,
      @Nullable PersonId offeredTo,
      @Nullable Instant closedAt,
      @Nullable PersonId closedBy,
      @Nullable String outcome,
      boolean wasTaken) {
    static Columns of(AlarmState state) {
      return switch (state) {
        case AlarmState.Calling s ->
            new Columns("calling", null, null, null, null, null, s.wasTaken());
        case AlarmState.Acknowledged s ->
            new Columns("acknowledged", s.by(), null, null, null, null, true);
        case AlarmState.HandingOver s ->
            new Columns("handing-over", s.by(), s.to(), null, null, null, true);
        case AlarmState.Closed s ->
            new Columns("closed", null, null, s.at(), s.by(), s.outcome().text(), true);
      };
    }
  }

  static Alarm alarm(ResultSet row, int index) throws SQLException {
    UUID worker = uuidOrNull(row, "worker_id");
    return new Alarm(
        new OrganisationId(uuid(row, "organisation_id")),
        new AlarmId(uuid(row, "id")),
        AlarmKind.of(row.getString("kind")),
        row.getBoolean("silent"),
        uuidOrNull(row, "watch_id"),
        worker == null ? null : new PersonId(worker),
        new TeamId(uuid(row, "team_id")),
        Json.read(row.getString("ladder"), Ladder.class),
        Duration.ofSeconds(row.getInt("promise_s")),
        instant(row, "raised_at"),
        instant(row, "opened_at"),
        row.getString("place"),
        state(row),
        row.getInt("version"));
  }

  private static AlarmState state(ResultSet row) throws SQLException {
    int step = row.getInt("step");
    int round = row.getInt("round");
    return switch (row.getString("state")) {
      case "calling" ->
          new AlarmState.Calling(step, round, instant(row, "wake_at"), row.getBoolean("was_taken"));
      case "acknowledged" ->
          new AlarmState.Acknowledged(
              step, round, new PersonId(uuid(row, "handler_id")), instant(row, "wake_at"));
      case "handing-over" ->
          new AlarmState.HandingOver(
              step,
              round,
              new PersonId(uuid(row, "handler_id")),
              new PersonId(uuid(row, "offered_to_id")),
              instant(row, "wake_at"));
      case "closed" ->
          new AlarmState.Closed(
              step,
              round,
              instant(row, "closed_at"),
              new PersonId(uuid(row, "closed_by")),
              Outcome.of(row.getString("outcome")));
      default -> throw new IllegalStateException("unknown alarm state");
    };
  }
}
