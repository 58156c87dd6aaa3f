package nl.achterwacht.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A letter about a measure. Once it was sent it stays as it was.
 *
 * @param template warning, conversation or ban
 * @param sentOn null while it is being written
 */
public record Letter(
    UUID id,
    IncidentId incident,
    UUID measure,
    String template,
    Text text,
    PersonId madeBy,
    Instant madeAt,
    @Nullable LocalDate sentOn,
    int version) {

  /** What it says; of a template with {@code {{names}}} in it. */
  public record Text(String subject, String body) {}
}
