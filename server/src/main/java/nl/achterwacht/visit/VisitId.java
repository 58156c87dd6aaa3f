package nl.achterwacht.visit;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One visit. */
public record VisitId(UUID value) implements Id, Comparable<VisitId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static VisitId next() {
    return new VisitId(Ids.next());
  }

  @Override
  public int compareTo(VisitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
