package nl.achterwacht.workplace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was found and decided about one workplace: worst risk first, latest decision first. */
public record Assessment(List<Risk> risks, List<Decision> decisions, List<Measure> measures) {
  static final Comparator<Risk> WORST_FIRST =
      Comparator.comparing((Risk risk) -> risk.scored().now().riskClass())
          .thenComparing(risk -> risk.scored().now().value())
          .reversed();

  /** The scenario that counts, as things stand. */
  public Optional<Risk> worst() {
    return risks.stream().min(WORST_FIRST);
  }

  /** The decision in force. */
  public Optional<Decision> decision() {
    return decisions.stream().findFirst();
  }
}
