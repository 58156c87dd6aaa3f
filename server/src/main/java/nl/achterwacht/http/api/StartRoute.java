package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.drill.Presences;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchPlan;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.workplace.WorkplaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Starting a watch: from a planned visit, or on the spot. */
@Controller
public final class StartRoute {
  private static final Duration SHIFT_HORIZON = Duration.ofHours(4);
  private static final int TRAVEL_HOME_MINUTES = 30;

  private final Presences presences = new Presences();
  private final WatchDoors doors;
  private final VisitRegister visits;
  private final PeopleRegister people;
  private final PreparationKeeper preparations;
  private final CompanionRegister companions;

  public StartRoute(
      WatchDoors doors,
      VisitRegister visits,
      PeopleRegister people,
      PreparationKeeper preparations,
      CompanionRegister companions) {
    this.doors = doors;
    this.visits = visits;
    this.people = people;
    this.preparations = preparations;
    this.companions = companions;
  }

  record Asked(
      @Nullable UUID id,
      String shape,
      @Nullable UUID visitId,
      @Nullable Place place,
      @Nullable String purpose,
      @Nullable String leg,
      @Nullable Instant expectedEndAt,
      @Nullable Integer signEverySeconds,
      boolean halfwaySign,
      boolean highRisk,
      @Nullable String travelMode,
      @Nullable UUID vehicleId,
      @Nullable Integer travelHomeMinutes,
      @Nullable String companion,
      @Nullable UUID workplaceId,
      @Nullable Made made) {
    String travelModeOr(String otherwise) {
      return travelMode == null ? otherwise : travelMode;
    }
  }

  /** A watch to be started, and when it should end. */
  private record Start(NewWatch watch, Instant endAt) {}

  @PostMapping(BASE + "/watches")
  Answer start(Received in) {
    Asked asked = in.body(Asked.class);
    Caller caller = in.caller();
    if (asked.id() != null) {
      checkFree(caller.organisation(), new WatchId(asked.id()));
    }
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Instant now = doors.clock().instant();
              Made made = Made.of(asked.made());
              Start start = start(tx, caller, asked, made.at(now));
              checkMayStart(tx, caller, start.watch().id());
              var started =
                  new WatchEvent.Started(made.at(now), start.watch().leg(), start.endAt());
              var act =
                  new Act(
                      started,
                      caller.person(),
                      event.value(),
                      made.said(now),
                      made.where(now),
                      made.batteryPercent(),
                      null);
              Answer answer = started(tx, start.watch(), act);
              noteWorkplace(tx, start.watch(), asked.workplaceId(), now);
              return answer;
            });
  }

  /** A visit that was not ready is told to others; whatever comes of that, the watch runs. */
  private void tellOfStart(Tx tx, Watch made, PersonId by) {
    @Nullable UUID visitId = made.trip().visitId();
    if (visitId != null) {
      tx.attempt(
          "nobody was told of the start of visit " + visitId,
          () ->
              visits
                  .find(tx, made.organisation(), new VisitId(visitId))
                  .ifPresent(visit -> preparations.started(tx, visit, by)));
    }
  }

  /** Whoever comes to help sees what is known there; a watch runs without it as well. */
  private void noteWorkplace(Tx tx, NewWatch watch, @Nullable UUID workplace, Instant now) {
    if (workplace != null) {
      var there =
          new Presences.Presence(
              watch.organisation(), watch.id().value(), new WorkplaceId(workplace));
      tx.attempt(
          "nobody knows at which workplace watch " + watch.id() + " is",
          () -> presences.note(tx, there, watch.worker(), now));
    }
  }

  private Answer started(Tx tx, NewWatch watch, Act act) {
    String key = WatchRegister.newKey(watch.organisation());
    return switch (doors.keeper().start(tx, watch, act, WatchRegister.hash(key))) {
      case ActResult.Done(Watch made, _) -> {
        tellOfStart(tx, made, act.by());
        yield Answer.created(doors.view().of(tx, made, key));
      }
      case ActResult.Refused(var reason, _) -> Answer.refused(ReasonText.refusal(reason));
      case ActResult.Unknown() -> throw Refusal.notFound("watch");
    };
  }

  private Start start(Tx tx, Caller caller, Asked asked, Instant madeAt) {
    @Nullable UUID visit = asked.visitId();
    if (visit != null) {
      return fromVisit(tx, caller, new VisitId(visit), asked, madeAt);
    }
    Shape shape = Shape.of(asked.shape());
    if (shape != Shape.SHIFT && asked.expectedEndAt() == null) {
      throw Refusal.invalid(
          "/expectedEndAt", "required", "A visit or journey needs an expected end.");
    }
    Trips.checkEnd("/expectedEndAt", asked.expectedEndAt(), madeAt);
    Person worker = worker(tx, caller);
    checkVehicle(tx, caller.organisation(), asked.vehicleId());
    var wish =
        new Trips.Wish(
            shape,
            asked.highRisk(),
            asked.halfwaySign(),
            asked.signEverySeconds(),
            asked.travelHomeMinutes() == null ? TRAVEL_HOME_MINUTES : asked.travelHomeMinutes());
    var trip =
        new TripFacts(
            null,
            asked.place(),
            asked.purpose(),
            asked.travelModeOr("other"),
            asked.vehicleId(),
            asked.companion());
    WatchId id = asked.id() == null ? WatchId.next() : new WatchId(asked.id());
    Leg leg = asked.leg() == null ? Leg.OUT : Leg.of(asked.leg());
    return new Start(
        new NewWatch(
            worker.organisation(),
            id,
            worker.id(),
            worker.team(),
            plan(tx, worker, wish),
            trip,
            leg),
        Optional.ofNullable(asked.expectedEndAt()).orElse(madeAt.plus(SHIFT_HORIZON)));
  }

  /** The visit's own watch; the phone may only say when it will be over, and how it travels. */
  private Start fromVisit(Tx tx, Caller caller, VisitId id, Asked asked, Instant madeAt) {
    // Locked: a visit that is being moved begins as it was before, or as it is afterwards.
    Visit visit =
        visits.lock(tx, caller.organisation(), id).orElseThrow(() -> Refusal.notFound("visit"));
    WatchId own = watchOf(tx, visit, caller);
    if (visit.cancelled()) {
      throw Refusal.conflict("/visitId", "cancelled", "This visit was cancelled.");
    }
    Trips.checkEnd("/expectedEndAt", asked.expectedEndAt(), madeAt);
    @Nullable Watch planned = doors.register().find(tx, caller.organisation(), own);
    if (planned == null) {
      throw new IllegalStateException("visit " + visit.id() + " has no watch");
    }
    var watch =
        new NewWatch(
            planned.organisation(),
            planned.id(),
            planned.worker(),
            planned.team(),
            planned.plan(),
            travelling(tx, planned, asked),
            asked.leg() == null ? Leg.OUT : Leg.of(asked.leg()));
    return new Start(watch, endOf(visit.appointment(), asked.expectedEndAt(), madeAt));
  }

  /** The watch of whoever goes: the worker's, or the companion's own. */
  private WatchId watchOf(Tx tx, Visit visit, Caller caller) {
    return visit.worker().equals(caller.person())
        ? visit.watch()
        : companions
            .watchOf(tx, visit.organisation(), visit.id(), caller.person())
            .orElseThrow(() ->
                Refusal.invalid("/visitId", "not-yours", "This is the visit of somebody else."));
  }

  /** What was planned weeks ago may not be what the worker takes today. */
  private TripFacts travelling(Tx tx, Watch planned, Asked asked) {
    TripFacts trip = planned.trip();
    if (asked.travelMode() == null) {
      return trip;
    }
    // The one that was planned may be off the list by now; that stops nobody from leaving.
    if (!Objects.equals(asked.vehicleId(), trip.vehicleId())) {
      checkVehicle(tx, planned.organisation(), asked.vehicleId());
    }
    return new TripFacts(
        trip.visitId(),
        trip.place(),
        trip.purpose(),
        asked.travelMode(),
        asked.vehicleId(),
        trip.companion());
  }

  /** As said now; else as planned; a visit that begins too late lasts as long as was planned. */
  private static Instant endOf(Appointment appointment, @Nullable Instant said, Instant madeAt) {
    if (said != null) {
      return said;
    }
    Duration planned = Duration.between(appointment.plannedStartAt(), appointment.plannedEndAt());
    return appointment.plannedEndAt().isAfter(madeAt)
        ? appointment.plannedEndAt()
        : madeAt.plus(planned);
  }

  private WatchPlan plan(Tx tx, Person worker, Trips.Wish wish) {
    @Nullable TeamNumbers numbers = people.numbers(tx, worker.organisation(), worker.team());
    if (numbers == null) {
      throw new IllegalStateException("no team " + worker.team());
    }
    return Trips.plan(wish, numbers);
  }

  private Person worker(Tx tx, Caller caller) {
    @Nullable Person person = people.person(tx, caller.organisation(), caller.person());
    if (person == null) {
      throw Refusal.notFound("person");
    }
    return person;
  }

  private void checkVehicle(Tx tx, OrganisationId organisation, @Nullable UUID vehicle) {
    if (vehicle != null
        && people.vehicles(tx, organisation).stream().noneMatch(v -> v.id().equals(vehicle))) {
      throw Refusal.invalid("/vehicleId", "unknown", "There is no such vehicle.");
    }
  }

  /** Ids are unique over all organisations, also those that a phone made up. */
  private void checkFree(OrganisationId organisation, WatchId id) {
    @Nullable OrganisationId owner =
        doors.acts().<@Nullable OrganisationId>asEngine(tx -> doors.register().ownerOf(tx, id));
    if (owner != null && !owner.equals(organisation)) {
      throw Refusal.conflict("/id", "taken", "This id is in use.");
    }
  }

  private void checkMayStart(Tx tx, Caller caller, WatchId id) {
    PersonId me = caller.person();
    doors.register().oneStartAtATime(tx, caller.organisation(), me);
    @Nullable Watch same = doors.register().find(tx, caller.organisation(), id);
    if (same != null && !same.worker().equals(me)) {
      throw Refusal.conflict("/id", "taken", "This id is in use.");
    }
    @Nullable Watch running = doors.register().ofWorker(tx, caller.organisation(), me);
    if (running != null && !running.id().equals(id)) {
      throw Refusal.conflict("", "already-watched", "End the watch that is running first.");
    }
  }
}
