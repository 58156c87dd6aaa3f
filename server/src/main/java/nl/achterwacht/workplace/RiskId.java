package nl.achterwacht.workplace;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One scenario of a workplace. */
public record RiskId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static RiskId next() {
    return new RiskId(Ids.next());
  }
}
