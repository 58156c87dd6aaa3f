package nl.achterwacht.notify;

import java.util.Map;
import nl.achterwacht.base.OrganisationId;

/**
 * Something that an organisation's webhooks hear.
 *
 * @param params for machines; the key {@code event} names what happened, such as {@code
 *     alarm.opened}; never client data
 */
public record Announcement(
    OrganisationId organisation, Map<String, String> params, Subject subject) {
  public Announcement {
    params = Map.copyOf(params);
  }
}
