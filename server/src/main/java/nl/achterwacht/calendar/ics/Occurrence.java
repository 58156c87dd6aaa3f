package nl.achterwacht.calendar.ics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment at one moment. Client data may stand in it.
 *
 * @param uid the calendar's name for it, shared by all that repeat
 * @param recurrence of one that repeats its first planned start; empty when it does not repeat
 * @param sequence how often it was revised
 * @param allDay it has days only; {@code start} and {@code end} are midnights in the Netherlands
 * @param address where, in words
 * @param title what, in words
 */
public record Occurrence(
    String uid,
    String recurrence,
    int sequence,
    Instant start,
    Instant end,
    boolean allDay,
    @Nullable String address,
    @Nullable String title) {
  @Override
  public String toString() {
    return "Occurrence[" + start + "]";
  }
}
