package nl.achterwacht.notify;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import org.jspecify.annotations.Nullable;

/** A notice as it stands in its table. */
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
    NoticeState state) {}
