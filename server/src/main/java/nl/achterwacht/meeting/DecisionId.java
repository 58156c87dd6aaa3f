package nl.achterwacht.meeting;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One decision of a meeting. */
public record DecisionId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static DecisionId next() {
    return new DecisionId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
