package nl.achterwacht.visit;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of visits. */
final class VisitStore {
  private static final String COLUMNS =
      """
      select organisation_id, id, worker_id, watch_id, address, floor, latitude, longitude, purpose,
             planned_start_at, planned_end_at, high_risk, travel_mode, vehicle_id, travel_minutes,
             cancelled_at, version, series_id, changed_by, changed_at
        from visit.visit
      """;

  private static final String FIND =
      COLUMNS
          + """
           where organisation_id = :organisation
             and id = :id
          """;

  private static final String LOCK = FIND + " for update";

  private static final String LIST =
      COLUMNS
          + """
           where organisation_id = :organisation
             and (:worker::uuid is null or worker_id = :worker::uuid)
             and (:from::timestamptz is null or planned_start_at >= :from::timestamptz)
             and (:until::timestamptz is null or planned_start_at < :until::timestamptz)
             and cancelled_at is null
           order by planned_start_at, id
           limit :limit
          offset :offset
          """;

  // None lasts longer than a day: the bound on its start lets the index serve.
  private static final String BETWEEN =
      COLUMNS
          + """
           where organisation_id = :organisation
             and planned_start_at >= :from::timestamptz - interval '1 day'
             and planned_start_at < :until
             and planned_end_at > :from
             and cancelled_at is null
           order by planned_start_at, id
           limit :limit
          """;

  // In the order of their ids, so that two who change the same series wait for each other.
  private static final String LOCK_SERIES =
      COLUMNS
          + """
           where organisation_id = :organisation
             and series_id = :series
             and planned_start_at >= :from
           order by id
             for update
          """;

  private static final String LOCK_CANCELLED_WITH =
      COLUMNS
          + """
           where organisation_id = :organisation
             and series_id = :series
             and cancelled_at = :at
           order by id
             for update
          """;

  private static final String INSERT =
      """
      insert into visit.visit
             (organisation_id, id, worker_id, watch_id, address, floor, latitude, longitude,
              purpose, planned_start_at, planned_end_at, high_risk, travel_mode, vehicle_id,
              travel_minutes, series_id)
      values (:organisation, :id, :worker, :watch, :address, :floor, :latitude, :longitude,
              :purpose, :start, :end, :highRisk, :travelMode, :vehicle, :travelMinutes, :series)
      """;

  private static final String SAVE =
      """
      update visit.visit
         set worker_id = :worker, watch_id = :watch, address = :address, floor = :floor,
             latitude = :latitude, longitude = :longitude, purpose = :purpose,
             planned_start_at = :start, planned_end_at = :end, high_risk = :highRisk,
             travel_mode = :travelMode, vehicle_id = :vehicle, travel_minutes = :travelMinutes,
             cancelled_at = null, changed_by = :by, changed_at = :now, version = version + 1
       where organisation_id = :organisation
         and id = :id
         and version = :version
      """;

  private static final String CANCEL =
      """
      update visit.visit
         set cancelled_at = :now, changed_by = :by, changed_at = :now, version = version + 1
       where organisation_id = :organisation
         and id = :id
         and version = :version
      """;

  private static final String CANCELLED_AT =
      """
      select cancelled_at
        from visit.visit
       where organisation_id = :organisation
         and id = :id
         and cancelled_at is not null
      """;

  private static final String ADD_SERIES =
      """
      insert into visit.series
             (organisation_id, id, every_weeks, weekdays, last_day, made_by, made_at)
      values (:organisation, :id, :everyWeeks, :weekdays, :lastDay, :by, :now)
      """;

  void insert(Tx tx, Visit visit) {
    tx.changeOne(
        withAppointment(tx.sql(INSERT), visit)
            .param("series", visit.series() == null ? null : visit.series().value()),
        "plan a visit");
  }

  /** Stores the next version of a visit that is locked. */
  void save(Tx tx, Visit next, LastChange change) {
    tx.changeOne(
        withAppointment(tx.sql(SAVE), next)
            .param("by", change.by().value())
            .param("now", utc(change.at()))
            .param("version", next.version() - 1),
        "change visit " + next.id());
  }

  void cancel(Tx tx, Visit visit, PersonId by, Instant now) {
    tx.changeOne(
        tx.sql(CANCEL)
            .param("now", utc(now))
            .param("by", by.value())
            .param("organisation", visit.organisation().value())
            .param("id", visit.id().value())
            .param("version", visit.version()),
        "cancel visit " + visit.id());
  }

  Optional<Visit> find(Tx tx, OrganisationId organisation, VisitId id) {
    return one(tx, FIND, organisation, id);
  }

  Optional<Visit> lock(Tx tx, OrganisationId organisation, VisitId id) {
    return one(tx, LOCK, organisation, id);
  }

  List<Visit> list(Tx tx, OrganisationId organisation, VisitQuery query) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("worker", query.worker() == null ? null : query.worker().value())
        .param("from", utcOrNull(query.from()))
        .param("until", utcOrNull(query.until()))
        .param("limit", query.limit())
        .param("offset", query.offset())
        .query(VisitColumns::visit)
        .list();
  }

  List<Visit> between(Tx tx, OrganisationId organisation, Instant from, Instant until, int limit) {
    return tx.sql(BETWEEN)
        .param("organisation", organisation.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .param("limit", limit)
        .query(VisitColumns::visit)
        .list();
  }

  /** Locks what of a series begins at or after {@code from}, cancelled ones too. */
  List<Visit> lockSeries(Tx tx, OrganisationId organisation, SeriesId series, Instant from) {
    return tx.sql(LOCK_SERIES)
        .param("organisation", organisation.value())
        .param("series", series.value())
        .param("from", utc(from))
        .query(VisitColumns::visit)
        .list();
  }

  /** Locks what of a series was cancelled at once, at {@code at}. */
  List<Visit> lockCancelledWith(Tx tx, OrganisationId organisation, SeriesId series, Instant at) {
    return tx.sql(LOCK_CANCELLED_WITH)
        .param("organisation", organisation.value())
        .param("series", series.value())
        .param("at", utc(at))
        .query(VisitColumns::visit)
        .list();
  }

  @Nullable Instant cancelledAt(Tx tx, Visit visit) {
    return tx.sql(CANCELLED_AT)
        .param("organisation", visit.organisation().value())
        .param("id", visit.id().value())
        .query((row, i) -> instant(row, "cancelled_at"))
        .optional()
        .orElse(null);
  }

  void addSeries(
      Tx tx,
      OrganisationId organisation,
      SeriesId id,
      Repetition repetition,
      PersonId by,
      Instant now) {
    tx.changeOne(
        tx.sql(ADD_SERIES)
            .param("organisation", organisation.value())
            .param("id", id.value())
            .param("everyWeeks", repetition.everyWeeks())
            .param("weekdays", tx.integers(repetition.weekdayNumbers()))
            .param("lastDay", repetition.lastDay())
            .param("by", by.value())
            .param("now", utc(now)),
        "plan a series");
  }

  private static JdbcClient.StatementSpec withAppointment(
      JdbcClient.StatementSpec statement, Visit visit) {
    Appointment appointment = visit.appointment();
    @Nullable UUID vehicle = appointment.vehicleId();
    return statement
        .param("organisation", visit.organisation().value())
        .param("id", visit.id().value())
        .param("worker", visit.worker().value())
        .param("watch", visit.watch().value())
        .param("address", appointment.place().address())
        .param("floor", appointment.place().floor())
        .param("latitude", appointment.place().latitude())
        .param("longitude", appointment.place().longitude())
        .param("purpose", appointment.purpose())
        .param("start", utc(appointment.plannedStartAt()))
        .param("end", utc(appointment.plannedEndAt()))
        .param("highRisk", appointment.highRisk())
        .param("travelMode", appointment.travelMode())
        .param("vehicle", vehicle)
        .param("travelMinutes", appointment.travelMinutes());
  }

  private static Optional<Visit> one(Tx tx, String sql, OrganisationId organisation, VisitId id) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(VisitColumns::visit)
        .optional();
  }
}
