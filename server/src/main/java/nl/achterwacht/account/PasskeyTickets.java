package nl.achterwacht.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Challenges, each good for one answer within five minutes. */
final class PasskeyTickets {
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);
  private static final int FORGET_AT_ONCE = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String INSERT =
      """
      insert into account.ticket (hash, challenge, login_id, expires_at)
      values (:hash, :challenge, :login, :expires)
      """;
  private static final String TAKE =
      """
      delete from account.ticket
       where hash = :hash
      returning challenge, login_id, expires_at > :now as good
      """;
  private static final String FORGET =
      """
      delete from account.ticket
       where hash in (select hash
                        from account.ticket
                       where expires_at <= :now
                       order by expires_at
                       limit :limit
                         for update skip locked)
      """;

  private PasskeyTickets() {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Made(String ticket, byte[] challenge) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Taken(byte[] challenge, @Nullable LoginId login) {}

  static Made make(Tx tx, @Nullable LoginId login, Instant now) {
    tx.sql(FORGET)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", FORGET_AT_ONCE)
        .update();
    byte[] challenge = new byte[32];
    RANDOM.nextBytes(challenge);
    Secret ticket = Secret.next();
    tx.changeOne(
        tx.sql(INSERT)
            .param("hash", ticket.hash())
            .param("challenge", challenge)
            .param("login", login == null ? null : login.value())
            .param("expires", now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC)),
        "make a ticket");
    return new Made(ticket.text(), challenge);
  }

  /** Uses a ticket up; empty when it is unknown, used or too old. */
  static Optional<Taken> take(Tx tx, String ticket, Instant now) {
    record Row(Taken taken, boolean good) {}
    return tx.sql(TAKE)
        .param("hash", Secret.sha256(ticket))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> {
          UUID login = row.getObject("login_id", UUID.class);
          return new Row(
              new Taken(row.getBytes("challenge"), login == null ? null : new LoginId(login)),
              row.getBoolean("good"));
        })
        .optional()
        .filter(Row::good)
        .map(Row::taken);
  }
}
