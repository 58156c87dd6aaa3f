package nl.achterwacht.http.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a session and the token that goes with it against forged requests. The token is
 * worked out from the cookie's value, so any server can check it without storing it.
 */
public final class SessionCookie {
  /** As named in the contract; over TLS browsers hold {@code __Host-} cookies to this host. */
  public static final String NAME = "achterwacht-session";

  // Set by the browser itself: a page of another site cannot leave it out or change it.
  private static final Set<String> OUR_OWN_PAGES = Set.of("same-origin", "none");
  private static final Duration LIFE = Duration.ofDays(30);

  private final boolean secure;

  public SessionCookie(boolean secure) {
    this.secure = secure;
  }

  public String name() {
    return secure ? "__Host-" + NAME : NAME;
  }

  /** The header that puts {@code token} in the browser. */
  public String put(String token) {
    return cookie(token, LIFE);
  }

  /** The header that takes it away. */
  public String takeAway() {
    return cookie("", Duration.ZERO);
  }

  /** The token against forged requests that belongs to a session's token. */
  public static String csrfToken(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("csrf:" + token).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Optional<String> token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name()) && !cookie.getValue().isBlank()) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  static boolean isFromOurPages(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    return site == null || OUR_OWN_PAGES.contains(site);
  }

  static boolean carriesCsrfToken(HttpServletRequest request, String token) {
    @Nullable String given = request.getHeader("X-CSRF-Token");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            csrfToken(token).getBytes(StandardCharsets.UTF_8));
  }

  private String cookie(String value, Duration life) {
    return ResponseCookie.from(name(), value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path("/")
        .maxAge(life)
        .build()
        .toString();
  }
}
