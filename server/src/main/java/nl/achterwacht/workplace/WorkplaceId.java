package nl.achterwacht.workplace;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One lone workplace. */
public record WorkplaceId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static WorkplaceId next() {
    return new WorkplaceId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
