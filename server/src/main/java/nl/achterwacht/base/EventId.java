package nl.achterwacht.base;

import java.util.UUID;

/** One act or happening, named by whoever made it; the same id twice counts once. */
public record EventId(UUID value) implements Id, Comparable<EventId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static EventId next() {
    return new EventId(Ids.next());
  }

  @Override
  public int compareTo(EventId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
