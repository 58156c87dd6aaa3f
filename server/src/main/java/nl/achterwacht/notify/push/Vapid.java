package nl.achterwacht.notify.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Tells a push service who sends, by a signed token (RFC 8292). */
final class Vapid {
  /** Well under the 24 hours that push services allow, so that a clock a bit off does no harm. */
  static final Duration TOKEN_LIFE = Duration.ofHours(12);

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HEADER = base64("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");

  private final VapidKeys keys;
  private final ECPrivateKey signingKey;
  private final String contact;

  /**
   * @param contact where the push service can complain: a {@code mailto:} or {@code https:} address
   */
  Vapid(VapidKeys keys, String contact) {
    if (!contact.startsWith("mailto:") && !contact.startsWith("https:")) {
      throw new IllegalArgumentException("the contact for push services must be mailto: or https:");
    }
    this.keys = keys;
    this.signingKey = keys.signingKey();
    this.contact = contact;
  }

  /** The {@code Authorization} header for a call to {@code endpoint}. */
  String authorization(URI endpoint, Instant now) {
    String claims =
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("aud", origin(endpoint))
                .put("exp", now.plus(TOKEN_LIFE).getEpochSecond())
                .put("sub", contact));
    String signed = HEADER + "." + base64(claims);
    return "vapid t=" + signed + "." + signature(signed) + ", k=" + keys.publicKey();
  }

  private static String origin(URI endpoint) {
    String scheme = endpoint.getScheme().toLowerCase(Locale.ROOT);
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    boolean isUsualPort =
        endpoint.getPort() < 0
            || (scheme.equals("https") && endpoint.getPort() == 443)
            || (scheme.equals("http") && endpoint.getPort() == 80);
    return scheme + "://" + host + (isUsualPort ? "" : ":" + endpoint.getPort());
  }

  private String signature(String text) {
    try {
      // Both numbers side by side, as JWT wants them, not in ASN.1.
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(signingKey);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign with P-256", e);
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
