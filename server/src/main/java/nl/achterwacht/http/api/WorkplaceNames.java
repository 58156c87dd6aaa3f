package nl.achterwacht.http.api;

import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceId;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.jspecify.annotations.Nullable;

/** The names of workplaces, for what only points at them. */
final class WorkplaceNames {
  private WorkplaceNames() {}

  /** Of all workplaces, also those that are not used any more. */
  static Map<UUID, String> of(Tx tx, WorkplaceKeeper workplaces, OrganisationId organisation) {
    return workplaces.names(tx, organisation);
  }

  /** The workplace that the body points at, which must be in use; null when it points at none. */
  static @Nullable Workplace inUse(
      Tx tx, WorkplaceKeeper workplaces, OrganisationId organisation, @Nullable UUID id) {
    if (id == null) {
      return null;
    }
    return workplaces
        .find(tx, organisation, new WorkplaceId(id))
        .filter(Workplace::isActive)
        .orElseThrow(
            () -> Refusal.invalid("/workplaceId", "unknown", "There is no such workplace."));
  }
}
