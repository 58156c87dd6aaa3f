package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.base.EventId;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.drill.Drill;
import nl.achterwacht.drill.DrillId;
import nl.achterwacht.drill.DrillKeeper;
import nl.achterwacht.drill.DrillResult;
import nl.achterwacht.drill.ResponseTimes;
import nl.achterwacht.http.api.WorkplaceCards.MeasuredJson;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.watch.Place;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Drills: planned at the desk, started there or at the workplace itself, and what they measured.
 */
@Controller
@RequestMapping(BASE)
public final class DrillRoutes {
  private final DrillDoors doors;

  public DrillRoutes(DrillDoors doors) {
    this.doors = doors;
  }

  record NewDrill(
      @Nullable UUID teamId,
      @Nullable UUID workerId,
      @Nullable UUID workplaceId,
      @Nullable UUID drillId,
      @Nullable Boolean onTheSpot) {
    boolean isOnTheSpot() {
      return Boolean.TRUE.equals(onTheSpot);
    }
  }

  record NewPlan(UUID workplaceId, Instant plannedAt, boolean announced, @Nullable String note) {}

  record ArrivalSaid(@Nullable Made made) {}

  record EndingSaid(String alarmResult, @Nullable String text) {}

  record Rhythm(int everyMonths) {}

  record SummaryJson(
      UUID workplaceId,
      String workplaceName,
      @Nullable Integer statedMinutes,
      @Nullable MeasuredJson measured,
      String gap,
      int everyMonths,
      @Nullable Instant dueAt) {}

  @GetMapping("/drills")
  Answer list(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    @Nullable WorkplaceId workplace =
        in.query("workplaceId").map(id -> new WorkplaceId(UUID.fromString(id))).orElse(null);
    return doors
        .acts()
        .forCaller(
            in,
            tx ->
                Answer.ok(
                    paging.page(
                        json(
                            tx,
                            caller,
                            doors
                                .drills()
                                .list(tx, caller.organisation(), workplace, paging.slice())))));
  }

  @GetMapping("/drill-summaries")
  Answer summaries(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Map<UUID, ResponseTimes.Measured> measured =
                  doors.cards().measured(tx, caller.organisation());
              return Answer.ok(
                  paging.page(
                      doors
                          .workplaces()
                          .list(tx, caller.organisation(), null, false, paging.slice())
                          .stream()
                          .map(one -> summary(tx, one, measured.get(one.id().value())))
                          .toList()));
            });
  }

  @PostMapping("/drill-plans")
  Answer plan(Received in) {
    NewPlan asked = in.body(NewPlan.class);
    Caller caller = in.caller();
    if (!asked.plannedAt().isAfter(doors.clock().instant())) {
      throw Refusal.invalid("/plannedAt", "past", "This moment is over.");
    }
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              var plan = new Drill.Plan(asked.announced(), asked.plannedAt(), filled(asked.note()));
              Workplace workplace = workplace(tx, caller, asked.workplaceId());
              Drill made = doors.drills().plan(tx, workplace, plan, caller.person());
              return Answer.created(json(tx, caller, List.of(made)).getFirst());
            });
  }

  @DeleteMapping("/drills/{drillId}")
  Answer cancel(Received in) {
    Caller caller = in.caller();
    var id = new DrillId(in.id("drillId"));
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              done(doors.drills().cancel(tx, caller.organisation(), id, caller.person()));
              return Answer.done();
            });
  }

  @PostMapping("/drills")
  Answer start(Received in) {
    NewDrill asked = in.body(NewDrill.class);
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Drill drill = done(doors.drills().start(tx, start(tx, caller, asked, event)));
              Drill.@Nullable Start start = drill.start();
              @Nullable Alarm alarm =
                  start == null
                      ? null
                      : doors.alarms().find(tx, caller.organisation(), start.alarm());
              if (alarm == null) {
                throw new IllegalStateException("drill " + drill.id() + " has no alarm");
              }
              Names names = Names.of(tx, doors.people(), caller.organisation());
              return Answer.created(doors.board().alarm(names, alarm));
            });
  }

  @PostMapping("/drills/{drillId}/arrivals")
  Answer arrive(Received in) {
    Caller caller = in.caller();
    var id = new DrillId(in.id("drillId"));
    Instant now = doors.clock().instant();
    Instant said = Made.of(in.body(ArrivalSaid.class).made()).at(now);
    Instant at = said.isAfter(now) ? now : said;
    return act(
        in, tx -> doors.drills().arrived(tx, caller.organisation(), id, caller.person(), at));
  }

  @PostMapping("/drills/{drillId}/endings")
  Answer end(Received in) {
    EndingSaid asked = in.body(EndingSaid.class);
    Caller caller = in.caller();
    var id = new DrillId(in.id("drillId"));
    return act(
        in,
        tx ->
            doors
                .drills()
                .end(
                    tx,
                    caller.organisation(),
                    id,
                    new DrillKeeper.Finding(
                        asked.alarmResult(),
                        filled(asked.text()),
                        caller.person(),
                        caller.name())));
  }

  @PutMapping("/workplaces/{workplaceId}/drill-rhythm")
  Answer setRhythm(Received in) {
    Rhythm asked = in.body(Rhythm.class);
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              Workplace workplace =
                  doors
                      .workplaces()
                      .find(tx, caller.organisation(), new WorkplaceId(in.id("workplaceId")))
                      .orElseThrow(() -> Refusal.notFound("workplace"));
              doors.dates().setEveryMonths(tx, workplace, asked.everyMonths());
              var measured =
                  doors.cards().measured(tx, caller.organisation()).get(workplace.id().value());
              return Answer.ok(summary(tx, workplace, measured));
            });
  }

  private Answer act(Received in, Function<Tx, DrillResult> work) {
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> Answer.ok(json(tx, caller, List.of(done(work.apply(tx)))).getFirst()));
  }

  private DrillKeeper.StartAsked start(Tx tx, Caller caller, NewDrill asked, EventId event) {
    @Nullable Workplace workplace =
        WorkplaceNames.inUse(tx, doors.workplaces(), caller.organisation(), asked.workplaceId());
    TeamId team = workplace == null ? team(tx, caller, asked) : workplace.details().team();
    boolean onTheSpot = workplace != null && asked.isOnTheSpot();
    boolean mayOnTheSpot = onTheSpot && team.equals(Scope.team(tx, doors.people(), caller));
    if (!mayOnTheSpot && !caller.isOneOf(Scope.ANSWERABLE)) {
      throw Refusal.of(
          ProblemKind.NOT_ALLOWED, "Only at your own workplace, or who answers for others.");
    }
    return new DrillKeeper.StartAsked(
        caller.organisation(),
        team,
        workplace == null ? null : workplace.id(),
        asked.drillId() == null ? null : new DrillId(asked.drillId()),
        caller.person(),
        onTheSpot,
        onTheSpot ? caller.person() : worker(tx, caller, asked.workerId()),
        event.value(),
        workplace == null ? null : where(tx, workplace));
  }

  /** As the board shows where somebody is: the workplace and its address. */
  private String where(Tx tx, Workplace workplace) {
    @Nullable String address = doors.cards().address(tx, workplace);
    String name = workplace.details().name();
    return Json.write(new Place(address == null ? name : name + ", " + address, null, null, null));
  }

  private TeamId team(Tx tx, Caller caller, NewDrill asked) {
    @Nullable UUID id = asked.teamId();
    if (id == null) {
      throw Refusal.invalid("/teamId", "required", "Whose ladder is tried?");
    }
    var team = new TeamId(id);
    if (doors.people().teams(tx, caller.organisation()).stream()
        .noneMatch(known -> known.id().equals(team))) {
      throw Refusal.notFound("team");
    }
    return team;
  }

  private @Nullable PersonId worker(Tx tx, Caller caller, @Nullable UUID id) {
    @Nullable PersonId worker = id == null ? null : new PersonId(id);
    if (worker != null && doors.people().person(tx, caller.organisation(), worker) == null) {
      throw Refusal.invalid("/workerId", "unknown", "There is no such person.");
    }
    return worker;
  }

  private Workplace workplace(Tx tx, Caller caller, UUID id) {
    @Nullable Workplace known =
        WorkplaceNames.inUse(tx, doors.workplaces(), caller.organisation(), id);
    if (known == null) {
      throw Refusal.notFound("workplace");
    }
    return known;
  }

  private SummaryJson summary(
      Tx tx, Workplace workplace, ResponseTimes.@Nullable Measured measured) {
    @Nullable Integer stated = workplace.details().responseMinutes();
    List<Task> due = doors.dates().open(tx, workplace.organisation(), workplace.id());
    return new SummaryJson(
        workplace.id().value(),
        workplace.details().name(),
        stated,
        MeasuredJson.of(measured),
        WorkplaceCards.gap(stated, measured),
        doors.dates().everyMonths(tx, workplace.organisation(), workplace.id()),
        !due.isEmpty() && due.getFirst().state() instanceof TaskState.Open open
            ? open.dueAt()
            : null);
  }

  private List<DrillJson> json(Tx tx, Caller caller, List<Drill> drills) {
    Names names = Names.of(tx, doors.people(), caller.organisation());
    Map<UUID, String> workplaces = WorkplaceNames.of(tx, doors.workplaces(), caller.organisation());
    return drills.stream().map(drill -> DrillJson.of(drill, names, workplaces)).toList();
  }

  private static Drill done(DrillResult result) {
    return switch (result) {
      case DrillResult.Done(Drill drill) -> drill;
      case DrillResult.Unknown() -> throw Refusal.notFound("drill");
      case DrillResult.Refused(DrillResult.Reason reason) -> throw refusal(reason);
    };
  }

  private static Refusal refusal(DrillResult.Reason reason) {
    return switch (reason) {
      case REAL_ALARM ->
          Refusal.conflict("", "real-alarm", "A real alarm is open: everybody is needed there.");
      case DRILL_GOES_ON -> Refusal.conflict("", "drill-goes-on", "Another drill goes on.");
      case NOT_PLANNED ->
          Refusal.conflict("/drillId", "not-planned", "This drill was started or ended before.");
      case NOT_STARTED -> Refusal.conflict("", "not-started", "This drill does not go on.");
      case ENDED -> Refusal.conflict("", "already-ended", "This drill has ended.");
    };
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
