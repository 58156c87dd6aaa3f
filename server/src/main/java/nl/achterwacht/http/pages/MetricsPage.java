package nl.achterwacht.http.pages;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Where Prometheus reads how we are. Behind a proxy every caller looks like a neighbour, so it is
 * not the address that opens it but a token; without one this page is not there.
 */
@Controller
public final class MetricsPage {
  private static final String BEARER = "Bearer ";
  private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

  private final PrometheusMeterRegistry meters;
  private final Scraping scraping;

  /**
   * Who may read it.
   *
   * @param token what a scraper sends as {@code Authorization: Bearer}; null when nobody may
   */
  public record Scraping(@Nullable String token) {
    boolean allows(@Nullable String authorization) {
      return token != null
          && authorization != null
          && authorization.startsWith(BEARER)
          && MessageDigest.isEqual(bytes(token), bytes(authorization.substring(BEARER.length())));
    }

    @Override
    public String toString() {
      return "Scraping[" + (token == null ? "off" : "on") + "]";
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  public MetricsPage(PrometheusMeterRegistry meters, Scraping scraping) {
    this.meters = meters;
    this.scraping = scraping;
  }

  @GetMapping("/metrics")
  ResponseEntity<String> metrics(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    if (scraping.token() == null) {
      throw Refusal.of(ProblemKind.NOT_FOUND, "There is nothing at this address.");
    }
    if (!scraping.allows(authorization)) {
      return ResponseEntity.status(401)
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"metrics\"")
          .body("a token is needed\n");
    }
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, TEXT).body(meters.scrape());
  }
}
