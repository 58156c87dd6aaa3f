package nl.achterwacht.http.frame;

import org.jspecify.annotations.Nullable;

/**
 * What a route answers.
 *
 * @param view becomes the JSON; null for an answer without a body
 */
public record Answer(int status, @Nullable Object view, @Nullable String cookie) {
  public static Answer ok(Object view) {
    return new Answer(200, view, null);
  }

  public static Answer created(Object view) {
    return new Answer(201, view, null);
  }

  /** Taken in, but it proves nothing yet. */
  public static Answer taken(Object view) {
    return new Answer(202, view, null);
  }

  public static Answer done() {
    return new Answer(204, null, null);
  }

  /** A rule says no. Unlike a thrown {@link Refusal} it undoes nothing: what was noted stays. */
  public static Answer refused(Refusal refusal) {
    return new Answer(refusal.kind().status(), refusal.problem(), null);
  }

  /** The same answer, which also sets a cookie. */
  public Answer withCookie(String header) {
    return new Answer(status, view, header);
  }

  String mediaType() {
    return status < 400 ? "application/json" : Problem.MEDIA_TYPE;
  }

  byte[] json() {
    return switch (view) {
      case null -> new byte[0];
      case Rendered rendered -> rendered.json();
      case Object other -> Json.MAPPER.writeValueAsBytes(other);
    };
  }

  /** A view that is JSON already: an answer given before. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Rendered(byte[] json) {}
}
