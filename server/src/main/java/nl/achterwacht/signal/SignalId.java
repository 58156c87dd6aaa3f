package nl.achterwacht.signal;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One early signal. */
public record SignalId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static SignalId next() {
    return new SignalId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
