package nl.achterwacht.task;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One task. */
public record TaskId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static TaskId next() {
    return new TaskId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
