package nl.achterwacht.http.api;

import java.time.Instant;
import nl.achterwacht.account.OpenedSession;
import nl.achterwacht.account.Session;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.SessionCookie;

/** What a browser is told when somebody is signed in by it. */
public final class SignedIn {
  private final MeView me;
  private final Acts acts;
  private final SessionCookie cookie;

  public SignedIn(MeView me, Acts acts, SessionCookie cookie) {
    this.me = me;
    this.acts = acts;
    this.cookie = cookie;
  }

  record SessionJson(MeJson person, String csrfToken, Instant expiresAt) {}

  /** A session was opened just now. */
  Answer answer(OpenedSession opened) {
    SessionJson json = acts.asEngine(tx -> json(tx, opened.session(), opened.token()));
    return Answer.created(json).withCookie(cookie.put(opened.token()));
  }

  /** The session that sent {@code in}. */
  Answer again(Received in) {
    String token = String.valueOf(in.sessionToken());
    return acts.forCaller(in, tx -> Answer.ok(json(tx, in.caller().session(), token)));
  }

  SessionCookie cookie() {
    return cookie;
  }

  private SessionJson json(Tx tx, Session session, String token) {
    return new SessionJson(
        me.of(tx, session.organisation(), session.person()),
        SessionCookie.csrfToken(token),
        session.expiresAt());
  }
}
