package nl.achterwacht.visit;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** Visits that were planned together, as they repeat. */
public record SeriesId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static SeriesId next() {
    return new SeriesId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
