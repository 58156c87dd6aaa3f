package nl.achterwacht.notify.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One browser that wants messages, as it described itself.
 *
 * @param endpoint where its push service takes them
 * @param publicKey its own key
 * @param authSecret 16 bytes that only it and we know
 */
record Subscription(URI endpoint, ECPublicKey publicKey, SecretKey authSecret) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads the JSON of {@code PushSubscription.toJSON()}; empty if it can never work. */
  static Optional<Subscription> read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      byte[] authSecret = bytes(node.path("keys").path("auth"));
      if (authSecret.length != 16) {
        return Optional.empty();
      }
      return Optional.of(
          new Subscription(
              new URI(node.path("endpoint").asString("")),
              P256.publicKey(bytes(node.path("keys").path("p256dh"))),
              new SecretKeySpec(authSecret, "Generic")));
    } catch (JacksonException | URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(JsonNode node) {
    // Some browsers and libraries write the other alphabet, or padding.
    String text = node.asString("").replace('+', '-').replace('/', '_').replace("=", "");
    return Base64.getUrlDecoder().decode(text);
  }

  @Override
  public String toString() {
    return "Subscription[hidden]";
  }
}
