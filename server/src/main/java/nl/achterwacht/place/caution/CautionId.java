package nl.achterwacht.place.caution;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One caution. */
public record CautionId(UUID value) implements Id, Comparable<CautionId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static CautionId next() {
    return new CautionId(Ids.next());
  }

  @Override
  public int compareTo(CautionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
