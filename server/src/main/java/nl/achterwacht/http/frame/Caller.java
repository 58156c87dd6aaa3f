package nl.achterwacht.http.frame;

import java.util.Set;
import nl.achterwacht.account.Session;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;

/**
 * Who sends the request, as the session cookie proves it.
 *
 * @param roles {@code worker}, {@code standby}, {@code supervisor}, {@code safety-officer}, {@code
 *     administrator}
 * @param language {@code nl} or {@code en}
 */
public record Caller(Session session, String name, Set<String> roles, String language) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  public OrganisationId organisation() {
    return session.organisation();
  }

  public PersonId person() {
    return session.person();
  }

  /** Whether the caller has at least one of {@code wanted}. */
  public boolean isOneOf(Set<String> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }
}
