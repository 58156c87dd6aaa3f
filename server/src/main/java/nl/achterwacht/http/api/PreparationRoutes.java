package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.preparation.Actor;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.preparation.MeasureEvent;
import nl.achterwacht.preparation.PreparationFollowUp;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.preparation.PreparationResult;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Getting ready for a visit: the estimate, the measures, and the colleagues who are asked. */
@Controller
public final class PreparationRoutes {
  private static final String MEASURE = BASE + "/visits/{visitId}/measures/{measure}";

  private final PreparationKeeper keeper;
  private final PreparationSight sight;
  private final PreparationView view;
  private final PreparationFollowUp followUp;
  private final CompanionRegister companions;
  private final PeopleRegister people;
  private final Acts acts;
  private final InstantSource clock;

  /** What the routes of a preparation work with. */
  public record Doors(
      PreparationKeeper keeper,
      PreparationSight sight,
      PreparationView view,
      PreparationFollowUp followUp,
      CompanionRegister companions,
      PeopleRegister people) {}

  public PreparationRoutes(Doors doors, Acts acts, InstantSource clock) {
    this.keeper = doors.keeper();
    this.sight = doors.sight();
    this.view = doors.view();
    this.followUp = doors.followUp();
    this.companions = doors.companions();
    this.people = doors.people();
    this.acts = acts;
    this.clock = clock;
  }

  record NewRequest(UUID personId) {}

  record NewAnswer(boolean accepts) {}

  record NewWaiver(String reason) {}

  record NewWithdrawal(@Nullable String reason) {}

  record RequestJson(
      UUID visitId,
      String measure,
      boolean accepted,
      String workerName,
      Place place,
      Instant plannedStartAt,
      Instant plannedEndAt,
      @Nullable UUID watchId) {}

  record RequestsJson(List<RequestJson> items) {}

  @GetMapping(BASE + "/visits/{visitId}/preparation")
  Answer preparation(Received in) {
    return acts.forCaller(
        in,
        tx -> {
          PreparationSight.Seen seen = sight.seenBy(tx, in);
          if (!seen.goes()) {
            followUp.looked(tx, seen.visit(), in.caller().person(), clock.instant());
          }
          return Answer.ok(view.of(tx, seen.visit(), seen.preparation(), in.caller().person()));
        });
  }

  @PostMapping(BASE + "/visits/{visitId}/risk-estimates")
  Answer estimate(Received in) {
    EstimateJson asked = in.body(EstimateJson.class);
    return acts.once(
        in,
        (tx, event) -> {
          Visit visit = sight.changedBy(tx, in);
          PersonId by = in.caller().person();
          return answer(
              tx, in, keeper.estimate(tx, visit.organisation(), visit.id(), asked.estimate(), by));
        });
  }

  @PostMapping(MEASURE + "/proofs")
  Answer prove(Received in) {
    var proof = in.body(ProofJson.class).proof();
    return acts.once(
        in,
        (tx, event) ->
            handled(tx, in, sight.changedBy(tx, in), new MeasureEvent.Proved(proof, actor(in))));
  }

  @PostMapping(MEASURE + "/requests")
  Answer ask(Received in) {
    var who = new PersonId(in.body(NewRequest.class).personId());
    return acts.once(
        in,
        (tx, event) -> {
          Visit visit = sight.changedBy(tx, in);
          checkColleague(tx, in, who);
          return handled(tx, in, visit, new MeasureEvent.Named(who, actor(in)));
        });
  }

  @PostMapping(MEASURE + "/answers")
  Answer answer(Received in) {
    boolean accepts = in.body(NewAnswer.class).accepts();
    Actor by = actor(in);
    MeasureEvent said = accepts ? new MeasureEvent.Accepted(by) : new MeasureEvent.Declined(by);
    return acts.once(in, (tx, event) -> handled(tx, in, sight.seenBy(tx, in).visit(), said));
  }

  @PostMapping(MEASURE + "/waivers")
  Answer waive(Received in) {
    String reason = in.body(NewWaiver.class).reason().strip();
    if (reason.isEmpty()) {
      throw Refusal.invalid("/reason", "blank", "A waiver has a reason.");
    }
    return acts.once(
        in,
        (tx, event) ->
            handled(tx, in, sight.changedBy(tx, in), new MeasureEvent.Waived(reason, actor(in))));
  }

  @PostMapping(MEASURE + "/withdrawals")
  Answer withdraw(Received in) {
    @Nullable String why = in.body(NewWithdrawal.class).reason();
    return acts.once(
        in,
        (tx, event) -> {
          PreparationSight.Seen seen = sight.seenBy(tx, in);
          @Nullable PersonId colleague =
              seen.preparation().measure(measure(in)).state().colleague();
          // Whoever promised may take that back; everything else is for who may change the visit.
          Visit visit =
              in.caller().person().equals(colleague) ? seen.visit() : sight.changedBy(tx, in);
          return handled(tx, in, visit, new MeasureEvent.Withdrawn(why, actor(in)));
        });
  }

  @GetMapping(BASE + "/measure-requests")
  Answer requests(Received in) {
    Caller caller = in.caller();
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                new RequestsJson(
                    companions.askedOf(tx, caller.organisation(), caller.person()).stream()
                        .map(one -> json(tx, caller, one))
                        .toList())));
  }

  @GetMapping(BASE + "/unready-visits")
  Answer unready(Received in) {
    return acts.forCaller(
        in, tx -> Answer.ok(view.unready(tx, keeper.unready(tx, in.caller().organisation()))));
  }

  private RequestJson json(Tx tx, Caller caller, CompanionRegister.Asked one) {
    Visit visit = one.visit();
    @Nullable Person worker = people.person(tx, visit.organisation(), visit.worker());
    @Nullable UUID watch =
        one.measure() == Measure.DUO
            ? companions
                .watchOf(tx, visit.organisation(), visit.id(), caller.person())
                .map(id -> id.value())
                .orElse(null)
            : null;
    return new RequestJson(
        visit.id().value(),
        one.measure().name(),
        one.accepted(),
        worker == null ? "" : worker.name(),
        visit.appointment().place(),
        visit.appointment().plannedStartAt(),
        visit.appointment().plannedEndAt(),
        watch);
  }

  private Answer handled(Tx tx, Received in, Visit visit, MeasureEvent event) {
    return answer(tx, in, keeper.handle(tx, visit.organisation(), visit.id(), measure(in), event));
  }

  private Answer answer(Tx tx, Received in, PreparationResult result) {
    return switch (result) {
      case PreparationResult.Done(var visit, var preparation) ->
          Answer.ok(view.of(tx, visit, preparation, in.caller().person()));
      case PreparationResult.Refused(var reason) -> throw MeasureText.refusal(reason);
      case PreparationResult.Unknown() -> throw Refusal.notFound("visit");
    };
  }

  /** Whoever comes along is under watch too, and whoever stands by can act. */
  private void checkColleague(Tx tx, Received in, PersonId who) {
    @Nullable Person colleague = people.person(tx, in.caller().organisation(), who);
    boolean fits =
        colleague != null
            && (measure(in) == Measure.DUO
                ? colleague.roles().contains("worker")
                : colleague.isHandler());
    if (!fits) {
      throw Refusal.invalid("/personId", "unknown", "There is no such colleague for this.");
    }
  }

  private static Measure measure(Received in) {
    String code = in.path().getOrDefault("measure", "");
    for (Measure one : Measure.values()) {
      if (one.name().equals(code)) {
        return one;
      }
    }
    throw Refusal.notFound("measure");
  }

  private static Actor actor(Received in) {
    return new Actor(in.caller().person(), in.caller().roles().contains("supervisor"));
  }
}
