package nl.achterwacht.preparation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.policy.Judgement.WatchAdvice;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.RiskClass;
import nl.achterwacht.visit.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * How far the preparation of a visit is.
 *
 * @param visitVersion of the visit that was judged
 * @param estimate null while nobody answered the questions
 * @param judged null only before the visit was judged for the first time
 * @param measures in the order of {@link Measure}
 * @param companion null when nobody comes along
 */
public record Preparation(
    OrganisationId organisation,
    VisitId visit,
    int visitVersion,
    @Nullable Estimate estimate,
    @Nullable Judged judged,
    List<VisitMeasure> measures,
    @Nullable Companion companion,
    int version) {
  public Preparation {
    measures = List.copyOf(measures);
  }

  /**
   * What the policy said, and when.
   *
   * @param policyVersion of the tables that judged
   */
  public record Judged(
      RiskClass riskClass, int score, int policyVersion, WatchAdvice advice, Instant at) {}

  static Preparation begun(OrganisationId organisation, VisitId visit, int visitVersion) {
    return new Preparation(organisation, visit, visitVersion, null, null, List.of(), null, 0);
  }

  /** Whether all that the policy asks for is taken, or done without by a supervisor's decision. */
  public boolean isReady() {
    return judged != null && missing().isEmpty();
  }

  /** What is asked for and neither settled itself nor by one of its alternatives. */
  public List<Measure> missing() {
    return measures.stream()
        .filter(one -> one.demanded() && !isSettled(one))
        .map(VisitMeasure::measure)
        .toList();
  }

  /** The measure as it stands on this visit, also when nobody has touched it. */
  public VisitMeasure measure(Measure wanted) {
    return find(wanted).orElse(VisitMeasure.untouched(wanted));
  }

  private boolean isSettled(VisitMeasure one) {
    return one.state().isSettled()
        || one.alternatives().stream().anyMatch(other -> measure(other).state().isSettled());
  }

  private Optional<VisitMeasure> find(Measure wanted) {
    return measures.stream().filter(one -> one.measure() == wanted).findFirst();
  }

  Preparation withEstimate(Estimate answers) {
    return new Preparation(
        organisation, visit, visitVersion, answers, judged, measures, companion, version);
  }

  Preparation withCompanion(@Nullable Companion along) {
    return new Preparation(
        organisation, visit, visitVersion, estimate, judged, measures, along, version);
  }

  Preparation withJudged(int newVisitVersion, Judged newly, List<VisitMeasure> newMeasures) {
    return new Preparation(
        organisation, visit, newVisitVersion, estimate, newly, newMeasures, companion, version);
  }

  /** The same with the measures of its visit, in the order of {@link Measure}. */
  Preparation withMeasures(Map<VisitId, List<VisitMeasure>> all) {
    List<VisitMeasure> own =
        all.getOrDefault(visit, List.of()).stream()
            .sorted(Comparator.comparing(VisitMeasure::measure))
            .toList();
    return new Preparation(
        organisation, visit, visitVersion, estimate, judged, own, companion, version);
  }

  /** The same, of which one measure stands otherwise. */
  Preparation with(VisitMeasure changed) {
    List<VisitMeasure> all =
        Stream.concat(
                measures.stream().filter(one -> one.measure() != changed.measure()),
                Stream.of(changed))
            .sorted(Comparator.comparing(VisitMeasure::measure))
            .toList();
    return new Preparation(
        organisation, visit, visitVersion, estimate, judged, all, companion, version);
  }
}
