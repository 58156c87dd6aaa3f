package nl.achterwacht.people;

import java.util.List;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for an organisation.
 *
 * @param phone E.164 or a short number, for {@code tel:}; null when not known
 * @param language {@code nl} or {@code en}
 * @param roles of {@code worker}, {@code standby}, {@code supervisor}, {@code safety-officer},
 *     {@code administrator}
 * @param safeWord what this person says on the phone when all is not well; null when none is agreed
 */
public record Person(
    OrganisationId organisation,
    PersonId id,
    TeamId team,
    String name,
    @Nullable String phone,
    String language,
    List<String> roles,
    @Nullable String safeWord) {
  public Person {
    roles = List.copyOf(roles);
  }

  /** Whether this person may be asked to handle an alarm. */
  public boolean isHandler() {
    return roles.contains("standby") || roles.contains("supervisor");
  }
}
