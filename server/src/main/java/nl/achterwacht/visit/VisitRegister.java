package nl.achterwacht.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.WatchKeeper;
import org.jspecify.annotations.Nullable;

/** Plans, lists and cancels visits; each has a watch from the moment it is planned. */
public final class VisitRegister {
  /** How long ago a visit may have begun and still be planned: the paper diary comes first. */
  static final Duration MAY_HAVE_BEGUN = Duration.ofHours(12);

  static final Duration AT_MOST_AHEAD = Duration.ofDays(730);
  static final Duration LONGEST = Duration.ofHours(24);

  private static final String COLUMNS =
      """
      select organisation_id, id, worker_id, watch_id, address, floor, latitude, longitude, purpose,
             planned_start_at, planned_end_at, high_risk, travel_mode, vehicle_id, travel_minutes,
             cancelled_at, version
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
  private static final String INSERT =
      """
      insert into visit.visit
             (organisation_id, id, worker_id, watch_id, address, floor, latitude, longitude,
              purpose, planned_start_at, planned_end_at, high_risk, travel_mode, vehicle_id,
              travel_minutes)
      values (:organisation, :id, :worker, :watch, :address, :floor, :latitude, :longitude,
              :purpose, :start, :end, :highRisk, :travelMode, :vehicle, :travelMinutes)
      """;
  private static final String CANCEL =
      """
      update visit.visit
         set cancelled_at = :now,
             version = version + 1
       where organisation_id = :organisation
         and id = :id
         and version = :version
      """;

  private final InstantSource clock;
  private final WatchKeeper watches;

  public VisitRegister(InstantSource clock, WatchKeeper watches) {
    this.clock = clock;
    this.watches = watches;
  }

  /** Why an appointment cannot be planned. */
  public enum Fault {
    ENDS_BEFORE_START,
    TOO_LONG,
    LONG_AGO,
    TOO_FAR_AHEAD
  }

  /** What is wrong with the times of an appointment, if anything. */
  public Optional<Fault> faultOf(Appointment planned) {
    Instant now = clock.instant();
    if (!planned.plannedEndAt().isAfter(planned.plannedStartAt())) {
      return Optional.of(Fault.ENDS_BEFORE_START);
    }
    if (planned.plannedStartAt().plus(LONGEST).isBefore(planned.plannedEndAt())) {
      return Optional.of(Fault.TOO_LONG);
    }
    if (planned.plannedStartAt().isBefore(now.minus(MAY_HAVE_BEGUN))) {
      return Optional.of(Fault.LONG_AGO);
    }
    return planned.plannedStartAt().isAfter(now.plus(AT_MOST_AHEAD))
        ? Optional.of(Fault.TOO_FAR_AHEAD)
        : Optional.empty();
  }

  /**
   * Plans a visit and, in the same transaction, its watch.
   *
   * @param watch the watch of the visit; its trip names {@code id}
   * @param by who plans it
   */
  public Visit plan(Tx tx, VisitId id, Appointment appointment, NewWatch watch, PersonId by) {
    var visit =
        new Visit(watch.organisation(), id, watch.worker(), watch.id(), appointment, false, 0);
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", visit.organisation().value())
            .param("id", id.value())
            .param("worker", visit.worker().value())
            .param("watch", visit.watch().value())
            .param("address", appointment.place().address())
            .param("floor", appointment.place().floor())
            .param("latitude", appointment.place().latitude())
            .param("longitude", appointment.place().longitude())
            .param("purpose", appointment.purpose())
            .param("start", at(appointment.plannedStartAt()))
            .param("end", at(appointment.plannedEndAt()))
            .param("highRisk", appointment.highRisk())
            .param("travelMode", appointment.travelMode())
            .param("vehicle", appointment.vehicleId())
            .param("travelMinutes", appointment.travelMinutes()),
        "plan a visit");
    watches.plan(tx, watch, appointment.plannedStartAt(), by);
    return visit;
  }

  public Optional<Visit> find(Tx tx, OrganisationId organisation, VisitId id) {
    return one(tx, FIND, organisation, id);
  }

  /** Visits that were not cancelled, earliest first. */
  public List<Visit> list(Tx tx, OrganisationId organisation, VisitQuery query) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("worker", query.worker() == null ? null : query.worker().value())
        .param("from", atOrNull(query.from()))
        .param("until", atOrNull(query.until()))
        .param("limit", query.limit())
        .param("offset", query.offset())
        .query(VisitColumns::visit)
        .list();
  }

  /**
   * Cancels a visit and its watch.
   *
   * @param act its event must be {@code Cancelled}
   * @return what its watch says: one that has started is not cancelled but ended
   */
  public ActResult cancel(Tx tx, OrganisationId organisation, VisitId id, Act act) {
    Optional<Visit> visit = one(tx, LOCK, organisation, id);
    if (visit.isEmpty()) {
      return new ActResult.Unknown();
    }
    ActResult result = watches.handle(tx, organisation, visit.get().watch(), act);
    if (result instanceof ActResult.Done && !visit.get().cancelled()) {
      tx.changeOne(
          tx.sql(CANCEL)
              .param("now", at(clock.instant()))
              .param("organisation", organisation.value())
              .param("id", id.value())
              .param("version", visit.get().version()),
          "cancel a visit");
    }
    return result;
  }

  /** The part of the trip with which the watch of a visit begins. */
  public static Leg firstLeg() {
    return Leg.OUT;
  }

  private static Optional<Visit> one(Tx tx, String sql, OrganisationId organisation, VisitId id) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(VisitColumns::visit)
        .optional();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
    return instant == null ? null : at(instant);
  }
}
