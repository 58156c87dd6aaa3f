package nl.achterwacht.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.policy.Facts;
import nl.achterwacht.policy.Judgement;
import nl.achterwacht.policy.Judgement.Demand;
import nl.achterwacht.policy.Judgement.WatchAdvice;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.RiskClass;

/** Weights, classes and measures of the catalogue, without tables or versions: for tests. */
public final class JudgingByTheBook implements Judging {
  private static final Set<String> HIGH_BY_ITSELF =
      Set.of("D4", "P1", "P2", "P7", "W1", "M2", "M5");
  private static final Map<String, Integer> WEIGHTS =
      Map.of("D2", 3, "D5", 3, "P8", 3, "W3", 3, "M4", 3, "P5", 1, "P9", 1, "W6", 1, "T2", 1);

  @Override
  public Judgement judge(Tx tx, OrganisationId organisation, Facts facts) {
    int sum = facts.factors().stream().mapToInt(code -> WEIGHTS.getOrDefault(code, 2)).sum();
    boolean high = facts.factors().stream().anyMatch(HIGH_BY_ITSELF::contains);
    RiskClass riskClass = riskClass(sum, high);
    boolean risky = riskClass.compareTo(RiskClass.HIGH) >= 0;
    return new Judgement(
        riskClass, sum, demands(riskClass, facts), new WatchAdvice(risky, risky, 0), 1);
  }

  private static RiskClass riskClass(int sum, boolean high) {
    if (high && sum >= 7) {
      return RiskClass.VERY_HIGH;
    }
    if (high || sum >= 7) {
      return RiskClass.HIGH;
    }
    return sum >= 4 ? RiskClass.RAISED : RiskClass.NORMAL;
  }

  private static List<Demand> demands(RiskClass riskClass, Facts facts) {
    Set<Measure> measures = new TreeSet<>(Set.of(Measure.PAK));
    if (!facts.byAppointment()) {
      measures.add(Measure.BEL);
    }
    if (riskClass.compareTo(RiskClass.RAISED) >= 0) {
      measures.addAll(Set.of(Measure.BEL, Measure.ACHT, Measure.CODE, Measure.INFO, Measure.TERUG));
    }
    if (riskClass.compareTo(RiskClass.HIGH) >= 0) {
      measures.addAll(Set.of(Measure.DUO, Measure.DAG, Measure.LEID));
    }
    if (riskClass == RiskClass.VERY_HIGH) {
      measures.addAll(Set.of(Measure.POLVOOR, Measure.POLMEE));
    }
    if (facts.outsideOfficeHours()) {
      measures.add(Measure.BEREIK);
    }
    List<String> reasons = facts.factors().stream().sorted().toList();
    List<Demand> demands = new ArrayList<>();
    for (Measure measure : measures) {
      List<Measure> instead =
          measure == Measure.POLMEE ? List.of(Measure.KANTOOR, Measure.NIET) : List.of();
      demands.add(new Demand(measure, reasons, instead));
    }
    return demands;
  }
}
