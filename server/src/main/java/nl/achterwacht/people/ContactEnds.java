package nl.achterwacht.people;

import static nl.achterwacht.base.Sql.utc;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;

/**
 * Notes that an address ended: a browser unsubscribed. It no longer counts as a way to be reached.
 */
public final class ContactEnds {
  private static final String END =
      """
      update people.contact
         set refused_at = :now
       where organisation_id = :organisation
         and id = :id
      """;

  /** Ends this contact; an unknown one changes nothing. */
  public void end(Tx tx, OrganisationId organisation, UUID contactId, Instant now) {
    tx.sql(END)
        .param("now", utc(now))
        .param("organisation", organisation.value())
        .param("id", contactId)
        .update();
  }
}
