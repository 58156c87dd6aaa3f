package nl.achterwacht.place;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One address of an organisation. */
public record PlaceId(UUID value) implements Id, Comparable<PlaceId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static PlaceId next() {
    return new PlaceId(Ids.next());
  }

  @Override
  public int compareTo(PlaceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
