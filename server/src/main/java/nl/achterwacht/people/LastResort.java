package nl.achterwacht.people;

import java.util.List;
import java.util.Map;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call when nobody else can be: the supervisors and administrators of an organisation. Read
 * only when it comes to that, for there may be hundreds of them.
 *
 * @param reachable per organisation, those with at least one verified contact
 */
public record LastResort(Map<OrganisationId, List<Reachable>> reachable) {
  /** Nobody: for when nobody has to be asked for. */
  public static final LastResort NONE = new LastResort(Map.of());

  /**
   * Supervisors and administrators of {@code organisation} who can be reached.
   *
   * @param about whose alarm it is: never called about it
   */
  public List<Reachable> of(OrganisationId organisation, @Nullable PersonId about) {
    return reachable.getOrDefault(organisation, List.of()).stream()
        .filter(one -> !one.ref().person().equals(about))
        .toList();
  }
}
