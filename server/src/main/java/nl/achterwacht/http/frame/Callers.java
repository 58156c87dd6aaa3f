package nl.achterwacht.http.frame;

import java.util.Optional;
import nl.achterwacht.account.Session;
import nl.achterwacht.account.SessionRegister;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Tx;

/** Finds who is behind a session cookie. */
public final class Callers {
  /** What the people register knows of the person of a session; empty when that person left. */
  public interface Lookup {
    Optional<Caller> of(Tx tx, Session session);
  }

  private final Database database;
  private final SessionRegister sessions;
  private final Lookup lookup;
  private final Patience patience;
  private final CallInstead callInstead;

  public Callers(
      Database database,
      SessionRegister sessions,
      Lookup lookup,
      Patience patience,
      CallInstead callInstead) {
    this.database = database;
    this.sessions = sessions;
    this.lookup = lookup;
    this.patience = patience;
    this.callInstead = callInstead;
  }

  /**
   * The caller with this token, also when the session has expired; empty when it proves nothing.
   */
  public Optional<Caller> byToken(String token) {
    Optional<Caller> caller =
        patience.with(() ->
            database.inTransaction(
                tx -> sessions.find(tx, token).flatMap(session -> lookup.of(tx, session))));
    caller.ifPresent(c -> callInstead.seen(token, c.organisation()));
    return caller;
  }
}
