package nl.achterwacht.report;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A year's report that was asked for.
 *
 * @param progress in percent
 * @param wakeAt when it is looked at again; once it has ended, when it is erased
 * @param attempts tells who works on it from who did before
 */
public record Yearly(
    OrganisationId organisation,
    UUID id,
    int year,
    String language,
    PersonId askedBy,
    Instant askedAt,
    State state,
    int progress,
    Instant wakeAt,
    int attempts,
    @Nullable Instant endedAt) {

  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    public boolean hasEnded() {
      return this != WAITING && this != RUNNING;
    }
  }
}
