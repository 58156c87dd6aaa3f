package nl.achterwacht.preparation;

import java.time.Instant;
import java.util.Objects;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchPlan;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;

/**
 * The watches of a visit: the worker's, and one of whoever comes along. Both are kept as the
 * preparation says, as long as they have not begun.
 */
final class CompanionWatches {
  private final PreparationDoors doors;

  CompanionWatches(PreparationDoors doors) {
    this.doors = doors;
  }

  /**
   * Gives whoever promised to come along a watch, and cancels that of whoever does not come any
   * more. A watch that has begun goes on: its worker ends it.
   */
  Preparation settled(Tx tx, Visit visit, Preparation p, PersonId by, Instant now) {
    @Nullable PersonId wanted = visit.cancelled() ? null : promisedBy(p);
    @Nullable Companion known = p.companion();
    if (Objects.equals(wanted, known == null ? null : known.person())) {
      return p;
    }
    if (known != null) {
      var act = Act.of(new WatchEvent.Cancelled(by), by, Ids.next());
      doors.watches().handle(tx, visit.organisation(), known.watch(), act);
    }
    return p.withCompanion(wanted == null ? null : joined(tx, visit, p, wanted, now));
  }

  /** A visit as it is prepared now, by whose act, and when that was. */
  record Occasion(Visit visit, Preparation preparation, PersonId by, Instant now) {}

  /** Has both watches go by what the preparation says now, as far as they have not begun. */
  void replan(Tx tx, Occasion on) {
    Visit visit = on.visit();
    @Nullable Companion companion = on.preparation().companion();
    String along = companion == null ? null : name(tx, visit.organisation(), companion.person());
    replan(tx, on, visit.watch(), along);
    if (companion != null) {
      replan(tx, on, companion.watch(), name(tx, visit.organisation(), visit.worker()));
    }
  }

  /** Null when the companion does not work here any more. */
  private @Nullable Companion joined(
      Tx tx, Visit visit, Preparation p, PersonId companion, Instant now) {
    @Nullable Person person = doors.people().person(tx, visit.organisation(), companion);
    if (person == null) {
      return null;
    }
    Watch ofWorker = watch(tx, visit, visit.watch());
    Instant startAt = visit.appointment().plannedStartAt();
    var watch =
        new NewWatch(
            visit.organisation(),
            WatchId.next(),
            companion,
            person.team(),
            plan(tx, visit, p, ofWorker.plan(), person.team()),
            trip(visit, visit.watch(), name(tx, visit.organisation(), visit.worker())),
            VisitRegister.firstLeg());
    doors.watches().plan(tx, watch, startAt.isBefore(now) ? now : startAt, companion);
    return new Companion(companion, watch.id());
  }

  private void replan(Tx tx, Occasion on, WatchId id, @Nullable String along) {
    Visit visit = on.visit();
    Watch watch = watch(tx, visit, id);
    if (!(watch.state() instanceof WatchState.Planned planned)) {
      return;
    }
    WatchPlan plan = plan(tx, visit, on.preparation(), watch.plan(), watch.team());
    TripFacts trip = trip(visit, id, along);
    Instant startAt = visit.appointment().plannedStartAt();
    // The start of the worker's own watch is kept by the register of visits.
    boolean startsAsBefore = id.equals(visit.watch()) || !startAt.isAfter(on.now());
    Instant startBy = startsAsBefore ? planned.startBy() : startAt;
    if (!plan.equals(watch.plan())
        || !trip.equals(watch.trip())
        || !startBy.equals(planned.startBy())) {
      doors.watches().replan(tx, visit.organisation(), id, plan, trip, startBy, on.by());
    }
  }

  private WatchPlan plan(Tx tx, Visit visit, Preparation p, WatchPlan planned, TeamId team) {
    @Nullable TeamNumbers numbers = doors.people().numbers(tx, visit.organisation(), team);
    if (numbers == null) {
      throw new IllegalStateException("no team " + team);
    }
    return PreparationRules.watchPlan(planned, p, visit.appointment().highRisk(), numbers);
  }

  private static TripFacts trip(Visit visit, WatchId id, @Nullable String along) {
    Appointment appointment = visit.appointment();
    return new TripFacts(
        visit.id().value(),
        appointment.place(),
        appointment.purpose(),
        appointment.travelMode(),
        // The vehicle is on record with whoever drives it.
        id.equals(visit.watch()) ? appointment.vehicleId() : null,
        along);
  }

  private static @Nullable PersonId promisedBy(Preparation p) {
    MeasureState state = p.measure(Measure.DUO).state();
    return state.isSettled() ? state.colleague() : null;
  }

  private Watch watch(Tx tx, Visit visit, WatchId id) {
    @Nullable Watch watch = doors.watchRegister().find(tx, visit.organisation(), id);
    if (watch == null) {
      throw new IllegalStateException("watch " + id + " of visit " + visit.id() + " is gone");
    }
    return watch;
  }

  private @Nullable String name(Tx tx, OrganisationId organisation, PersonId person) {
    @Nullable Person known = doors.people().person(tx, organisation, person);
    return known == null ? null : known.name();
  }
}
