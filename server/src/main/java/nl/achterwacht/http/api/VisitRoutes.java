package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitQuery;
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
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Planned visits: mine, or those of colleagues for who plans for others. */
@Controller
@RequestMapping(BASE + "/visits")
public final class VisitRoutes {
  private static final Set<String> PLANNERS =
      Set.of("standby", "supervisor", "safety-officer", "administrator");
  private static final int TRAVEL_MINUTES = 30;

  private final WatchDoors doors;
  private final VisitRegister visits;
  private final PeopleRegister people;

  public VisitRoutes(WatchDoors doors, VisitRegister visits, PeopleRegister people) {
    this.doors = doors;
    this.visits = visits;
    this.people = people;
  }

  record NewVisit(
      @Nullable UUID workerId,
      Place place,
      @Nullable String purpose,
      Instant plannedStartAt,
      Instant plannedEndAt,
      boolean highRisk,
      @Nullable String travelMode,
      @Nullable UUID vehicleId,
      @Nullable Integer travelMinutes) {
    Appointment appointment() {
      return new Appointment(
          place,
          purpose,
          plannedStartAt,
          plannedEndAt,
          highRisk,
          travelMode == null ? "other" : travelMode,
          vehicleId,
          travelMinutes == null ? TRAVEL_MINUTES : travelMinutes);
    }
  }

  record VisitJson(
      UUID id,
      int version,
      UUID workerId,
      String workerName,
      Place place,
      @Nullable String purpose,
      Instant plannedStartAt,
      Instant plannedEndAt,
      boolean highRisk,
      String travelMode,
      @Nullable UUID vehicleId,
      int travelMinutes,
      String state,
      @Nullable UUID watchId) {}

  @GetMapping
  Answer list(Received in) {
    Caller caller = in.caller();
    boolean all = in.query("mine").map("false"::equals).orElse(false) && caller.isOneOf(PLANNERS);
    Paging paging = Paging.of(in);
    var query =
        new VisitQuery(
            all ? null : caller.person(),
            moment(in, "from"),
            moment(in, "until"),
            paging.offset(),
            paging.limit());
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              List<VisitJson> items =
                  visits.list(tx, caller.organisation(), query).stream()
                      .map(visit -> json(tx, visit))
                      .toList();
              return Answer.ok(paging.page(items));
            });
  }

  @PostMapping
  Answer plan(Received in) {
    NewVisit asked = in.body(NewVisit.class);
    Caller caller = in.caller();
    PersonId worker = asked.workerId() == null ? caller.person() : new PersonId(asked.workerId());
    if (!worker.equals(caller.person()) && !caller.isOneOf(PLANNERS)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "You plan visits of your own only.");
    }
    visits.faultOf(asked.appointment()).ifPresent(VisitRoutes::refuse);
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              VisitId id = VisitId.next();
              Appointment appointment = asked.appointment();
              NewWatch watch = watch(tx, caller.organisation(), worker, id, appointment);
              return Answer.created(
                  json(tx, visits.plan(tx, id, appointment, watch, caller.person())));
            });
  }

  @GetMapping("/{visitId}")
  Answer one(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(json(tx, mine(tx, in))));
  }

  @DeleteMapping("/{visitId}")
  Answer cancel(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Visit visit = mine(tx, in);
              var act =
                  Act.of(new WatchEvent.Cancelled(caller.person()), caller.person(), Ids.next());
              return switch (visits.cancel(tx, visit.organisation(), visit.id(), act)) {
                case ActResult.Done _ -> Answer.done();
                case ActResult.Refused(var reason, _) -> Answer.refused(ReasonText.refusal(reason));
                case ActResult.Unknown() -> throw Refusal.notFound("visit");
              };
            });
  }

  private Visit mine(Tx tx, Received in) {
    Caller caller = in.caller();
    Visit visit =
        visits
            .find(tx, caller.organisation(), new VisitId(in.id("visitId")))
            .orElseThrow(() -> Refusal.notFound("visit"));
    if (!visit.worker().equals(caller.person()) && !caller.isOneOf(PLANNERS)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "This is the visit of somebody else.");
    }
    return visit;
  }

  private NewWatch watch(
      Tx tx, OrganisationId organisation, PersonId workerId, VisitId id, Appointment planned) {
    @Nullable Person worker = people.person(tx, organisation, workerId);
    if (worker == null || !worker.roles().contains("worker")) {
      throw Refusal.invalid("/workerId", "unknown", "There is no such worker.");
    }
    @Nullable UUID vehicle = planned.vehicleId();
    if (vehicle != null
        && people.vehicles(tx, organisation).stream().noneMatch(v -> v.id().equals(vehicle))) {
      throw Refusal.invalid("/vehicleId", "unknown", "There is no such vehicle.");
    }
    @Nullable TeamNumbers numbers = people.numbers(tx, organisation, worker.team());
    if (numbers == null) {
      throw new IllegalStateException("no team " + worker.team());
    }
    var wish =
        new Trips.Wish(Shape.VISIT, planned.highRisk(), false, null, planned.travelMinutes());
    var trip =
        new TripFacts(
            id.value(), planned.place(), planned.purpose(), planned.travelMode(), vehicle, null);
    return new NewWatch(
        organisation,
        WatchId.next(),
        worker.id(),
        worker.team(),
        Trips.plan(wish, numbers),
        trip,
        Leg.OUT);
  }

  private VisitJson json(Tx tx, Visit visit) {
    @Nullable Person worker = people.person(tx, visit.organisation(), visit.worker());
    Appointment planned = visit.appointment();
    return new VisitJson(
        visit.id().value(),
        visit.version(),
        visit.worker().value(),
        worker == null ? "" : worker.name(),
        planned.place(),
        planned.purpose(),
        planned.plannedStartAt(),
        planned.plannedEndAt(),
        planned.highRisk(),
        planned.travelMode(),
        planned.vehicleId(),
        planned.travelMinutes(),
        state(tx, visit),
        visit.watch().value());
  }

  /** How a visit stands, its watch tells. */
  private String state(Tx tx, Visit visit) {
    if (visit.cancelled()) {
      return "cancelled";
    }
    @Nullable Watch watch = doors.register().find(tx, visit.organisation(), visit.watch());
    if (watch == null) {
      return "planned";
    }
    return switch (watch.state().shown()) {
      case WatchState.Planned _ -> "planned";
      case WatchState.Running _, WatchState.Overdue _, WatchState.Alarmed _ -> "under-watch";
      case WatchState.Closed s -> s.how() == WatchState.How.CANCELLED ? "cancelled" : "done";
    };
  }

  private static void refuse(VisitRegister.Fault fault) {
    throw switch (fault) {
      case ENDS_BEFORE_START ->
          Refusal.invalid("/plannedEndAt", "order", "A visit ends after it begins.");
      case TOO_LONG -> Refusal.invalid("/plannedEndAt", "too-far", "A visit lasts a day at most.");
      case LONG_AGO -> Refusal.invalid("/plannedStartAt", "past", "This visit is in the past.");
      case TOO_FAR_AHEAD -> Refusal.invalid("/plannedStartAt", "too-far", "This is too far ahead.");
    };
  }

  private static @Nullable Instant moment(Received in, String name) {
    return in.query(name)
        .map(text -> java.time.OffsetDateTime.parse(text).toInstant())
        .orElse(null);
  }
}
