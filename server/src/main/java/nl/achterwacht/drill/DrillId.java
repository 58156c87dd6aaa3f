package nl.achterwacht.drill;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One drill, planned or held. */
public record DrillId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static DrillId next() {
    return new DrillId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
