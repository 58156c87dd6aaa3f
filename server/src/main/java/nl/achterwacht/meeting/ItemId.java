package nl.achterwacht.meeting;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One item of an agenda. */
public record ItemId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static ItemId next() {
    return new ItemId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
