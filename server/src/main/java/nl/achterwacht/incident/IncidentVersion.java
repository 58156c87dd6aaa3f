package nl.achterwacht.incident;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** An incident as it stood before it was changed; {@code madeBy} wrote it so. */
public record IncidentVersion(
    int version,
    IncidentKind kind,
    Instant happenedAt,
    @Nullable Integer seriousness,
    Details details,
    PersonId madeBy,
    Instant madeAt) {}
