package nl.achterwacht.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks that notices go to. A notice holds the id of its webhook; address and secrets are
 * read when it is sent, so that they stand in one place and a new secret holds at once.
 */
final class WebhookStore {
  private static final String ACTIVE =
      """
      select organisation_id, id
        from notify.webhook
       where active
         and organisation_id = any (:organisations::uuid[])
       order by id
      """;

  private static final String ADDRESSES =
      """
      select w.organisation_id, w.id, w.url, w.secrets
        from (select distinct o, i
                from unnest(:organisations::uuid[], :ids::uuid[]) as k(o, i)) k
        join notify.webhook w on w.organisation_id = k.o and w.id = k.i
       where w.active
      """;

  /** Names a webhook. */
  record Webhook(OrganisationId organisation, @Nullable UUID id) {}

  List<Webhook> active(Tx tx, List<OrganisationId> organisations) {
    return tx.sql(ACTIVE)
        .param("organisations", tx.uuids(organisations))
        .query((row, i) -> webhook(row))
        .list();
  }

  /** The same notices, addressed as the channel takes it; one whose webhook is gone stays as is. */
  List<Notice> addressed(Tx tx, List<Notice> notices) {
    if (notices.isEmpty()) {
      return notices;
    }
    Map<Webhook, String> addresses = new HashMap<>();
    tx.sql(ADDRESSES)
        .param("organisations", tx.uuids(notices.stream().map(Notice::organisation).toList()))
        .param("ids", tx.uuids(notices.stream().map(Notice::contactId).toList()))
        .query(row -> {
          addresses.put(webhook(row), address(row));
        });
    return notices.stream()
        .map(notice -> {
          String address = addresses.get(new Webhook(notice.organisation(), notice.contactId()));
          return address == null ? notice : notice.to(address);
        })
        .toList();
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getObject("id", UUID.class));
  }

  private static String address(ResultSet row) throws SQLException {
    String[] secrets = (String[]) row.getArray("secrets").getArray();
    return Json.write(Map.of("url", row.getString("url"), "secrets", secrets));
  }
}
