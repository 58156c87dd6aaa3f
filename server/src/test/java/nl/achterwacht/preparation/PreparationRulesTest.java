package nl.achterwacht.preparation;

import static java.util.Objects.requireNonNull;
import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.policy.Facts;
import nl.achterwacht.policy.Judgement;
import nl.achterwacht.policy.Judgement.Demand;
import nl.achterwacht.policy.Judgement.WatchAdvice;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.RiskClass;
import nl.achterwacht.preparation.MeasureState.Proven;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.WatchPlan;
import org.junit.jupiter.api.Test;

/** When a visit is ready, what a new judgement changes, and how its watch is kept. */
class PreparationRulesTest {
  private static final OnVisit VISIT = new OnVisit(ANNA, at(60), at(120));
  private static final PreparationRules.Now NOW = new PreparationRules.Now(VISIT, 3, false, null);
  private static final TeamNumbers NUMBERS =
      new TeamNumbers(
          minutes(5),
          minutes(5),
          minutes(2),
          minutes(2),
          minutes(15),
          minutes(15),
          minutes(120),
          minutes(2),
          minutes(5));
  private static final WatchPlan PLAN =
      new WatchPlan(
          Shape.VISIT,
          false,
          false,
          minutes(120),
          minutes(5),
          minutes(5),
          minutes(2),
          minutes(15),
          minutes(20),
          minutes(15),
          minutes(2));

  private static Preparation begun() {
    return Preparation.begun(OrganisationId.next(), VisitId.next(), 0);
  }

  private static Judgement asks(RiskClass riskClass, Demand... demands) {
    boolean risky = riskClass.compareTo(RiskClass.HIGH) >= 0;
    return new Judgement(
        riskClass, 5, List.of(demands), new WatchAdvice(risky, risky, risky ? 90 : 0), 7);
  }

  private static Demand demand(Measure measure, Measure... instead) {
    return new Demand(measure, List.of("D2"), List.of(instead));
  }

  private static Preparation judged(Preparation p, Judgement judgement) {
    return PreparationRules.judged(p, judgement, NOW, ANNA, T14_00);
  }

  private static Preparation settled(Preparation p, Measure measure, Proof proof) {
    return p.with(p.measure(measure).with(new Proven(proof, ANNA, T14_00)));
  }

  @Test
  void aVisitIsReadyOnceEveryDemandIsSettledAndNotBefore() {
    Preparation p = begun();
    assertThat(p.isReady()).isFalse();
    p = judged(p, asks(RiskClass.RAISED, demand(Measure.BEL), demand(Measure.PAK)));
    assertThat(p.missing()).containsExactly(Measure.BEL, Measure.PAK);
    p = settled(p, Measure.BEL, new Proof.Phoned(T14_00, Proof.Outcome.CALM));
    assertThat(p.isReady()).isFalse();
    p = p.with(p.measure(Measure.PAK).with(new MeasureState.Waived("kort", BRAM, T14_00)));
    assertThat(p.isReady()).isTrue();
  }

  @Test
  void oneOfTheAlternativesWillDo() {
    Preparation p =
        judged(
            begun(),
            asks(RiskClass.VERY_HIGH, demand(Measure.POLMEE, Measure.KANTOOR, Measure.NIET)));
    assertThat(p.missing()).containsExactly(Measure.POLMEE);
    assertThat(settled(p, Measure.KANTOOR, new Proof.Office("Stadhuis", "1.12")).isReady())
        .isTrue();
    assertThat(settled(p, Measure.PAK, new Proof.Ticked(null)).isReady()).isFalse();
  }

  @Test
  void proofIsKeptWhenTheVisitIsJudgedAgainAndTheVersionIsThatOfTheJudge() {
    Preparation p = judged(begun(), asks(RiskClass.RAISED, demand(Measure.INFO)));
    p = settled(p, Measure.INFO, new Proof.Informed("wijkagent", true));
    p = judged(p, asks(RiskClass.NORMAL, demand(Measure.PAK)));
    assertThat(p.measure(Measure.INFO).demanded()).isFalse();
    assertThat(p.measure(Measure.INFO).state().isSettled()).isTrue();
    assertThat(p.missing()).containsExactly(Measure.PAK);
    p = judged(p, asks(RiskClass.RAISED, demand(Measure.INFO)));
    assertThat(p.isReady()).isTrue();
    assertThat(requireNonNull(p.judged()).policyVersion()).isEqualTo(7);
    assertThat(p.visitVersion()).isEqualTo(3);
    // What was only asked for, and is not any more, is gone.
    assertThat(p.measures()).extracting(VisitMeasure::measure).containsExactly(Measure.INFO);
  }

  @Test
  void proofThatDoesNotFitTheVisitAnyMoreIsWithdrawn() {
    Judgement raised = asks(RiskClass.RAISED, demand(Measure.TERUG));
    Preparation p = judged(begun(), raised);
    p = settled(p, Measure.TERUG, new Proof.CallBack(at(90)));
    assertThat(p.isReady()).isTrue();
    var later = new PreparationRules.Now(new OnVisit(ANNA, at(180), at(240)), 4, false, null);
    p = PreparationRules.judged(p, raised, later, ANNA, T14_00);
    assertThat(p.missing()).containsExactly(Measure.TERUG);
    assertThat(p.measure(Measure.TERUG).state())
        .isEqualTo(new MeasureState.Withdrawn(null, ANNA, T14_00));
  }

  @Test
  void aReachabilityAgreementProvesThatSomebodyCanBeReachedAsLongAsItStands() {
    Judgement outside = asks(RiskClass.RAISED, demand(Measure.BEREIK));
    Preparation p = judged(begun(), outside);
    assertThat(p.missing()).containsExactly(Measure.BEREIK);
    var agreed = new Proof.Reachable("Bram", "0612345678", at(60), at(150));
    var covered = new PreparationRules.Now(VISIT, 3, true, agreed);
    Preparation ready = PreparationRules.judged(p, outside, covered, ANNA, T14_00);
    assertThat(ready.measure(Measure.BEREIK).state())
        .isEqualTo(new MeasureState.Proven(agreed, ANNA, T14_00));
    assertThat(judged(ready, outside).missing()).containsExactly(Measure.BEREIK);
  }

  @Test
  void officeHoursAreProvenByTheTimesAndWithdrawnByThem() {
    Judgement high = asks(RiskClass.HIGH, demand(Measure.DAG));
    Preparation p = judged(begun(), high);
    assertThat(p.isReady()).isTrue();
    var evening = new PreparationRules.Now(VISIT, 4, true, null);
    Preparation late = PreparationRules.judged(p, high, evening, ANNA, T14_00);
    assertThat(late.missing()).containsExactly(Measure.DAG);
    assertThat(judged(late, high).isReady()).isTrue();
  }

  @Test
  void whatIsAnsweredAndWhatIsKnownAreJudgedTogether() {
    var estimate = new Estimate(Set.of("D2", "D3"), Estimate.Reaction.TENSE, null, false, null, 40);
    var known = new Surroundings.Known(Set.of("W4"), true, true, false, 2, 12);
    Preparation p = begun().withEstimate(estimate);
    p = settled(p, Measure.BEL, new Proof.Phoned(T14_00, Proof.Outcome.TENSE));
    p = settled(p, Measure.DUO, new Proof.Promised(BRAM));
    Facts facts = PreparationRules.facts(p, known, "bicycle");
    assertThat(facts.factors()).containsExactlyInAnyOrder("D2", "D3", "W4", "T1", "T2", "P8");
    assertThat(facts)
        .isEqualTo(new Facts(facts.factors(), false, true, true, false, 2, 1, 12, 40, "bicycle"));
  }

  @Test
  void theWatchIsTightenedByTheAdviceAndNeverLoosened() {
    Preparation p = judged(begun(), asks(RiskClass.HIGH, demand(Measure.TERUG)));
    p = settled(p, Measure.TERUG, new Proof.CallBack(at(90)));
    WatchPlan plan = PreparationRules.watchPlan(PLAN, p, false, NUMBERS);
    assertThat(plan.highRisk()).isTrue();
    assertThat(plan.halfwaySign()).isTrue();
    assertThat(plan.grace()).hasSeconds(90);
    assertThat(plan.callBackAt()).isEqualTo(at(90));
    Preparation normal = judged(begun(), asks(RiskClass.NORMAL));
    assertThat(PreparationRules.watchPlan(plan, normal, false, NUMBERS)).isEqualTo(PLAN);
    WatchPlan said = PreparationRules.watchPlan(PLAN, normal, true, NUMBERS);
    assertThat(said.highRisk()).isTrue();
    assertThat(said.grace()).isEqualTo(minutes(2));
  }

  @Test
  void onlyFromARaisedRiskOnAStartIsTold() {
    Preparation normal = judged(begun(), asks(RiskClass.NORMAL, demand(Measure.PAK)));
    assertThat(PreparationRules.tellsOfStart(normal)).isFalse();
    Preparation raised = judged(begun(), asks(RiskClass.RAISED, demand(Measure.PAK)));
    assertThat(PreparationRules.tellsOfStart(raised)).isTrue();
    Preparation ready = settled(raised, Measure.PAK, new Proof.Ticked(null));
    assertThat(PreparationRules.tellsOfStart(ready)).isFalse();
  }
}
