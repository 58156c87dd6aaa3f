package nl.achterwacht.calendar;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.visit.VisitId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment that was found in a calendar, as we keep it.
 *
 * @param visit what it became; only when accepted
 */
public record Kept(
    UUID id,
    UUID subscription,
    String uid,
    String recurrence,
    int sequence,
    Instant start,
    Instant end,
    boolean allDay,
    @Nullable String address,
    @Nullable String title,
    State state,
    @Nullable VisitId visit) {
  /** What the worker says of it. */
  public enum State {
    PROPOSED,
    ACCEPTED,
    DISMISSED
  }

  @Override
  public String toString() {
    return "Kept[" + id + "]";
  }
}
