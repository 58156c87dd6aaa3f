package nl.achterwacht.visit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;

/**
 * Visits that repeat: each of them is a visit with a watch of its own, that can also be changed or
 * cancelled alone. Which part of a series an act is about, its {@link Scope} says.
 */
public final class SeriesRegister {
  private final InstantSource clock;
  private final VisitRegister visits;
  private final ZoneId zone;
  private final VisitStore store = new VisitStore();

  /**
   * @param zone where the visits are: they repeat by the clock on the wall there
   */
  public SeriesRegister(InstantSource clock, VisitRegister visits, ZoneId zone) {
    this.clock = clock;
    this.visits = visits;
    this.zone = zone;
  }

  /** How much of the series a visit stands in. */
  public enum Scope {
    /** This visit alone. */
    ONE,
    /** It and those planned after it. */
    FOLLOWING,
    /** It and all that are still to come. */
    ALL
  }

  /**
   * What was asked of a visit, and perhaps of its series.
   *
   * @param to as the visit should be; the others follow by the same number of days, at that time
   * @param version what the one who asks knows the visit to be
   * @param worker the watch of a colleague who takes it over; null when its worker stays the same
   */
  public record Change(
      Appointment to, int version, Scope scope, @Nullable NewWatch worker, PersonId by) {}

  /**
   * What came of it.
   *
   * @param result of the visit itself; unless it was moved, nothing was
   * @param others that moved along
   * @param leftAlone how many did not, as they have begun or would be out of bounds
   */
  public record Changed(MoveResult result, List<Visit> others, int leftAlone) {}

  /** What came of cancelling: what the watch of the visit says, and how many went along. */
  public record Cancelled(ActResult result, int others) {}

  /** What came of undoing a cancellation. */
  public sealed interface Restored {
    /** All that was cancelled with it takes place again. */
    record Done(List<Visit> visits) implements Restored {}

    /** It was cancelled too long ago; or it was not cancelled. */
    record NotPossible(boolean tooLate) implements Restored {}

    /** No such visit in this organisation. */
    record Unknown() implements Restored {}
  }

  /**
   * Plans {@code first} and all that follow from {@code repetition}, each with a watch like {@code
   * watch}.
   *
   * @param dates what {@link Repetition#from} gave, so that the caller has judged how many
   * @return the visits, earliest first
   */
  public List<Visit> plan(
      Tx tx, Repetition repetition, List<Appointment> dates, NewWatch watch, PersonId by) {
    SeriesId series = SeriesId.next();
    store.addSeries(tx, watch.organisation(), series, repetition, by, clock.instant());
    List<Visit> planned = new ArrayList<>();
    for (Appointment appointment : dates) {
      VisitId id = VisitId.next();
      planned.add(visits.plan(tx, id, appointment, like(watch, id), series, by));
    }
    return planned;
  }

  /** The visits that {@code first} becomes; see {@link Repetition#from}. */
  public List<Appointment> dates(Repetition repetition, Appointment first) {
    return repetition.from(first, zone);
  }

  /** Changes a visit, and with it what the scope says. */
  public Changed change(Tx tx, OrganisationId organisation, VisitId id, Change change) {
    Optional<Visit> found = store.find(tx, organisation, id);
    if (found.isEmpty()) {
      return new Changed(new MoveResult.Unknown(), List.of(), 0);
    }
    if (found.get().series() == null || change.scope() == Scope.ONE) {
      return new Changed(changeOne(tx, organisation, id, change), List.of(), 0);
    }
    List<Visit> locked = lock(tx, found.get(), change.scope());
    MoveResult result = changeOne(tx, organisation, id, change);
    if (!(result instanceof MoveResult.Moved)) {
      return new Changed(result, List.of(), 0);
    }
    Appointment was = found.get().appointment();
    List<Visit> moved = new ArrayList<>();
    int leftAlone = 0;
    for (Visit other : locked) {
      if (other.id().equals(id) || other.cancelled()) {
        continue;
      }
      if (follow(tx, other, was, change) instanceof MoveResult.Moved(Visit next)) {
        moved.add(next);
      } else {
        leftAlone++;
      }
    }
    return new Changed(result, moved, leftAlone);
  }

  /** Cancels a visit, and with it what the scope says. */
  public Cancelled cancel(
      Tx tx, OrganisationId organisation, VisitId id, Scope scope, PersonId by) {
    Optional<Visit> found = store.find(tx, organisation, id);
    if (found.isEmpty()) {
      return new Cancelled(new ActResult.Unknown(), 0);
    }
    Instant now = clock.instant();
    List<Visit> locked =
        found.get().series() == null || scope == Scope.ONE
            ? store.lock(tx, organisation, id).stream().toList()
            : lock(tx, found.get(), scope);
    ActResult result = new ActResult.Unknown();
    int others = 0;
    for (Visit visit : locked) {
      boolean isIt = visit.id().equals(id);
      if (visit.cancelled() && !isIt) {
        continue;
      }
      var act = Act.of(new WatchEvent.Cancelled(by), by, Ids.next());
      ActResult its = visits.cancel(tx, visit, act, now);
      if (isIt) {
        result = its;
      } else if (its instanceof ActResult.Done) {
        others++;
      }
    }
    return new Cancelled(result, others);
  }

  /** Undoes a cancellation of a moment ago, with all that was cancelled in it. */
  public Restored restore(Tx tx, OrganisationId organisation, VisitId id, PersonId by) {
    Optional<Visit> found = store.find(tx, organisation, id);
    if (found.isEmpty()) {
      return new Restored.Unknown();
    }
    @Nullable Instant at = store.cancelledAt(tx, found.get());
    if (at == null) {
      return new Restored.NotPossible(false);
    }
    if (at.plus(VisitRegister.UNDO_WITHIN).isBefore(clock.instant())) {
      return new Restored.NotPossible(true);
    }
    @Nullable SeriesId series = found.get().series();
    List<Visit> locked =
        series == null
            ? store.lock(tx, organisation, id).filter(Visit::cancelled).stream().toList()
            : store.lockCancelledWith(tx, organisation, series, at);
    // Locked only now: a second tap of the same button finds nothing left to undo.
    return locked.isEmpty()
        ? new Restored.NotPossible(false)
        : new Restored.Done(locked.stream().map(visit -> visits.restored(tx, visit, by)).toList());
  }

  private MoveResult changeOne(Tx tx, OrganisationId organisation, VisitId id, Change change) {
    @Nullable NewWatch worker = change.worker();
    return worker == null
        ? visits.move(tx, organisation, id, change.to(), change.version(), change.by())
        : visits.handOver(tx, worker, id, change.to(), change.version(), change.by());
  }

  /** Changes another visit of the series: as many days earlier or later, at the same time. */
  private MoveResult follow(Tx tx, Visit other, Appointment was, Change change) {
    long days = ChronoUnit.DAYS.between(day(was), day(change.to()));
    Appointment to = Repetition.onDay(change.to(), day(other.appointment()).plusDays(days), zone);
    if (visits.faultOf(to).isPresent()) {
      return new MoveResult.Started();
    }
    @Nullable NewWatch worker = change.worker();
    return worker == null
        ? visits.moved(tx, other, to, change.by())
        : visits.handedOver(tx, other, to, like(worker, other.id()), change.by());
  }

  /** The visit itself and what the scope adds to it, but nothing whose start has passed. */
  private List<Visit> lock(Tx tx, Visit visit, Scope scope) {
    SeriesId series = visit.series();
    if (series == null) {
      throw new IllegalStateException("visit " + visit.id() + " stands alone");
    }
    Instant now = clock.instant();
    Instant its = visit.appointment().plannedStartAt();
    Instant from = scope == Scope.FOLLOWING || its.isBefore(now) ? its : now;
    return store.lockSeries(tx, visit.organisation(), series, from).stream()
        .filter(v -> v.id().equals(visit.id()) || !v.appointment().plannedStartAt().isBefore(now))
        .toList();
  }

  private LocalDate day(Appointment appointment) {
    return appointment.plannedStartAt().atZone(zone).toLocalDate();
  }

  private static NewWatch like(NewWatch watch, VisitId visit) {
    TripFacts trip = watch.trip();
    return new NewWatch(
        watch.organisation(),
        WatchId.next(),
        watch.worker(),
        watch.team(),
        watch.plan(),
        new TripFacts(
            visit.value(),
            trip.place(),
            trip.purpose(),
            trip.travelMode(),
            trip.vehicleId(),
            trip.companion()),
        watch.leg());
  }
}
