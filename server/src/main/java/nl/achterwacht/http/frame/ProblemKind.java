package nl.achterwacht.http.frame;

/** The kinds of problem (RFC 9457). The name after {@code /problems/} never changes. */
public enum ProblemKind {
  INVALID_INPUT(400, "invalid-input", "The request is not valid"),
  NOT_SIGNED_IN(401, "not-signed-in", "Nobody is signed in"),
  WRONG_SIGN_IN(401, "wrong-sign-in", "User name or password is not right"),
  NOT_ALLOWED(403, "not-allowed", "Not allowed"),
  FORGED(403, "csrf-token", "The request does not carry this session's token"),
  WRONG_PASSWORD(403, "wrong-password", "The password is not right"),
  NOT_FOUND(404, "not-found", "Not found"),
  NO_SUCH_METHOD(405, "method-not-allowed", "This cannot be done here"),
  NOT_ACCEPTABLE(406, "not-acceptable", "Not available in that form"),
  CONFLICT(409, "conflict", "In conflict with the present state"),
  STILL_BUSY(409, "still-busy", "The same request is still being handled"),
  TOO_LARGE(413, "too-large", "The request is too large"),
  WRONG_CONTENT_TYPE(415, "unsupported-media-type", "Not a content type we read"),
  KEY_USED(422, "idempotency-key-used", "The idempotency key was used for something else"),
  TOO_OFTEN(429, "too-often", "Too many sign-in attempts"),
  OUR_FAULT(500, "internal-error", "Something went wrong on our side"),
  AWAY(503, "unavailable", "The server cannot take this now; call or text instead");

  private final int status;
  private final String name;
  private final String title;

  ProblemKind(int status, String name, String title) {
    this.status = status;
    this.name = name;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** The stable URI of this kind. */
  public String type() {
    return "/problems/" + name;
  }

  public String title() {
    return title;
  }
}
