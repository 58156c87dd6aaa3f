package nl.achterwacht.http.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the body of a request: strictly, or, for an act that is never refused, what can be read.
 */
final class Body {
  static final int MOST_BYTES = 64 * 1024;
  // Each round takes away what was wrong; what is still wrong after this many is left out whole.
  private static final int ROUNDS = 10;

  private Body() {}

  static byte[] bytes(HttpServletRequest request, int most) {
    try {
      byte[] bytes = request.getInputStream().readNBytes(most + 1);
      if (bytes.length > most) {
        throw Refusal.of(ProblemKind.TOO_LARGE, "A body has at most " + most + " bytes.");
      }
      return bytes;
    } catch (IOException e) {
      throw Refusal.invalid(List.of(FieldError.body("", "broken-off", "The body broke off.")));
    }
  }

  /** As {@link #bytes}, but what is too long or broke off is as good as nothing. */
  static byte[] bytesThatCame(HttpServletRequest request) {
    try {
      byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? new byte[0] : bytes;
    } catch (IOException e) {
      return new byte[0];
    }
  }

  static JsonNode parse(byte[] bytes) {
    try {
      JsonNode node = Json.MAPPER.readTree(bytes);
      if (node == null || node.isMissingNode()) {
        throw Refusal.invalid("", "required", "The body is missing.");
      }
      return node;
    } catch (JacksonException e) {
      // The parser's own words may repeat what stands in the body, such as a password.
      throw Refusal.invalid("", "json", "The body is not JSON (near byte " + at(e) + ").");
    }
  }

  /** What can be read of {@code bytes} by the schema at {@code pointer}; the rest is left out. */
  static JsonNode whatCounts(Contract contract, String pointer, byte[] bytes) {
    JsonNode body = parsed(bytes).filter(JsonNode::isObject).orElse(empty());
    for (int round = 0; round < ROUNDS; round++) {
      var pointers =
          contract.faults(pointer, body).stream()
              .map(fault -> fault.getInstanceLocation().toString())
              .toList();
      if (pointers.isEmpty()) {
        return withoutNuls(body);
      }
      for (String fault : pointers) {
        if (fault.isEmpty()) {
          return empty();
        }
        remove(body, JsonPointer.compile(fault));
      }
    }
    return empty();
  }

  /** PostgreSQL stores no text with a NUL in it. */
  static Optional<String> pointerToNul(JsonNode node, String at) {
    if (node.isString()) {
      return node.stringValue().indexOf('\0') >= 0 ? Optional.of(at) : Optional.empty();
    }
    return node.propertyStream()
        .flatMap(p -> pointerToNul(p.getValue(), at + "/" + p.getKey()).stream())
        .findFirst()
        .or(() -> inArray(node, at));
  }

  private static Optional<String> inArray(JsonNode node, String at) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      Optional<String> found = pointerToNul(node.path(i), at + "/" + i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static JsonNode withoutNuls(JsonNode body) {
    Optional<String> nul = pointerToNul(body, "");
    for (int round = 0; nul.isPresent() && round < ROUNDS; round++) {
      remove(body, JsonPointer.compile(nul.get()));
      nul = pointerToNul(body, "");
    }
    return nul.isPresent() ? empty() : body;
  }

  private static void remove(JsonNode body, JsonPointer pointer) {
    JsonNode parent = body.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.remove(pointer.last().getMatchingProperty());
    } else if (parent instanceof ArrayNode array
        && pointer.last().getMatchingIndex() < array.size()) {
      array.remove(pointer.last().getMatchingIndex());
    }
  }

  private static Optional<JsonNode> parsed(byte[] bytes) {
    try {
      return Optional.ofNullable(Json.MAPPER.readTree(bytes));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static JsonNode empty() {
    return Json.MAPPER.createObjectNode();
  }

  private static long at(JacksonException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
  }
}
