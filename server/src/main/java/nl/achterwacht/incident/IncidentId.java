package nl.achterwacht.incident;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One incident. */
public record IncidentId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static IncidentId next() {
    return new IncidentId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
