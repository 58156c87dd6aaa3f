package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import nl.achterwacht.visit.Conflict;
import nl.achterwacht.visit.Planner;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A week of everybody, for who plans; and what a visit would not go together with. */
@Controller
public final class PlannerRoutes {
  private final WatchDoors doors;
  private final Planner planner;
  private final PeopleRegister people;
  private final VisitView view;

  public PlannerRoutes(WatchDoors doors, Planner planner, PeopleRegister people) {
    this.doors = doors;
    this.planner = planner;
    this.people = people;
    this.view = new VisitView(doors.register(), people);
  }

  record PlannerPerson(UUID id, String name, UUID teamId) {}

  record PlannerTeam(UUID id, String name) {}

  record PlannerVehicle(UUID id, UUID personId, String kind, String description) {}

  /** The contract's {@code VisitWarning}: nothing of the other visit but who and when. */
  record WarningJson(
      @Nullable UUID visitId,
      String kind,
      @Nullable UUID otherVisitId,
      @Nullable String otherWorkerName,
      @Nullable Instant otherStartAt,
      @Nullable Instant otherEndAt) {}

  record WarningsJson(List<WarningJson> items) {}

  record WeekJson(
      LocalDate mondayDate,
      List<VisitView.VisitJson> visits,
      List<WarningJson> warnings,
      List<PlannerPerson> people,
      List<PlannerTeam> teams,
      List<PlannerVehicle> vehicles,
      boolean isComplete) {}

  record DraftJson(
      @Nullable UUID visitId,
      @Nullable UUID workerId,
      Instant plannedStartAt,
      Instant plannedEndAt,
      @Nullable UUID vehicleId,
      int travelMinutes) {}

  @GetMapping(BASE + "/planner-weeks/{monday}")
  Answer week(Received in) {
    LocalDate monday = LocalDate.parse(String.valueOf(in.path().get("monday")));
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw Refusal.notFound("week");
    }
    OrganisationId organisation = in.caller().organisation();
    return doors
        .acts()
        .forCaller(in, tx -> Answer.ok(week(tx, organisation, monday)))
        .unlessKnown(in.header("If-None-Match"));
  }

  @PostMapping(BASE + "/visit-checks")
  Answer check(Received in) {
    DraftJson asked = in.body(DraftJson.class);
    Caller caller = in.caller();
    PersonId worker = asked.workerId() == null ? caller.person() : new PersonId(asked.workerId());
    if (!worker.equals(caller.person()) && !caller.isOneOf(VisitRoutes.PLANNERS)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "You plan visits of your own only.");
    }
    var draft =
        new Planner.Draft(
            asked.visitId() == null ? VisitId.next() : new VisitId(asked.visitId()),
            worker,
            asked.plannedStartAt(),
            asked.plannedEndAt(),
            Duration.ofMinutes(asked.travelMinutes()),
            asked.vehicleId());
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Names names = Names.of(tx, people, caller.organisation());
              return Answer.ok(
                  new WarningsJson(
                      planner.clashes(tx, caller.organisation(), draft).stream()
                          .map(
                              clash -> warning(asked.visitId(), clash.kind(), clash.other(), names))
                          .toList()));
            });
  }

  private WeekJson week(Tx tx, OrganisationId organisation, LocalDate monday) {
    Planner.Period period = planner.week(tx, organisation, monday);
    List<VisitView.VisitJson> visits = view.all(tx, organisation, period.visits(), period.people());
    Names names = Names.of(tx, people, organisation);
    return new WeekJson(
        monday,
        visits,
        warnings(period, visits, names),
        period.people().values().stream()
            .filter(person -> person.roles().contains("worker"))
            .map(PlannerRoutes::person)
            .toList(),
        people.teams(tx, organisation).stream()
            .map(team -> new PlannerTeam(team.id().value(), team.name()))
            .toList(),
        people.vehicles(tx, organisation).stream()
            .map(v -> new PlannerVehicle(v.id(), v.person().value(), v.kind(), v.description()))
            .toList(),
        period.isComplete());
  }

  /** Of what is still planned: whoever is out already, the board is about. */
  private static List<WarningJson> warnings(
      Planner.Period period, List<VisitView.VisitJson> shown, Names names) {
    Map<VisitId, Visit> known = new HashMap<>();
    period.visits().forEach(visit -> known.put(visit.id(), visit));
    Map<UUID, String> states = new HashMap<>();
    shown.forEach(visit -> states.put(visit.id(), visit.state()));
    return period.conflicts().stream()
        .filter(c -> "planned".equals(states.get(c.visit().value())))
        .map(c ->
            warning(
                c.visit().value(),
                c.kind(),
                c.other() == null ? null : known.get(c.other()),
                names))
        .toList();
  }

  private static WarningJson warning(
      @Nullable UUID visit, Conflict.Kind kind, @Nullable Visit other, Names names) {
    return other == null
        ? new WarningJson(visit, kind.text(), null, null, null, null)
        : new WarningJson(
            visit,
            kind.text(),
            other.id().value(),
            names.nameOf(other.worker()),
            other.appointment().plannedStartAt(),
            other.appointment().plannedEndAt());
  }

  private static PlannerPerson person(Person person) {
    return new PlannerPerson(person.id().value(), person.name(), person.team().value());
  }
}
