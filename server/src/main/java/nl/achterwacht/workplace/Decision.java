package nl.achterwacht.workplace;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.workplace.WorkplaceResult.Reason;
import org.jspecify.annotations.Nullable;

/** Whether somebody may be alone there. */
public record Decision(
    WorkplaceId workplace, Outcome outcome, String reason, PersonId by, Instant at) {
  /** Three, and no more. */
  public enum Outcome {
    ALLOWED,
    WITH_MEASURES,
    NEVER;

    /** The form in SQL and in the API. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome with this text form; an unknown text is a bug. */
    public static Outcome of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * Why this may not be decided.
   *
   * @param worst the worst class as things stand; null when nothing was scored
   * @param measures how many measures there are that nobody dropped
   */
  static Optional<Reason> fault(Outcome outcome, @Nullable RiskClass worst, int measures) {
    return switch (outcome) {
      case ALLOWED ->
          worst == RiskClass.STOP ? Optional.of(Reason.RISK_TOO_HIGH) : Optional.empty();
      case WITH_MEASURES -> measures == 0 ? Optional.of(Reason.NO_MEASURE) : Optional.empty();
      case NEVER -> Optional.empty();
    };
  }
}
