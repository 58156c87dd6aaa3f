package nl.achterwacht.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/**
 * The sessions of browsers. One lasts twelve hours after its last use, thirty days at most. Runs
 * with the engine's rights: a token does not say of which organisation it is.
 */
public final class SessionRegister {
  static final Duration AFTER_USE = Duration.ofHours(12);
  static final Duration AT_MOST = Duration.ofDays(30);
  // Prolonging is a write; once an hour is often enough.
  private static final Duration PROLONG_EVERY = Duration.ofHours(1);

  private static final String FIND =
      """
      select s.organisation_id, s.id, s.login_id, l.person_id, s.made_at, s.expires_at
        from account.session s
        join account.login l on l.organisation_id = s.organisation_id and l.id = s.login_id
       where s.token_hash = :hash
         and s.revoked_at is null
      """;
  private static final String INSERT =
      """
      insert into account.session
             (organisation_id, id, login_id, token_hash, made_at, expires_at)
      values (:organisation, :id, :login, :hash, :now, :expires)
      """;
  private static final String PROLONG =
      """
      update account.session
         set expires_at = :expires
       where organisation_id = :organisation
         and id = :id
         and revoked_at is null
      """;
  private static final String REVOKE =
      """
      update account.session
         set revoked_at = :now
       where organisation_id = :organisation
         and id = :id
         and revoked_at is null
      """;

  private final InstantSource clock;

  public SessionRegister(InstantSource clock) {
    this.clock = clock;
  }

  /** The session of this token, also when it has run out; empty when unknown or signed out. */
  public Optional<Session> find(Tx tx, String token) {
    Instant now = clock.instant();
    Optional<Found> found =
        tx.sql(FIND).param("hash", Secret.sha256(token)).query(SessionRegister::read).optional();
    found.ifPresent(f -> prolong(tx, f, now));
    return found.map(f -> f.session(now));
  }

  /** Ends a session: its token proves nothing any more. */
  public void revoke(Tx tx, Session session) {
    tx.sql(REVOKE)
        .param("now", at(clock.instant()))
        .param("organisation", session.organisation().value())
        .param("id", session.id())
        .update();
  }

  OpenedSession open(Tx tx, Login login) {
    Instant now = clock.instant();
    Secret token = Secret.next();
    var session =
        new Session(
            login.organisation(),
            Ids.next(),
            login.id(),
            login.person(),
            now.plus(AFTER_USE),
            false);
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", session.organisation().value())
            .param("id", session.id())
            .param("login", session.login().value())
            .param("hash", token.hash())
            .param("now", at(now))
            .param("expires", at(session.expiresAt())),
        "open a session");
    return new OpenedSession(token.text(), session);
  }

  private static void prolong(Tx tx, Found found, Instant now) {
    Instant until = now.plus(AFTER_USE);
    Instant last = found.madeAt().plus(AT_MOST);
    Instant expires = until.isBefore(last) ? until : last;
    boolean worthIt = expires.isAfter(found.expiresAt().plus(PROLONG_EVERY));
    if (found.expiresAt().isAfter(now) && worthIt) {
      tx.sql(PROLONG)
          .param("expires", at(expires))
          .param("organisation", found.organisation().value())
          .param("id", found.id())
          .update();
    }
  }

  private static Found read(ResultSet row, int number) throws SQLException {
    return new Found(
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getObject("id", UUID.class),
        new LoginId(row.getObject("login_id", UUID.class)),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private record Found(
      OrganisationId organisation,
      UUID id,
      LoginId login,
      PersonId person,
      Instant madeAt,
      Instant expiresAt) {
    Session session(Instant now) {
      return new Session(organisation, id, login, person, expiresAt, !expiresAt.isAfter(now));
    }
  }
}
