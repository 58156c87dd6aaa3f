package nl.achterwacht.place.area;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.PersonId;

/**
 * An area with much aggression, named by hand.
 *
 * @param reason why, in words about the area, never about a person
 * @param endsAt it is no hot spot any more from then on, unless it is entered again
 */
public record HotSpot(
    HotSpotId id, Area area, String reason, PersonId enteredBy, Instant enteredAt, Instant endsAt) {

  /** One hot spot. */
  public record HotSpotId(UUID value) implements Id {
    /** A new id that sorts by the time it was made (UUIDv7). */
    public static HotSpotId next() {
      return new HotSpotId(Ids.next());
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** What is meant. */
  public sealed interface Area {
    /** A neighbourhood, by its code. */
    record Neighbourhood(String code) implements Area {}

    /** A street of a town. */
    record Street(String street, String town) implements Area {}
  }
}
