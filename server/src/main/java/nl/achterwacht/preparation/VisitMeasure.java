package nl.achterwacht.preparation;

import java.util.List;
import nl.achterwacht.policy.Measure;

/**
 * One measure on one visit.
 *
 * @param demanded the policy asks for it; otherwise somebody took it of their own accord, or it was
 *     asked for before
 * @param reasons why it is asked for: codes of risk factors, or keys of a rule's own sentence
 * @param alternatives measures of which one, settled, will do instead
 */
public record VisitMeasure(
    Measure measure,
    boolean demanded,
    List<String> reasons,
    List<Measure> alternatives,
    MeasureState state) {
  public VisitMeasure {
    reasons = List.copyOf(reasons);
    alternatives = List.copyOf(alternatives);
  }

  /** A measure that nobody asked for, and about which nothing was done. */
  static VisitMeasure untouched(Measure measure) {
    return new VisitMeasure(measure, false, List.of(), List.of(), new MeasureState.Asked());
  }

  VisitMeasure with(MeasureState next) {
    return new VisitMeasure(measure, demanded, reasons, alternatives, next);
  }
}
