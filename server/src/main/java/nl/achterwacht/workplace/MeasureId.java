package nl.achterwacht.workplace;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One measure of a workplace; the subject of its task. */
public record MeasureId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static MeasureId next() {
    return new MeasureId(Ids.next());
  }
}
