package nl.achterwacht.watch;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One watch: the dead-man's switch of one visit, shift or journey. */
public record WatchId(UUID value) implements Id, Comparable<WatchId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static WatchId next() {
    return new WatchId(Ids.next());
  }

  @Override
  public int compareTo(WatchId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
