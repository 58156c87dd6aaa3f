package nl.achterwacht.visit;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is in the books. Whether it is going on, its watch tells.
 *
 * @param watch the watch that was planned with it; another one once the visit went to a colleague
 * @param cancelled it will not take place
 * @param series the series it was planned in; null when it stands alone
 * @param lastChange null while it is as it was planned
 */
public record Visit(
    OrganisationId organisation,
    VisitId id,
    PersonId worker,
    WatchId watch,
    Appointment appointment,
    boolean cancelled,
    int version,
    @Nullable SeriesId series,
    @Nullable LastChange lastChange) {
  Visit moved(Appointment to, LastChange change) {
    return under(worker, watch, to, change);
  }

  /** Under another watch, perhaps of a colleague; whatever it was, it takes place now. */
  Visit under(PersonId newWorker, WatchId newWatch, Appointment to, LastChange change) {
    return new Visit(organisation, id, newWorker, newWatch, to, false, version + 1, series, change);
  }
}
