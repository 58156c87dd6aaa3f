package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.workplace.Companion;
import nl.achterwacht.workplace.Decision;
import nl.achterwacht.workplace.Measure;
import nl.achterwacht.workplace.MeasureId;
import nl.achterwacht.workplace.Risk;
import nl.achterwacht.workplace.RiskId;
import nl.achterwacht.workplace.RiskScore;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was found and decided about a lone workplace: risks, decisions, measures. */
@Controller
@RequestMapping(BASE + "/workplaces/{workplaceId}")
public final class AssessmentRoutes {
  private final WorkplaceDoors doors;
  private final WorkplaceSight sight;
  private final AssessmentView view;

  public AssessmentRoutes(WorkplaceDoors doors) {
    this.doors = doors;
    this.sight = new WorkplaceSight(doors);
    this.view = new AssessmentView(doors);
  }

  record Score(BigDecimal effect, @Nullable BigDecimal exposure, BigDecimal probability) {
    RiskScore on(String pointer) {
      var score = new RiskScore(effect, exposure, probability);
      @Nullable String off = score.partOffScale();
      if (off != null) {
        throw Refusal.invalid(pointer + "/" + off, "off-scale", "Choose a value of the scale.");
      }
      return score;
    }
  }

  record NewRisk(
      String hazard,
      String scenario,
      Score before,
      @Nullable Score after,
      @Nullable String scoredWith,
      @Nullable Integer version) {
    Risk.Scored scored() {
      @Nullable RiskScore with = after == null ? null : after.on("/after");
      RiskScore without = before.on("/before");
      if (with != null && (with.exposure() == null) != (without.exposure() == null)) {
        throw Refusal.invalid("/after/exposure", "other-method", "Score both in the same way.");
      }
      return new Risk.Scored(
          hazard,
          WorkplaceSight.words("/scenario", scenario),
          without,
          with,
          WorkplaceSight.textOrNull(scoredWith));
    }
  }

  record NewDecision(String outcome, String reason, @Nullable LocalDate reviewOn) {}

  record NewMeasure(
      String kind,
      String level,
      String what,
      @Nullable UUID companionId,
      @Nullable String companionName,
      @Nullable Integer costEuros,
      @Nullable String effect,
      UUID ownerId,
      LocalDate dueOn) {}

  record MeasureChange(
      @Nullable String level,
      @Nullable UUID companionId,
      @Nullable String companionName,
      @Nullable Integer costEuros,
      @Nullable String effect) {}

  @GetMapping("/assessment")
  Answer all(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(view.one(tx, sight.visible(tx, in))));
  }

  @PostMapping("/risks")
  Answer addRisk(Received in) {
    Risk.Scored scored = in.body(NewRisk.class).scored();
    return act(
        in,
        (tx, one) ->
            doors
                .assessments()
                .addRisk(tx, one.organisation(), one.id(), scored, in.caller().person()));
  }

  @PutMapping("/risks/{riskId}")
  Answer changeRisk(Received in) {
    NewRisk asked = in.body(NewRisk.class);
    Risk.Scored scored = asked.scored();
    int version = asked.version() == null ? 0 : asked.version();
    var id = new RiskId(in.id("riskId"));
    return act(
        in,
        (tx, one) ->
            doors
                .assessments()
                .changeRisk(
                    tx, one.organisation(), one.id(), id, version, scored, in.caller().person()));
  }

  @DeleteMapping("/risks/{riskId}")
  Answer removeRisk(Received in) {
    var id = new RiskId(in.id("riskId"));
    return act(
        in,
        (tx, one) ->
            doors
                .assessments()
                .removeRisk(tx, one.organisation(), one.id(), id, in.caller().person()));
  }

  @PostMapping("/decisions")
  Answer decide(Received in) {
    NewDecision asked = in.body(NewDecision.class);
    String reason = WorkplaceSight.words("/reason", asked.reason());
    @Nullable Instant reviewAt = sight.future("/reviewOn", asked.reviewOn());
    return act(
        in,
        (tx, one) ->
            doors
                .assessments()
                .decide(
                    tx,
                    one.organisation(),
                    one.id(),
                    Decision.Outcome.of(asked.outcome()),
                    reason,
                    reviewAt,
                    in.caller().person()));
  }

  @PostMapping("/measures")
  Answer addMeasure(Received in) {
    NewMeasure asked = in.body(NewMeasure.class);
    var measure =
        new Measure.Asked(
            asked.kind(),
            asked.level(),
            WorkplaceSight.words("/what", asked.what()),
            companion(asked.kind(), asked.companionId(), asked.companionName()),
            asked.costEuros(),
            WorkplaceSight.textOrNull(asked.effect()));
    Instant dueAt = sight.futureDay("/dueOn", asked.dueOn());
    var owner = new PersonId(asked.ownerId());
    return act(
        in,
        (tx, one) -> {
          if (doors.people().person(tx, one.organisation(), owner) == null) {
            throw Refusal.invalid("/ownerId", "unknown", "There is no such person.");
          }
          checkIsHere(tx, one, measure.companion());
          return doors
              .assessments()
              .addMeasure(
                  tx, one.organisation(), one.id(), measure, owner, dueAt, in.caller().person());
        });
  }

  @PatchMapping("/measures/{measureId}")
  Answer changeMeasure(Received in) {
    MeasureChange asked = in.body(MeasureChange.class);
    var id = new MeasureId(in.id("measureId"));
    return act(
        in,
        (tx, one) -> {
          Measure.Asked was =
              doors
                  .assessments()
                  .measure(tx, one.organisation(), one.id(), id)
                  .orElseThrow(() -> Refusal.notFound("measure"))
                  .asked();
          boolean hasCompanion = in.body().has("companionId") || in.body().has("companionName");
          boolean hasCost = in.body().has("costEuros");
          boolean hasEffect = in.body().has("effect");
          var now =
              new Measure.Asked(
                  was.kind(),
                  asked.level() == null ? was.level() : asked.level(),
                  was.what(),
                  hasCompanion
                      ? companion(was.kind(), asked.companionId(), asked.companionName())
                      : was.companion(),
                  hasCost ? asked.costEuros() : was.costEuros(),
                  hasEffect ? WorkplaceSight.textOrNull(asked.effect()) : was.effect());
          if (hasCompanion) {
            checkIsHere(tx, one, now.companion());
          }
          return doors
              .assessments()
              .changeMeasure(tx, one.organisation(), one.id(), id, now, in.caller().person());
        });
  }

  private static @Nullable Companion companion(
      String kind, @Nullable UUID person, @Nullable String typed) {
    @Nullable String name = WorkplaceSight.textOrNull(typed);
    @Nullable Companion companion = Companion.of(person, name);
    if (companion != null && !kind.equals("colleague")) {
      throw Refusal.invalid("/companionId", "nobody-along", "Nobody comes along with this.");
    }
    if (person != null && name != null) {
      throw Refusal.invalid("/companionName", "one-of-two", "Choose somebody or write a name.");
    }
    return companion;
  }

  private void checkIsHere(Tx tx, Workplace workplace, @Nullable Companion companion) {
    @Nullable PersonId person = Companion.personOf(companion);
    if (person != null && doors.people().person(tx, workplace.organisation(), person) == null) {
      throw Refusal.invalid("/companionId", "unknown", "There is no such person.");
    }
  }

  private interface Act {
    WorkplaceResult on(Tx tx, Workplace workplace);
  }

  /** Every act answers with all of it as it now stands. */
  private Answer act(Received in, Act act) {
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Workplace done = WorkplaceSight.done(act.on(tx, sight.visible(tx, in)));
              return Answer.ok(view.one(tx, done));
            });
  }

  /** What {@link AssessmentView} shows. */
  record AssessmentJson(
      List<AssessmentView.RiskJson> risks,
      List<AssessmentView.DecisionJson> decisions,
      List<AssessmentView.MeasureJson> measures) {}
}
