package nl.achterwacht.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Request;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.TestCertificate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another system that takes our webhooks: checks signature and age as Standard Webhooks tells
 * receivers, and keeps what it took. A wrong signature or an old timestamp gets 401.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String secret;
  private final InstantSource clock;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final LoopbackHttp http;
  private volatile @Nullable Response instead;
  private volatile String complaint = "";

  /** An event after the check of its signature. */
  public record Taken(String webhookId, String contentType, JsonNode event) {}

  /** A receiver over plain HTTP on loopback that knows one secret ({@code whsec_…}). */
  public WebhookReceiver(String secret, InstantSource clock) {
    this(secret, clock, null);
  }

  /** As above; with a certificate over HTTPS as {@code localhost}. */
  public WebhookReceiver(
      String secret, InstantSource clock, @Nullable TestCertificate certificate) {
    this.secret = secret;
    this.clock = clock;
    this.http = new LoopbackHttp(certificate, this::answer);
  }

  /** Where it takes events. */
  public String url() {
    return http.origin() + "/hooks/centrale";
  }

  /** The address in our own form, signed with the receiver's secret. */
  public String address() {
    return addressWith(secret);
  }

  /** The address in our own form, signed with {@code secrets}, newest first. */
  public String addressWith(String... secrets) {
    return JSON.writeValueAsString(Map.of("url", url(), "secrets", List.of(secrets)));
  }

  /** From now on nothing is taken and this is the answer. */
  public void answersOnly(Response response) {
    instead = response;
  }

  /** All events taken over, oldest first; repeats too. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Why the last event was not taken; empty if it was. */
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
    complaint = objectionTo(request);
    if (!complaint.isEmpty()) {
      return Response.of(401);
    }
    taken.add(
        new Taken(
            request.header("webhook-id"),
            request.header("Content-Type"),
            JSON.readTree(request.body())));
    return Response.of(204);
  }

  private String objectionTo(Request request) {
    String timestamp = request.header("webhook-timestamp");
    if (!timestamp.matches("\\d{1,12}")) {
      return "no timestamp";
    }
    var age =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant()).abs();
    if (age.compareTo(Duration.ofMinutes(5)) > 0) {
      return "too old or from the future";
    }
    byte[] expected = signature(request.header("webhook-id"), timestamp, request.body());
    for (String given : request.header("webhook-signature").split(" ", -1)) {
      if (given.startsWith("v1,")
          && MessageDigest.isEqual(expected, Base64.getDecoder().decode(given.substring(3)))) {
        return "";
      }
    }
    return "no signature fits";
  }

  private byte[] signature(String id, String timestamp, byte[] body) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(id.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) '.');
      mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) '.');
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
