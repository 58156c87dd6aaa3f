package nl.achterwacht.incident;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.place.PlaceId;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands in its table.
 *
 * @param from what it grew from; nothing when it was reported by itself
 * @param seriousness 1 a nuisance, 2 over the line, 3 serious, 4 very serious; null while nobody
 *     judged it
 * @param facts what we knew ourselves when it was reported
 * @param closedAt null while something must still follow
 */
public record Incident(
    OrganisationId organisation,
    IncidentId id,
    TeamId team,
    IncidentKind kind,
    Instant happenedAt,
    PersonId madeBy,
    Instant madeAt,
    @Nullable PlaceId place,
    Source from,
    @Nullable Integer seriousness,
    Details details,
    Facts facts,
    PersonId changedBy,
    Instant changedAt,
    @Nullable Instant closedAt,
    @Nullable PersonId closedBy,
    int version) {

  /** The watch, alarm or early signal that an incident grew from. */
  public record Source(@Nullable UUID watch, @Nullable UUID alarm, @Nullable UUID signal) {
    public static final Source NONE = new Source(null, null, null);
  }

  public boolean isOpen() {
    return closedAt == null;
  }
}
