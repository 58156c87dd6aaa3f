package nl.achterwacht.notify;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it stands in its table.
 *
 * @param bundle the message that it goes out in together with others; null when it goes by itself
 */
public record Notice(
    OrganisationId organisation,
    NoticeId id,
    @Nullable UUID personId,
    @Nullable UUID contactId,
    String channel,
    String address,
    NoticeKind kind,
    String language,
    Map<String, String> params,
    Subject subject,
    Instant madeAt,
    Instant expiresAt,
    @Nullable NoticeId bundle,
    NoticeState state) {
  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** The key under which a provider knows the message: the same on every attempt. */
  NoticeId key() {
    return bundle == null ? id : bundle;
  }

  /** The same notice, to the address as its channel takes it. */
  Notice to(String address) {
    return with(address, bundle);
  }

  /** The same notice, going out in a message with others. */
  Notice in(NoticeId bundle) {
    return with(address, bundle);
  }

  private Notice with(String address, @Nullable NoticeId bundle) {
    return new Notice(
        organisation,
        id,
        personId,
        contactId,
        channel,
        address,
        kind,
        language,
        params,
        subject,
        madeAt,
        expiresAt,
        bundle,
        state);
  }
}
