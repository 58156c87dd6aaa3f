package nl.achterwacht.watch;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a phone reports, with what came along.
 *
 * @param by who did it
 * @param eventId the phone's name for it: the same one twice counts once
 * @param saidMadeAt when the phone says it was made, as it said it; null when it does not say
 * @param position where the phone was, if it said so
 * @param batteryPercent 0 to 100, if it said so
 * @param text what the worker wrote with it
 */
public record Act(
    WatchEvent event,
    PersonId by,
    UUID eventId,
    @Nullable Instant saidMadeAt,
    @Nullable Position position,
    @Nullable Integer batteryPercent,
    @Nullable String text) {
  /** An act with nothing but itself. */
  public static Act of(WatchEvent event, PersonId by, UUID eventId) {
    return new Act(event, by, eventId, null, null, null, null);
  }

  /** Where a phone was. WGS 84; accuracy in metres. */
  public record Position(
      Instant measuredAt, double latitude, double longitude, @Nullable Double accuracyMetres) {}
}
