package nl.achterwacht.visit;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.watch.WatchId;

/**
 * A visit as it is in the books. Whether it is going on, its watch tells.
 *
 * @param cancelled it will not take place
 */
public record Visit(
    OrganisationId organisation,
    VisitId id,
    PersonId worker,
    WatchId watch,
    Appointment appointment,
    boolean cancelled,
    int version) {}
