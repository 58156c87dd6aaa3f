package nl.achterwacht.account;

/**
 * A session just opened.
 *
 * @param token what the browser keeps in its cookie; nobody can ask for it again
 */
public record OpenedSession(String token, Session session) {
  @Override
  public String toString() {
    return "OpenedSession[" + session + "]";
  }
}
