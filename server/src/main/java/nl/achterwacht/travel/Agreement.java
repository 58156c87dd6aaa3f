package nl.achterwacht.travel;

import java.time.Instant;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a worker can reach outside office hours, and until when. It always has a watch, so that
 * somebody is called when the worker is not heard.
 *
 * @param watch the visit's, or one made with the agreement
 * @param endedAt when it was called off; null while it stands
 */
public record Agreement(
    OrganisationId organisation,
    AgreementId id,
    PersonId worker,
    Contact contact,
    Instant from,
    Instant until,
    WatchId watch,
    boolean ownWatch,
    @Nullable Instant endedAt) {
  /**
   * Who answers.
   *
   * @param colleague null when it is somebody from outside, such as an alarm centre
   * @param phone E.164 or a short number, for {@code tel:}
   */
  public record Contact(@Nullable PersonId colleague, String name, String phone) {}
}
