package nl.achterwacht.http;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the web side must know.
 *
 * @param publicUrl how browsers reach us; {@code https}, or {@code http} on a loopback name
 * @param callInstead number to call or text when the server cannot take an act, for organisations
 *     that have none of their own
 * @param securityContact where a finder of a hole can write: {@code mailto:} or {@code https:}
 * @param patience how long a request may wait for the database before it hears so
 * @param places how many requests may use the database at once; four times as many may wait
 */
public record HttpSettings(
    URI publicUrl,
    @Nullable String callInstead,
    String securityContact,
    Duration patience,
    int places) {
  private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

  public HttpSettings {
    if (!isSecure(publicUrl) && !isLoopback(publicUrl)) {
      throw new IllegalArgumentException(
          "the public address must be https, or http on localhost: " + publicUrl);
    }
    if (patience.compareTo(THREE_SECONDS) >= 0) {
      throw new IllegalArgumentException("a phone must hear within 3 s, not " + patience);
    }
  }

  /** Settings for a server on this machine only. */
  public static HttpSettings onLoopback(int port) {
    return new HttpSettings(
        URI.create("http://localhost:" + port),
        null,
        "mailto:security@achterwacht.example",
        Duration.ofMillis(2500),
        64);
  }

  /** Whether browsers reach us over TLS. */
  public boolean isSecure() {
    return isSecure(publicUrl);
  }

  /** Whether the browser is on the same machine. */
  public boolean isLoopback() {
    return isLoopback(publicUrl);
  }

  private static boolean isSecure(URI url) {
    return "https".equals(url.getScheme());
  }

  private static boolean isLoopback(URI url) {
    return "http".equals(url.getScheme())
        && ("localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost()));
  }
}
