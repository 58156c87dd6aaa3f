package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of watches. */
final class WatchStore {
  // The longest waiting first; :now is a parameter, so that the index serves (performance 4).
  static final String CLAIM_DUE =
      """
      select %s
        from watch.watch w
       where w.wake_at <= :now
       order by w.wake_at
       limit :limit
         for update skip locked
      """
          .formatted(WatchColumns.ALL);

  // The same, for one row at a time.
  private static final String DUE_IDS =
      """
      select w.organisation_id, w.id
        from watch.watch w
       where w.wake_at <= :now
       order by w.wake_at
       limit :limit
      """;

  private static final String CLAIM_ONE =
      """
      select %s
        from watch.watch w
       where w.organisation_id = :organisation
         and w.id = :id
         and w.wake_at <= :now
         for update skip locked
      """
          .formatted(WatchColumns.ALL);

  private static final String LOCK =
      """
      select %s
        from watch.watch w
       where w.organisation_id = :organisation
         and w.id = :id
         for update
      """
          .formatted(WatchColumns.ALL);

  private static final String FIND =
      """
      select %s
        from watch.watch w
       where w.organisation_id = :organisation
         and w.id = :id
      """
          .formatted(WatchColumns.ALL);

  private static final String ALL =
      """
      select %s
        from watch.watch w
       where w.organisation_id = :organisation
         and w.id = any (:ids::uuid[])
      """
          .formatted(WatchColumns.ALL);

  private static final String OF_WORKER =
      """
      select %s
        from watch.watch w
       where w.organisation_id = :organisation
         and w.worker_id = :worker
         and w.state in ('running', 'overdue', 'alarmed')
         and (w.mask is null or w.mask not in ('planned', 'closed'))
       order by w.started_at desc
       limit 1
      """
          .formatted(WatchColumns.ALL);

  private static final String OPEN =
      """
      select %s
        from watch.watch w
       where w.organisation_id = :organisation
         and w.state in ('running', 'overdue', 'alarmed')
       order by coalesce(w.moment_at, w.due_at), w.id
      """
          .formatted(WatchColumns.ALL);

  private static final String INSERT =
      """
      insert into watch.watch
             (organisation_id, id, worker_id, team_id, visit_id, shape, high_risk, halfway_sign,
              sign_every_s, reminder_s, grace_s, phone_after_s, extension_s, travel_home_s,
              journey_margin_s, short_grace_s, place, purpose, travel_mode, vehicle_id, companion,
              key_hash, state, leg, started_at, last_sign_at, due_at, end_at, asked, wake_at)
      values (:organisation, :id, :worker, :team, :visit, :shape, :highRisk, :halfway,
              :signEvery, :reminder, :grace, :phoneAfter, :extension, :travelHome,
              :margin, :shortGrace, :place::jsonb, :purpose, :travelMode, :vehicle, :companion,
              :keyHash, :state, :leg, :started, :started, :due, :end, :asked, :wake)
      on conflict (organisation_id, id) do nothing
      """;

  private static final String SAVE =
      """
      update watch.watch w
         set state = n.s, leg = n.l, started_at = n.sa, last_sign_at = n.si, due_at = n.du,
             end_at = n.en, moment_at = n.mo, asked = n.a, own_outage = n.oo = 1, mask = n.ma,
             mask_moment_at = n.mm, closed_by = n.cb, closed_how = n.ch, wake_at = n.wa,
             wake_failures = 0,
             version = n.nv
        from unnest(:organisations::uuid[], :ids::uuid[], :versions::integer[], :states::text[],
                    :legs::text[], :starteds::timestamptz[], :signs::timestamptz[],
                    :dues::timestamptz[], :ends::timestamptz[], :moments::timestamptz[],
                    :askeds::integer[], :outages::integer[], :masks::text[], :closedBys::uuid[],
                    :closedHows::text[], :maskMoments::timestamptz[], :wakes::timestamptz[],
                    :nextVersions::integer[])
             as n(o, i, v, s, l, sa, si, du, en, mo, a, oo, ma, cb, ch, mm, wa, nv)
       where w.organisation_id = n.o
         and w.id = n.i
         and w.version = n.v
      """;

  // Only what every version of the row has: it may be the rest that cannot be read.
  private static final String CLAIM_STUCK =
      """
      select w.worker_id, w.team_id, w.state
        from watch.watch w
       where w.organisation_id = :organisation
         and w.id = :id
         and w.wake_at <= :now
         for update skip locked
      """;

  private static final String FAILED =
      """
      update watch.watch
         set wake_failures = wake_failures + 1, version = version + 1,
             wake_at = :now + make_interval(secs => least(5 * (wake_failures + 1), 60))
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String EARLIEST =
      """
      select wake_at
        from watch.watch
       where wake_at is not null
       order by wake_at
       limit 1
      """;

  /** Names a watch that is due. */
  record Due(OrganisationId organisation, WatchId id) {}

  /** A due watch that could not be woken, as far as it can always be read. */
  record Stuck(Due due, PersonId worker, TeamId team, String state) {}

  List<Watch> claimDue(Tx tx, Instant now, int limit) {
    return tx.sql(CLAIM_DUE)
        .param("now", utc(now))
        .param("limit", limit)
        .query(WatchColumns::watch)
        .list();
  }

  /** Names of due watches, nothing locked: the longest waiting first. */
  List<Due> dueIds(Tx tx, Instant now, int limit) {
    return tx.sql(DUE_IDS)
        .param("now", utc(now))
        .param("limit", limit)
        .query((row, i) ->
            new Due(new OrganisationId(uuid(row, "organisation_id")), new WatchId(uuid(row, "id"))))
        .list();
  }

  /** One due watch; null when another server has it, or it is not due any more. */
  @Nullable Watch claimOne(Tx tx, Due due, Instant now) {
    return tx.sql(CLAIM_ONE)
        .param("organisation", due.organisation().value())
        .param("id", due.id().value())
        .param("now", utc(now))
        .query(WatchColumns::watch)
        .optional()
        .orElse(null);
  }

  /** The same without its state, which may be what is broken. */
  @Nullable Stuck claimStuck(Tx tx, Due due, Instant now) {
    return tx.sql(CLAIM_STUCK)
        .param("organisation", due.organisation().value())
        .param("id", due.id().value())
        .param("now", utc(now))
        .query((row, i) ->
            new Stuck(
                due,
                new PersonId(uuid(row, "worker_id")),
                new TeamId(uuid(row, "team_id")),
                row.getString("state")))
        .optional()
        .orElse(null);
  }

  @Nullable Watch lock(Tx tx, OrganisationId organisation, WatchId id) {
    return one(tx, LOCK, organisation, id);
  }

  @Nullable Watch find(Tx tx, OrganisationId organisation, WatchId id) {
    return one(tx, FIND, organisation, id);
  }

  private static @Nullable Watch one(Tx tx, String sql, OrganisationId organisation, WatchId id) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(WatchColumns::watch)
        .optional()
        .orElse(null);
  }

  List<Watch> all(Tx tx, OrganisationId organisation, Collection<WatchId> ids) {
    return tx.sql(ALL)
        .param("organisation", organisation.value())
        .param("ids", tx.uuids(List.copyOf(ids)))
        .query(WatchColumns::watch)
        .list();
  }

  @Nullable Watch ofWorker(Tx tx, OrganisationId organisation, PersonId worker) {
    return tx.sql(OF_WORKER)
        .param("organisation", organisation.value())
        .param("worker", worker.value())
        .query(WatchColumns::watch)
        .optional()
        .orElse(null);
  }

  List<Watch> open(Tx tx, OrganisationId organisation) {
    return tx.sql(OPEN)
        .param("organisation", organisation.value())
        .query(WatchColumns::watch)
        .list();
  }

  /** Inserts the watch; false when its id was used before. */
  boolean insert(
      Tx tx, NewWatch w, WatchState state, @Nullable Instant startedAt, byte @Nullable [] keyHash) {
    WatchColumns.State c = WatchColumns.State.of(state);
    TripFacts trip = w.trip();
    return tx.sql(INSERT)
            .param("organisation", w.organisation().value())
            .param("id", w.id().value())
            .param("worker", w.worker().value())
            .param("team", w.team().value())
            .param("visit", trip.visitId())
            .param("shape", w.plan().shape().text())
            .param("highRisk", w.plan().highRisk())
            .param("halfway", w.plan().halfwaySign())
            .param("signEvery", (int) w.plan().signEvery().toSeconds())
            .param("reminder", (int) w.plan().reminder().toSeconds())
            .param("grace", (int) w.plan().grace().toSeconds())
            .param("phoneAfter", (int) w.plan().phoneAfter().toSeconds())
            .param("extension", (int) w.plan().extension().toSeconds())
            .param("travelHome", (int) w.plan().travelHome().toSeconds())
            .param("margin", (int) w.plan().journeyMargin().toSeconds())
            .param("shortGrace", (int) w.plan().shortGrace().toSeconds())
            .param("place", trip.place() == null ? null : Json.write(trip.place()))
            .param("purpose", trip.purpose())
            .param("travelMode", trip.travelMode())
            .param("vehicle", trip.vehicleId())
            .param("companion", trip.companion())
            .param("keyHash", keyHash)
            .param("state", c.state())
            .param("leg", c.leg())
            .param("started", utcOrNull(startedAt))
            .param("due", utcOrNull(c.dueAt()))
            .param("end", utcOrNull(c.endAt()))
            .param("asked", c.asked())
            .param("wake", utcOrNull(state.wakeAt().orElse(null)))
            .update()
        == 1;
  }

  /** Stores all changes with one statement; each must find the version that was decided on. */
  void saveAll(Tx tx, List<WatchChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<WatchColumns.State> states =
        changes.stream().map(c -> WatchColumns.State.of(c.decision().next())).toList();
    int saved =
        tx.sql(SAVE)
            .param(
                "organisations",
                tx.uuids(changes.stream().map(c -> c.before().organisation()).toList()))
            .param("ids", tx.uuids(changes.stream().map(c -> c.before().id()).toList()))
            .param(
                "versions", tx.integers(changes.stream().map(c -> c.before().version()).toList()))
            .param("states", tx.texts(states.stream().map(WatchColumns.State::state).toList()))
            .param("legs", tx.texts(states.stream().map(WatchColumns.State::leg).toList()))
            .param("starteds", tx.instants(changes.stream().map(WatchChange::startedAt).toList()))
            .param("signs", tx.instants(changes.stream().map(WatchChange::lastSignAt).toList()))
            .param("dues", tx.instants(states.stream().map(WatchColumns.State::dueAt).toList()))
            .param("ends", tx.instants(states.stream().map(WatchColumns.State::endAt).toList()))
            .param(
                "moments", tx.instants(states.stream().map(WatchColumns.State::momentAt).toList()))
            .param("askeds", tx.integers(states.stream().map(WatchColumns.State::asked).toList()))
            .param("outages", tx.integers(states.stream().map(s -> s.ownOutage() ? 1 : 0).toList()))
            .param("masks", tx.texts(states.stream().map(WatchColumns.State::mask).toList()))
            .param(
                "closedBys", tx.uuids(states.stream().map(WatchColumns.State::closedBy).toList()))
            .param(
                "closedHows", tx.texts(states.stream().map(WatchColumns.State::closedHow).toList()))
            .param(
                "maskMoments",
                tx.instants(states.stream().map(WatchColumns.State::maskMomentAt).toList()))
            .param(
                "wakes",
                tx.instants(
                    changes.stream().map(c -> c.decision().next().wakeAt().orElse(null)).toList()))
            .param(
                "nextVersions",
                tx.integers(changes.stream().map(WatchChange::nextVersion).toList()))
            .update();
    if (saved != changes.size()) {
      throw new IllegalStateException("saved " + saved + " of " + changes.size() + " watches");
    }
  }

  /**
   * A row that could not be handled stays due: again after 5 seconds, then 10, up to a minute, so
   * that others get their turn and the last resort is not called without a pause.
   */
  void failed(Tx tx, Due due, Instant now) {
    tx.changeOne(
        tx.sql(FAILED)
            .param("now", utc(now))
            .param("organisation", due.organisation().value())
            .param("id", due.id().value()),
        "watch " + due.id());
  }

  @Nullable Instant earliest(Tx tx) {
    return tx.sql(EARLIEST)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }
}
