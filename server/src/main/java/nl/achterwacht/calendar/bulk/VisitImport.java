package nl.achterwacht.calendar.bulk;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A file with visits, and how far it is.
 *
 * @param state received, unreadable, checked, running or done
 * @param fault why the whole file cannot be used: a stable word; only when unreadable
 * @param faultDetail what fills in the texts of {@code fault}
 * @param rows how many rows it has, the header not counted
 * @param bad of those, how many are wrong
 * @param known of those, how many had been imported before
 * @param planned of those, how many are visits by now
 */
public record VisitImport(
    OrganisationId organisation,
    UUID id,
    PersonId madeBy,
    Instant madeAt,
    String state,
    @Nullable String fault,
    @Nullable String faultDetail,
    int rows,
    int bad,
    int known,
    int planned,
    @Nullable Instant finishedAt) {
  /** How many rows still have to become visits. */
  public int waiting() {
    return rows - bad - known - planned;
  }
}
