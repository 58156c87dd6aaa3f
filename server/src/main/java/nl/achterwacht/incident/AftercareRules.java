package nl.achterwacht.incident;

import java.time.LocalDate;
import java.util.Optional;
import nl.achterwacht.incident.IncidentResult.Reason;
import org.jspecify.annotations.Nullable;

/** What may be said of a step. Pure. */
final class AftercareRules {
  private static final int FURTHEST_MONTHS = 6;

  private AftercareRules() {}

  /** Why {@code told} cannot be; empty when it can. */
  static Optional<Reason> refusal(Step step, AftercareKeeper.Told told, LocalDate today) {
    if (!step.isOpen()) {
      return Optional.of(Reason.ALREADY_ENDED);
    }
    return switch (told.outcome()) {
      case DONE -> Optional.empty();
      case NOT_DONE -> ofNextDate(told.nextOn(), today);
      // Only a person can refuse help; a reaction or a report to the police nobody offered.
      case REFUSED ->
          step.kind().isAftercare() ? Optional.empty() : Optional.of(Reason.STILL_NEEDED);
      // Aftercare ends by somebody's word for the whole of it, not by skipping its steps.
      case NOT_NEEDED ->
          step.kind().isAftercare() ? Optional.of(Reason.STILL_NEEDED) : Optional.empty();
    };
  }

  private static Optional<Reason> ofNextDate(@Nullable LocalDate next, LocalDate today) {
    if (next == null) {
      return Optional.of(Reason.NEXT_DATE);
    }
    boolean fits = next.isAfter(today) && !next.isAfter(today.plusMonths(FURTHEST_MONTHS));
    return fits ? Optional.empty() : Optional.of(Reason.NEXT_DATE_WRONG);
  }
}
