package nl.achterwacht.travel;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One transport arrangement. */
public record TransportId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static TransportId next() {
    return new TransportId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
