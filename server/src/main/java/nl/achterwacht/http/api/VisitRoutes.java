package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
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
import nl.achterwacht.visit.MoveResult;
import nl.achterwacht.visit.Repetition;
import nl.achterwacht.visit.SeriesRegister;
import nl.achterwacht.visit.SeriesRegister.Restored;
import nl.achterwacht.visit.SeriesRegister.Scope;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitQuery;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Planned visits: mine, or those of colleagues for who plans for others. */
@Controller
@RequestMapping(BASE + "/visits")
public final class VisitRoutes {
  static final Set<String> PLANNERS =
      Set.of("standby", "supervisor", "safety-officer", "administrator");

  private final WatchDoors doors;
  private final VisitRegister visits;
  private final SeriesRegister series;
  private final PeopleRegister people;
  private final VisitView view;

  public VisitRoutes(
      WatchDoors doors, VisitRegister visits, SeriesRegister series, PeopleRegister people) {
    this.doors = doors;
    this.visits = visits;
    this.series = series;
    this.people = people;
    this.view = new VisitView(doors.register(), people);
  }

  /** The contract's {@code ChangedVisits}: the visit that was meant stands first. */
  record ChangedJson(List<VisitView.VisitJson> items, int leftAlone) {}

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
              List<Visit> found = visits.list(tx, caller.organisation(), query);
              return Answer.ok(paging.page(view.all(tx, caller.organisation(), found)));
            });
  }

  @PostMapping
  Answer plan(Received in) {
    VisitForms.NewVisit asked = in.body(VisitForms.NewVisit.class);
    Caller caller = in.caller();
    PersonId worker = asked.workerId() == null ? caller.person() : new PersonId(asked.workerId());
    checkPlansFor(caller, worker);
    Appointment appointment = asked.appointment();
    visits.faultOf(appointment).ifPresent(VisitRoutes::refuse);
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              VisitId id = VisitId.next();
              NewWatch watch = watch(tx, caller.organisation(), worker, id, appointment);
              VisitForms.@Nullable RepeatJson repeat = asked.repeat();
              Visit planned =
                  repeat == null
                      ? visits.plan(tx, id, appointment, watch, caller.person())
                      : planAll(tx, repeat.repetition(), appointment, watch, caller.person());
              return Answer.created(view.one(tx, planned));
            });
  }

  @GetMapping("/{visitId}")
  Answer one(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(view.one(tx, mine(tx, in))));
  }

  @PutMapping("/{visitId}")
  Answer change(Received in) {
    VisitForms.VisitChange asked = in.body(VisitForms.VisitChange.class);
    Caller caller = in.caller();
    Appointment to = asked.appointment();
    visits.faultOf(to).ifPresent(VisitRoutes::refuse);
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Visit visit = mine(tx, in);
              PersonId worker =
                  asked.workerId() == null ? visit.worker() : new PersonId(asked.workerId());
              checkPlansFor(caller, worker);
              // Checks the worker and the vehicle also where its watch is not needed.
              NewWatch watch = watch(tx, caller.organisation(), worker, visit.id(), to);
              var change =
                  new SeriesRegister.Change(
                      to,
                      asked.version(),
                      scope(asked.scope()),
                      worker.equals(visit.worker()) ? null : watch,
                      caller.person());
              return answer(tx, series.change(tx, caller.organisation(), visit.id(), change));
            });
  }

  @DeleteMapping("/{visitId}")
  Answer cancel(Received in) {
    Caller caller = in.caller();
    Scope scope = scope(in.query("scope").orElse(null));
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              Visit visit = mine(tx, in);
              var done =
                  series.cancel(tx, visit.organisation(), visit.id(), scope, caller.person());
              return switch (done.result()) {
                case ActResult.Done _ -> Answer.done();
                case ActResult.Refused(var reason, _) -> Answer.refused(ReasonText.refusal(reason));
                case ActResult.Unknown() -> throw Refusal.notFound("visit");
              };
            });
  }

  @PostMapping("/{visitId}/restorations")
  Answer restore(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Visit visit = mine(tx, in);
              return switch (series.restore(
                  tx, visit.organisation(), visit.id(), caller.person())) {
                case Restored.Done(List<Visit> restored) ->
                    Answer.created(
                        new ChangedJson(view.all(tx, visit.organisation(), restored), 0));
                case Restored.NotPossible(boolean tooLate) ->
                    throw tooLate
                        ? Refusal.conflict("", "too-late", "This was cancelled too long ago.")
                        : Refusal.conflict("", "not-cancelled", "This visit was not cancelled.");
                case Restored.Unknown() -> throw Refusal.notFound("visit");
              };
            });
  }

  private Visit planAll(
      Tx tx, Repetition repetition, Appointment first, NewWatch watch, PersonId by) {
    List<Appointment> dates = series.dates(repetition, first);
    if (dates.size() > Repetition.MOST) {
      throw Refusal.invalid(
          "/repeat/lastDate", "too-many", "At most " + Repetition.MOST + " visits at once.");
    }
    if (visits.faultOf(dates.getLast()).isPresent()) {
      throw Refusal.invalid("/repeat/lastDate", "too-far", "This is too far ahead.");
    }
    return series.plan(tx, repetition, dates, watch, by).getFirst();
  }

  private Answer answer(Tx tx, SeriesRegister.Changed changed) {
    return switch (changed.result()) {
      case MoveResult.Moved(Visit visit) -> {
        List<Visit> all = new ArrayList<>(List.of(visit));
        all.addAll(changed.others());
        yield Answer.ok(
            new ChangedJson(view.all(tx, visit.organisation(), all), changed.leftAlone()));
      }
      case MoveResult.Started() ->
          Answer.refused(Refusal.conflict("", "already-started", "This visit has begun."));
      case MoveResult.Cancelled() ->
          Answer.refused(Refusal.conflict("", "cancelled", "This visit was cancelled."));
      case MoveResult.Stale(int version) ->
          Answer.refused(
              Refusal.conflict(
                  "/version",
                  "changed",
                  "Somebody changed this visit; it is now " + version + "."));
      case MoveResult.Unknown() -> throw Refusal.notFound("visit");
    };
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

  private static void checkPlansFor(Caller caller, PersonId worker) {
    if (!worker.equals(caller.person()) && !caller.isOneOf(PLANNERS)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "You plan visits of your own only.");
    }
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
        VisitRegister.firstLeg());
  }

  private static Scope scope(@Nullable String text) {
    return text == null ? Scope.ONE : Scope.valueOf(text.toUpperCase(Locale.ROOT));
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
