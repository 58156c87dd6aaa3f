package nl.achterwacht.preparation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.policy.Facts;
import nl.achterwacht.policy.Judgement;
import nl.achterwacht.policy.Judgement.Demand;
import nl.achterwacht.policy.Judgement.WatchAdvice;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.RiskClass;
import nl.achterwacht.preparation.MeasureState.Asked;
import nl.achterwacht.preparation.MeasureState.Proven;
import nl.achterwacht.preparation.MeasureState.Withdrawn;
import nl.achterwacht.preparation.Preparation.Judged;
import nl.achterwacht.watch.WatchPlan;
import org.jspecify.annotations.Nullable;

/** What the facts of a visit are, what its judgement changes, and how its watch is kept. Pure. */
final class PreparationRules {
  /** Outside office hours; dark; hot spot; no appointment; threatening on the phone. */
  private static final String OUTSIDE_HOURS = "T1";

  private static final String DARK = "T2";
  private static final String HOT_SPOT = "O2";
  private static final String UNANNOUNCED = "D3";
  private static final String TENSE_ON_THE_PHONE = "P8";

  private PreparationRules() {}

  /** What the worker answered, what was heard on the telephone and what is known, together. */
  static Facts facts(Preparation p, Surroundings.Known known, String travelMode) {
    Set<String> factors = new TreeSet<>(known.factors());
    Estimate estimate = p.estimate();
    if (estimate != null) {
      factors.addAll(estimate.factors());
    }
    addIf(factors, known.outsideOfficeHours(), OUTSIDE_HOURS);
    addIf(factors, known.dark(), DARK);
    addIf(factors, known.hotSpot(), HOT_SPOT);
    addIf(factors, soundedTense(p.measure(Measure.BEL).state()), TENSE_ON_THE_PHONE);
    return new Facts(
        Set.copyOf(factors),
        !factors.contains(UNANNOUNCED),
        factors.contains(OUTSIDE_HOURS),
        factors.contains(DARK),
        factors.contains(HOT_SPOT),
        known.cautions(),
        p.measure(Measure.DUO).state().colleague() != null
                && p.measure(Measure.DUO).state().isSettled()
            ? 1
            : 0,
        known.responseMinutes(),
        estimate == null ? null : estimate.batteryPercent(),
        travelMode);
  }

  /**
   * The preparation as {@code judgement} leaves it: what is asked for now, with the proof that was
   * given before as far as it still holds.
   *
   * @param by whose act led to it
   */
  static Preparation judged(
      Preparation p, Judgement judgement, Now visitNow, PersonId by, Instant now) {
    Map<Measure, Demand> demands = new EnumMap<>(Measure.class);
    judgement.demands().forEach(demand -> demands.put(demand.measure(), demand));
    List<VisitMeasure> measures = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      Demand demand = demands.get(measure);
      MeasureState state = kept(p.measure(measure).state(), visitNow.visit(), by, now);
      if (measure == Measure.DAG) {
        state = daytime(state, demand != null, visitNow, by, now);
      }
      if (measure == Measure.BEREIK) {
        state = reachable(state, demand != null, visitNow.agreed(), by, now);
      }
      if (demand != null) {
        measures.add(
            new VisitMeasure(measure, true, demand.reasons(), demand.alternatives(), state));
      } else if (!(state instanceof Asked)) {
        measures.add(new VisitMeasure(measure, false, List.of(), List.of(), state));
      }
    }
    var judged =
        new Judged(
            judgement.riskClass(), judgement.score(), judgement.version(), judgement.watch(), now);
    return p.withJudged(visitNow.visitVersion(), judged, measures);
  }

  /**
   * The visit that is judged.
   *
   * @param agreed the reachability agreement that covers it; null without one
   */
  record Now(
      OnVisit visit,
      int visitVersion,
      boolean outsideOfficeHours,
      Proof.@Nullable Reachable agreed) {}

  /**
   * How the watch of this visit is kept: as the team's numbers say, tightened by the advice, with
   * the agreed call-back as its quiet sign.
   *
   * @param planned the plan as it is now
   * @param highRiskSaid who planned the visit said so, whatever the policy says
   */
  static WatchPlan watchPlan(
      WatchPlan planned, Preparation p, boolean highRiskSaid, TeamNumbers numbers) {
    Judged judged = p.judged();
    WatchAdvice advice = judged == null ? new WatchAdvice(false, false, 0) : judged.advice();
    boolean highRisk = highRiskSaid || advice.highRisk();
    Duration grace = highRisk ? numbers.highRiskGrace() : numbers.grace();
    Duration advised = Duration.ofSeconds(advice.graceSeconds());
    return new WatchPlan(
        planned.shape(),
        highRisk,
        advice.halfwaySign(),
        planned.signEvery(),
        planned.reminder(),
        advised.isPositive() && advised.compareTo(grace) < 0 ? advised : grace,
        planned.phoneAfter(),
        planned.extension(),
        planned.travelHome(),
        planned.journeyMargin(),
        planned.shortGrace(),
        callBackOf(p));
  }

  /** Whether a start in this state is told to a supervisor; otherwise it only is journalled. */
  static boolean tellsOfStart(Preparation p) {
    Judged judged = p.judged();
    return judged != null && judged.riskClass() != RiskClass.NORMAL && !p.isReady();
  }

  private static @Nullable Instant callBackOf(Preparation p) {
    return p.measure(Measure.TERUG).state() instanceof Proven(Proof.CallBack(Instant callAt), _, _)
        ? callAt
        : null;
  }

  private static MeasureState kept(MeasureState state, OnVisit visit, PersonId by, Instant now) {
    return state instanceof Proven(Proof proof, _, _)
            && !(proof instanceof Proof.WithinHours || proof instanceof Proof.Reachable)
            && !MeasureRules.stillHolds(proof, visit)
        ? new Withdrawn(null, by, now)
        : state;
  }

  /** Whether a visit lies within office hours, its times tell. */
  private static MeasureState daytime(
      MeasureState state, boolean demanded, Now visitNow, PersonId by, Instant now) {
    OnVisit visit = visitNow.visit();
    if (visitNow.outsideOfficeHours()) {
      return state instanceof Proven ? new Withdrawn(null, by, now) : state;
    }
    if (!demanded
        || (state instanceof Proven(Proof proof, _, _) && MeasureRules.stillHolds(proof, visit))) {
      return state;
    }
    return new Proven(new Proof.WithinHours(visit.startAt(), visit.endAt()), by, now);
  }

  /** Whether somebody can be reached, the agreement tells. */
  private static MeasureState reachable(
      MeasureState state,
      boolean demanded,
      Proof.@Nullable Reachable agreed,
      PersonId by,
      Instant now) {
    if (agreed == null) {
      return state instanceof Proven ? new Withdrawn(null, by, now) : state;
    }
    if (!demanded || (state instanceof Proven(Proof proof, _, _) && proof.equals(agreed))) {
      return state;
    }
    return new Proven(agreed, by, now);
  }

  private static boolean soundedTense(MeasureState state) {
    return state instanceof Proven(Proof.Phoned(_, Proof.Outcome outcome), _, _)
        && outcome == Proof.Outcome.TENSE;
  }

  private static void addIf(Set<String> factors, boolean holds, String code) {
    if (holds) {
      factors.add(code);
    }
  }
}
