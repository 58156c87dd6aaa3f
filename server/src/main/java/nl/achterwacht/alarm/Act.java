package nl.achterwacht.alarm;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something a person did about an alarm.
 *
 * @param eventId the sender's name for it
 * @param madeAt when they say they did it; null when they don't
 * @param text what they wrote with it, for the journal; null when nothing
 * @param goesOn of a closing: whether the visit goes on under the same watch
 * @param cause of a closing as false alarm: why; null otherwise
 */
public record Act(
    AlarmEvent event,
    PersonId by,
    @Nullable UUID eventId,
    @Nullable Instant madeAt,
    @Nullable String text,
    boolean goesOn,
    @Nullable String cause) {
  /** An act without words. */
  public static Act of(AlarmEvent event, PersonId by) {
    return new Act(event, by, null, null, null, false, null);
  }
}
