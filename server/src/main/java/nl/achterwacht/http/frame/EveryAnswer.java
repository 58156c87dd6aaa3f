package nl.achterwacht.http.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: what every answer carries, also one that goes wrong, and the moment by
 * which it must be there.
 */
public final class EveryAnswer extends OncePerRequestFilter {
  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private final String version;
  private final boolean secure;
  private final Patience patience;

  public EveryAnswer(String version, boolean secure, Patience patience) {
    this.version = version;
    this.secure = secure;
    this.patience = patience;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    headers(request, response);
    long answerBy = System.nanoTime() + patience.atMost().toNanos();
    try {
      ScopedValue.where(Patience.ANSWER_BY, answerBy)
          .call(() -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private void headers(HttpServletRequest request, HttpServletResponse response) {
    boolean api = request.getRequestURI().startsWith("/api/");
    response.setHeader("Content-Security-Policy", api ? API_POLICY : PAGE_POLICY);
    response.setHeader("Cache-Control", api ? "no-store" : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("API-Version", version);
    if (secure) {
      response.setHeader("Strict-Transport-Security", TWO_YEARS);
    }
  }
}
