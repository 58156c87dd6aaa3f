package nl.achterwacht.http.frame;

import java.util.Optional;
import nl.achterwacht.account.Session;
import nl.achterwacht.account.SessionRegister;
import nl.achterwacht.base.Tx;

/** Finds who is behind a session cookie. */
public final class Callers {
  /** What the people register knows of the person of a session; empty when that person left. */
  public interface Lookup {
    Optional<Caller> of(Tx tx, Session session);
  }

  private final Lanes lanes;
  private final SessionRegister sessions;
  private final Lookup lookup;
  private final CallInstead callInstead;

  public Callers(Lanes lanes, SessionRegister sessions, Lookup lookup, CallInstead callInstead) {
    this.lanes = lanes;
    this.sessions = sessions;
    this.lookup = lookup;
    this.callInstead = callInstead;
  }

  /**
   * The caller with this token, also when the session has expired; empty when it proves nothing.
   */
  Optional<Caller> byToken(Operation operation, String token) {
    Optional<Caller> caller =
        lanes
            .of(operation)
            .run(database ->
                database.inTransaction(
                    tx -> sessions.find(tx, token).flatMap(s -> lookup.of(tx, s))));
    caller.ifPresent(c -> callInstead.seen(token, c.organisation()));
    return caller;
  }
}
