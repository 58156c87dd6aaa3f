package nl.achterwacht.notify.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Request;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.TestCertificate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A push service and a browser in one: checks who sends (VAPID), decrypts as the browser would, and
 * keeps what it took. A wrong signature gets 403, an unreadable message 400.
 */
public final class PushReceiver implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern VAPID =
      Pattern.compile("vapid t=([\\w-]+\\.[\\w-]+)\\.([\\w-]+), k=([\\w-]+)");

  private final String applicationServerKey;
  private final InstantSource clock;
  private final BrowserKeys browser = BrowserKeys.generate();
  private final List<Pushed> taken = new CopyOnWriteArrayList<>();
  private final LoopbackHttp http;
  private volatile @Nullable Response instead;
  private volatile String complaint = "";

  /** A message after decryption. */
  public record Pushed(JsonNode payload, String ttl, String urgency, String topic) {}

  /**
   * A receiver over plain HTTP on loopback.
   *
   * @param applicationServerKey the public VAPID key with which the browser subscribed
   */
  public PushReceiver(String applicationServerKey, InstantSource clock) {
    this(applicationServerKey, clock, null);
  }

  /** As above; with a certificate over HTTPS as {@code localhost}. */
  public PushReceiver(
      String applicationServerKey, InstantSource clock, @Nullable TestCertificate certificate) {
    this.applicationServerKey = applicationServerKey;
    this.clock = clock;
    this.http = new LoopbackHttp(certificate, this::answer);
  }

  /** The subscription, as a browser would give it to the page. */
  public String subscription() {
    return browser.subscriptionAt(http.origin() + "/push/anna-phone");
  }

  /** From now on nothing is taken and this is the answer. */
  public void answersOnly(Response response) {
    instead = response;
  }

  /** All messages taken over, oldest first. */
  public List<Pushed> taken() {
    return List.copyOf(taken);
  }

  /** Why the last message was not taken; empty if it was. */
  public String complaint() {
    return complaint;
  }

  @Override
  public void close() {
    http.close();
  }

  private Response answer(Request request) {
    Response other = instead;
    if (other != null) {
      return other;
    }
    complaint = objectionToSender(request);
    if (!complaint.isEmpty()) {
      return Response.of(403);
    }
    try {
      JsonNode payload = JSON.readTree(browser.decrypt(request.body()));
      taken.add(
          new Pushed(
              payload, request.header("TTL"), request.header("Urgency"), request.header("Topic")));
      return new Response(201, Map.of("Location", http.origin() + "/m/" + taken.size()));
    } catch (GeneralSecurityException e) {
      complaint = "cannot be decrypted: " + e.getMessage();
      return Response.of(400);
    }
  }

  private String objectionToSender(Request request) {
    Matcher vapid = VAPID.matcher(request.header("Authorization"));
    if (!vapid.matches()) {
      return "no VAPID authorization";
    }
    if (!vapid.group(3).equals(applicationServerKey)) {
      return "not the key of the subscription";
    }
    if (!request.header("Content-Encoding").equals("aes128gcm")) {
      return "not aes128gcm";
    }
    JsonNode claims = JSON.readTree(decode(vapid.group(1).split("\\.", 2)[1]));
    var expires = Instant.ofEpochSecond(claims.path("exp").asLong(0));
    Instant now = clock.instant();
    if (expires.isBefore(now) || expires.isAfter(now.plus(Duration.ofHours(24)))) {
      return "token expired or valid too long";
    }
    if (!claims.path("aud").asString("").equals(http.origin())) {
      return "token for somebody else";
    }
    if (!claims.path("sub").asString("").startsWith("mailto:")) {
      return "no contact";
    }
    return isSigned(vapid.group(1), decode(vapid.group(2))) ? "" : "bad signature";
  }

  private boolean isSigned(String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
      check.initVerify(BrowserKeys.publicKey(decode(applicationServerKey)));
      check.update(text.getBytes(StandardCharsets.US_ASCII));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] decode(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
