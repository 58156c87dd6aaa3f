package nl.achterwacht.http.frame;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that keeps to the contract (or, when it is never refused, what counts of it).
 *
 * @param sought who sent it
 * @param body an empty object when there was none
 * @param rawBody the bytes as they came, to tell a repeat from another request
 * @param address where it came from
 * @param sessionToken what the cookie held, if there was one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Received(
    Operation operation,
    Sought sought,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    JsonNode body,
    byte[] rawBody,
    String address,
    @Nullable String sessionToken) {
  static final String ATTRIBUTE = Received.class.getName();

  /** The caller; only for operations that need a session. */
  public Caller caller() {
    return callerIfKnown()
        .orElseThrow(() -> Refusal.of(ProblemKind.NOT_SIGNED_IN, "Sign in first."));
  }

  /** The caller, if the cookie proved one. */
  public Optional<Caller> callerIfKnown() {
    return sought.get();
  }

  /** The body as {@code type}; its values were checked already. */
  public <T> T body(Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(body, type);
    } catch (JacksonException e) {
      if (operation.neverRefused()) {
        return Json.MAPPER.treeToValue(Json.MAPPER.createObjectNode(), type);
      }
      throw Refusal.invalid("", "range", "A value of the body does not fit.");
    }
  }

  /** The id in the path; what is no id is nothing we have. */
  public UUID id(String name) {
    return idIfOne(name).orElseThrow(() -> Refusal.notFound("thing"));
  }

  /** The id in the path, unless it is something else (only where nothing is refused for form). */
  public Optional<UUID> idIfOne(String name) {
    return uuid(path.get(name));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** The number in the query, or {@code otherwise}. */
  public int number(String name, int otherwise) {
    return query(name).map(Integer::parseInt).orElse(otherwise);
  }

  /** The sender's name for this act, if it gave one. */
  public Optional<UUID> idempotencyKey() {
    return uuid(headers.get("Idempotency-Key"));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Optional<String> watchKey() {
    return Optional.ofNullable(headers.get("Watch-Key"));
  }

  /** The same request with a watch key that came in its body. */
  public Received withWatchKey(String key) {
    var more = new TreeMap<>(headers);
    more.putIfAbsent("Watch-Key", key);
    return new Received(operation, sought, path, query, more, body, rawBody, address, sessionToken);
  }

  private static Optional<UUID> uuid(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Received[" + operation.id() + "]";
  }

  /** How JSON is read and written everywhere in the API. */
  public static JsonMapper json() {
    return Json.MAPPER;
  }
}
