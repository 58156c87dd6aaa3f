package nl.achterwacht.http.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/**
 * What a route answers.
 *
 * @param view becomes the JSON; null for an answer without a body
 * @param tag names this content and no other, for the header {@code ETag}; null when not asked for
 */
public record Answer(
    int status, @Nullable Object view, @Nullable String cookie, @Nullable String tag) {
  Answer(int status, @Nullable Object view, @Nullable String cookie) {
    this(status, view, cookie, null);
  }

  public static Answer ok(Object view) {
    return new Answer(200, view, null);
  }

  public static Answer created(Object view) {
    return new Answer(201, view, null);
  }

  /** A file to keep or to print, under {@code name}. */
  public static Answer file(byte[] content, String mediaType, String name) {
    return new Answer(200, new Document(content, mediaType, name), null);
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
    return new Answer(status, view, header, tag);
  }

  /**
   * The same with a tag; without its body, as 304, when the caller has that content already.
   *
   * @param known what the caller sent as {@code If-None-Match}
   */
  public Answer unlessKnown(Optional<String> known) {
    byte[] json = body();
    String its = '"' + digest(json) + '"';
    return known.filter(its::equals).isPresent()
        ? new Answer(304, null, cookie, its)
        : new Answer(status, new Rendered(json), cookie, its);
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Null unless it is a file: what the browser calls it when it is kept. */
  @Nullable String disposition() {
    return view instanceof Document file
        ? ContentDisposition.attachment()
            .filename(file.name(), StandardCharsets.UTF_8)
            .build()
            .toString()
        : null;
  }

  String mediaType() {
    if (view instanceof Document file) {
      return file.mediaType();
    }
    return status < 400 ? "application/json" : Problem.MEDIA_TYPE;
  }

  byte[] body() {
    return switch (view) {
      case null -> new byte[0];
      case Rendered rendered -> rendered.json();
      case Document file -> file.content();
      case Object other -> Json.MAPPER.writeValueAsBytes(other);
    };
  }

  /** A view that is JSON already: an answer given before. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Rendered(byte[] json) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Document(byte[] content, String mediaType, String name) {}
}
