package nl.achterwacht.alarm;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * An alarm to be raised.
 *
 * @param causeId names the silence or the press: the same cause never raises two alarms
 */
public record NewAlarm(
    OrganisationId organisation,
    AlarmKind kind,
    boolean silent,
    UUID causeId,
    @Nullable UUID watchId,
    @Nullable PersonId worker,
    TeamId team,
    Instant raisedAt,
    @Nullable String placeJson) {}
