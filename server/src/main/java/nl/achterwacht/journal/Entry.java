package nl.achterwacht.journal;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal, to be written.
 *
 * @param at when it was taken in, by the clock port
 * @param kind stable words such as {@code watch.sign-of-life} or {@code alarm.opened}
 * @param actorId who did it; {@code null} for the server itself
 * @param eventId the sender's name for the event, if it had one
 * @param madeAt when the sender says it was done
 * @param dataJson the facts by which the step can be explained, a JSON object; never client data
 */
public record Entry(
    OrganisationId organisation,
    Instant at,
    String kind,
    @Nullable UUID actorId,
    @Nullable UUID watchId,
    @Nullable UUID alarmId,
    @Nullable UUID eventId,
    @Nullable Instant madeAt,
    String dataJson) {}
