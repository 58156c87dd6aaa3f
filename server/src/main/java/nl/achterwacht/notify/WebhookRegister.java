package nl.achterwacht.notify;

import static nl.achterwacht.base.Sql.uuid;

import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;

/** The webhook addresses of an organisation. A secret is given out once, when it is made. */
public final class WebhookRegister {
  private static final String LIST =
      """
      select id, url, active
        from notify.webhook
       where organisation_id = :organisation
       order by id
      """;

  private static final String ADD =
      """
      insert into notify.webhook (organisation_id, id, url, secrets)
      values (:organisation, :id, :url, :secrets)
      """;

  /** An address to which alarms are announced. */
  public record Webhook(UUID id, String url, boolean active) {}

  public List<Webhook> of(Tx tx, OrganisationId organisation) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .query((row, i) ->
            new Webhook(uuid(row, "id"), row.getString("url"), row.getBoolean("active")))
        .list();
  }

  /** Adds an address; what is sent there is signed with {@code secret}. */
  public Webhook add(Tx tx, OrganisationId organisation, String url, String secret) {
    var webhook = new Webhook(Ids.next(), url, true);
    tx.sql(ADD)
        .param("organisation", organisation.value())
        .param("id", webhook.id())
        .param("url", url)
        .param("secrets", tx.texts(List.of(secret)))
        .update();
    return webhook;
  }
}
