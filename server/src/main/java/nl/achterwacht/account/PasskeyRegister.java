package nl.achterwacht.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.account.PasskeyProof.Kept;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/** Passkeys: adding one, signing in with one, taking one away. */
public final class PasskeyRegister {
  private static final String INSERT =
      """
      insert into account.passkey
             (organisation_id, id, login_id, credential_id, credential, sign_count, backed_up,
              label, made_at)
      values (:organisation, :id, :login, :credentialId, :credential, :count, :backedUp, :label,
              :now)
          on conflict do nothing
      """;
  private static final String OF_LOGIN =
      """
      select id, credential_id, label, made_at, used_at
        from account.passkey
       where organisation_id = :organisation
         and login_id = :login
       order by made_at
      """;
  private static final String REMOVE =
      """
      delete from account.passkey
       where organisation_id = :organisation
         and login_id = :login
         and id = :id
      """;
  private static final String BY_CREDENTIAL =
      """
      select p.organisation_id, p.id, p.login_id, p.credential, p.sign_count, p.backed_up,
             l.person_id, l.user_name
        from account.passkey p
        join account.login l on l.organisation_id = p.organisation_id and l.id = p.login_id
       where p.credential_id = :credentialId
         for update of p
      """;
  private static final String USED =
      """
      update account.passkey
         set sign_count = :count,
             backed_up = :backedUp,
             used_at = :now
       where organisation_id = :organisation
         and id = :id
      """;

  private final InstantSource clock;
  private final AccountRegister accounts;
  private final SessionRegister sessions;
  private final PasskeyProof proof = new PasskeyProof();

  public PasskeyRegister(InstantSource clock, AccountRegister accounts, SessionRegister sessions) {
    this.clock = clock;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** Begins adding a passkey to the login of {@code person}. */
  public PasskeyChallenge beginAdding(Tx tx, OrganisationId organisation, PersonId person) {
    Login login = login(tx, organisation, person);
    var made = PasskeyTickets.make(tx, login.id(), clock.instant());
    List<String> known = rows(tx, login).stream().map(Row::credentialId).toList();
    return new PasskeyChallenge(
        made.ticket(), text(made.challenge()), login.id(), login.userName(), known);
  }

  /** Adds the passkey that the browser made; empty when the ticket or the answer is wrong. */
  public Optional<Passkey> add(
      Tx tx, OrganisationId organisation, PersonId person, PasskeyAnswer answer) {
    Instant now = clock.instant();
    Login login = login(tx, organisation, person);
    return PasskeyTickets.take(tx, answer.ticket(), now)
        .filter(ticket -> login.id().equals(ticket.login()))
        .flatMap(ticket -> proof.made(answer.credentialJson(), ticket.challenge(), answer.site()))
        .flatMap(kept -> store(tx, login, kept, answer.label(), now));
  }

  /** The passkeys of {@code person}, oldest first. */
  public List<Passkey> of(Tx tx, OrganisationId organisation, PersonId person) {
    return accounts
        .loginOf(tx, organisation, person)
        .map(login -> rows(tx, login).stream().map(Row::passkey).toList())
        .orElse(List.of());
  }

  /** Takes a passkey away; false when this person has no such one. */
  public boolean remove(Tx tx, OrganisationId organisation, PersonId person, UUID passkey) {
    return accounts
        .loginOf(tx, organisation, person)
        .map(login ->
            tx.sql(REMOVE)
                    .param("organisation", organisation.value())
                    .param("login", login.id().value())
                    .param("id", passkey)
                    .update()
                == 1)
        .orElse(false);
  }

  /** Begins a sign-in by somebody who is not known yet. */
  public PasskeyChallenge beginSignIn(Tx tx) {
    var made = PasskeyTickets.make(tx, null, clock.instant());
    return new PasskeyChallenge(made.ticket(), text(made.challenge()), null, "", List.of());
  }

  /** Signs in; empty when the ticket, the passkey or its signature is wrong. */
  public Optional<OpenedSession> signIn(Tx tx, PasskeyAnswer answer) {
    Instant now = clock.instant();
    Optional<PasskeyTickets.Taken> ticket =
        PasskeyTickets.take(tx, answer.ticket(), now).filter(taken -> taken.login() == null);
    Optional<Stored> stored =
        proof.credentialId(answer.credentialJson()).flatMap(id -> stored(tx, id));
    if (ticket.isEmpty() || stored.isEmpty()) {
      return Optional.empty();
    }
    Stored passkey = stored.get();
    return proof
        .used(answer.credentialJson(), ticket.get().challenge(), answer.site(), passkey.kept())
        .map(kept -> {
          saveUse(tx, passkey, kept, now);
          return sessions.open(tx, passkey.login());
        });
  }

  private static Optional<Passkey> store(Tx tx, Login login, Kept kept, String label, Instant now) {
    UUID id = Ids.next();
    int stored =
        tx.sql(INSERT)
            .param("organisation", login.organisation().value())
            .param("id", id)
            .param("login", login.id().value())
            .param("credentialId", kept.credentialId())
            .param("credential", kept.credential())
            .param("count", kept.signCount())
            .param("backedUp", kept.backedUp())
            .param("label", label)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    return stored == 1 ? Optional.of(new Passkey(id, label, now, null)) : Optional.empty();
  }

  private static void saveUse(Tx tx, Stored passkey, Kept kept, Instant now) {
    tx.changeOne(
        tx.sql(USED)
            .param("count", kept.signCount())
            .param("backedUp", kept.backedUp())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("organisation", passkey.login().organisation().value())
            .param("id", passkey.id()),
        "note the use of a passkey");
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Login login(Tx tx, OrganisationId organisation, PersonId person) {
    return accounts
        .loginOf(tx, organisation, person)
        .orElseThrow(() -> new IllegalStateException("no login of person " + person));
  }

  private static Optional<Stored> stored(Tx tx, byte[] credentialId) {
    return tx.sql(BY_CREDENTIAL)
        .param("credentialId", credentialId)
        .query((row, n) ->
            new Stored(
                row.getObject("id", UUID.class),
                new Login(
                    new OrganisationId(row.getObject("organisation_id", UUID.class)),
                    new LoginId(row.getObject("login_id", UUID.class)),
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("user_name")),
                new Kept(
                    credentialId,
                    row.getBytes("credential"),
                    row.getLong("sign_count"),
                    row.getBoolean("backed_up"))))
        .optional();
  }

  private static List<Row> rows(Tx tx, Login login) {
    return tx.sql(OF_LOGIN)
        .param("organisation", login.organisation().value())
        .param("login", login.id().value())
        .query((row, n) -> {
          OffsetDateTime usedAt = row.getObject("used_at", OffsetDateTime.class);
          return new Row(
              text(row.getBytes("credential_id")),
              new Passkey(
                  row.getObject("id", UUID.class),
                  row.getString("label"),
                  row.getObject("made_at", OffsetDateTime.class).toInstant(),
                  usedAt == null ? null : usedAt.toInstant()));
        })
        .list();
  }

  private record Row(String credentialId, Passkey passkey) {}

  private record Stored(UUID id, Login login, Kept kept) {}
}
