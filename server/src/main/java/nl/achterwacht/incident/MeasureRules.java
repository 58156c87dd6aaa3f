package nl.achterwacht.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.incident.IncidentResult.Reason;

/**
 * What a measure toward somebody must be, to be fair. Pure: it answers behaviour, it ends within a
 * year, and it is looked at before that.
 */
final class MeasureRules {
  private static final int LONGEST_MONTHS = 12;

  private MeasureRules() {}

  /** Why a measure cannot be as it is asked; empty when it can. */
  static Optional<Reason> refusal(
      IncidentKind kind, List<String> behaviours, Measure.Term term, LocalDate today) {
    if (kind != IncidentKind.AGGRESSION || behaviours.isEmpty()) {
      return Optional.of(Reason.NO_BEHAVIOUR);
    }
    boolean ends =
        term.endsOn().isAfter(term.startsOn())
            && !term.endsOn().isBefore(today)
            && !term.endsOn().isAfter(term.startsOn().plusMonths(LONGEST_MONTHS));
    if (!ends) {
      return Optional.of(Reason.END_WRONG);
    }
    boolean isLookedAt =
        !term.reviewOn().isBefore(today) && !term.reviewOn().isAfter(term.endsOn());
    return isLookedAt ? Optional.empty() : Optional.of(Reason.REVIEW_WRONG);
  }
}
