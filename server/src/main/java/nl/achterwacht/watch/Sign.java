package nl.achterwacht.watch;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life as it came in, with what is to prove its sender.
 *
 * @param eventId the phone's name for it: the same one twice counts once
 * @param madeAt when it was made by the server's clock, as far as the phone could tell
 * @param saidMadeAt when the phone says it was made, as it said it; null when it does not say
 * @param position where the phone was, if it said so
 * @param batteryPercent 0 to 100, if it said so
 */
public record Sign(
    OrganisationId organisation,
    WatchId watch,
    Proof proof,
    UUID eventId,
    Instant madeAt,
    @Nullable Instant saidMadeAt,
    Act.@Nullable Position position,
    @Nullable Integer batteryPercent) {

  /** What shows that the sign comes from the worker of the watch. */
  public sealed interface Proof {
    /** A session of this person, who must be the worker. */
    record Session(PersonId person) implements Proof {}

    /** SHA-256 of the key that the phone got when the watch began. */
    @SuppressWarnings("ArrayRecordComponent") // compared in equal time, never by equals
    record Key(byte[] hash) implements Proof {}
  }

  /** What came of a sign. */
  public sealed interface Result {
    /** It is on the disk; the watch as it stands now. */
    record Taken(Watch watch) implements Result {}

    /** Somebody else holds the watch just now. Nothing was stored; it has to wait by itself. */
    record Busy() implements Result {}

    /** There is no such watch, or this is not its worker. Nothing was stored. */
    record NotProven() implements Result {}
  }
}
