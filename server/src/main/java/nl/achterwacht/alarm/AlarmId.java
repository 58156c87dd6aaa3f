package nl.achterwacht.alarm;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One alarm: from the moment somebody must act until a human closes it. */
public record AlarmId(UUID value) implements Id, Comparable<AlarmId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static AlarmId next() {
    return new AlarmId(Ids.next());
  }

  @Override
  public int compareTo(AlarmId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
