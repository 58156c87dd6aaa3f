package nl.achterwacht.account;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;

/**
 * A browser that was signed in by {@code person}.
 *
 * @param expired the session ran out by itself, nobody ended it: good enough to prove who sends a
 *     sign of life, a departure or a panic, and for nothing else
 */
public record Session(
    OrganisationId organisation,
    UUID id,
    LoginId login,
    PersonId person,
    Instant expiresAt,
    boolean expired) {}
