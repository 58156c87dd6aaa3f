package nl.achterwacht.workplace;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** What could happen at a workplace, as it was scored last. */
public record Risk(
    RiskId id, WorkplaceId workplace, Scored scored, PersonId by, Instant at, int version) {

  /**
   * What somebody fills in.
   *
   * @param before as it is without measures
   * @param after as it is, or will be, with them; null while nobody knows
   * @param with who else scored it, in words
   */
  public record Scored(
      String hazard,
      String scenario,
      RiskScore before,
      @Nullable RiskScore after,
      @Nullable String with) {

    /** How it stands: with measures where that is known. */
    public RiskScore now() {
      return after == null ? before : after;
    }

    String inWords() {
      String was = scenario + " (" + before.inNumbers();
      return was + (after == null ? ")" : "; " + after.inNumbers() + ")");
    }
  }
}
