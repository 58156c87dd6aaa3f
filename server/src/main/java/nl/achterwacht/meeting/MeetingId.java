package nl.achterwacht.meeting;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One meeting. */
public record MeetingId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static MeetingId next() {
    return new MeetingId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
