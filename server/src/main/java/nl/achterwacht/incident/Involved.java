package nl.achterwacht.incident;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of us whom an incident happened to, or who saw it.
 *
 * @param role victim or witness
 * @param closedAt when the aftercare was closed; null while it is open
 * @param closedWord by whose word: worker, supervisor or peer-support
 */
public record Involved(
    PersonId person,
    String role,
    @Nullable Instant closedAt,
    @Nullable PersonId closedBy,
    @Nullable String closedWord) {
  public static final String VICTIM = "victim";
  public static final String WITNESS = "witness";

  public boolean isVictim() {
    return role.equals(VICTIM);
  }
}
