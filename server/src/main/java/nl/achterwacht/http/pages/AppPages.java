package nl.achterwacht.http.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.achterwacht.http.HttpSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The two apps and the few pages around them. */
@Controller
public final class AppPages implements WebMvcConfigurer {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Map<String, MediaType> KINDS =
      Map.of(
          "mjs", MediaType.valueOf("text/javascript"),
          "js", MediaType.valueOf("text/javascript"),
          "webmanifest", MediaType.valueOf("application/manifest+json"),
          "woff2", MediaType.valueOf("font/woff2"));

  private final HttpSettings settings;
  private final InstantSource clock;

  public AppPages(HttpSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    configurer.favorParameter(false).mediaTypes(KINDS);
  }

  /**
   * Each app has its own path; what they are made of they share. A name with a hash never changes.
   */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
    for (String app : new String[] {"worker", "control-room"}) {
      registry
          .addResourceHandler("/" + app + "/**")
          .addResourceLocations("classpath:/static/" + app + "/")
          .setCacheControl(CacheControl.noCache());
    }
  }

  @GetMapping("/worker/")
  ResponseEntity<Resource> worker() {
    return page("worker/index.html");
  }

  @GetMapping("/control-room/")
  ResponseEntity<Resource> controlRoom() {
    return page("control-room/index.html");
  }

  @GetMapping({"/worker", "/control-room"})
  ResponseEntity<Void> withoutSlash(HttpServletRequest request) {
    return ResponseEntity.status(308)
        .header(HttpHeaders.LOCATION, request.getRequestURI() + "/")
        .build();
  }

  @GetMapping("/")
  ResponseEntity<Resource> landing() {
    return page("index.html");
  }

  /** RFC 9116. */
  @GetMapping("/.well-known/security.txt")
  ResponseEntity<String> security() {
    Instant expires = clock.instant().plus(Duration.ofDays(180)).truncatedTo(ChronoUnit.SECONDS);
    String text =
        """
        Contact: %s
        Expires: %s
        Canonical: %s/.well-known/security.txt
        Preferred-Languages: nl, en
        """
            .formatted(settings.securityContact(), expires, settings.publicUrl());
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/plain;charset=utf-8"))
        .body(text);
  }

  private static ResponseEntity<Resource> page(String file) {
    var resource = new ClassPathResource("static/" + file);
    if (!resource.exists()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/html;charset=utf-8"))
        .cacheControl(CacheControl.noCache())
        .body(resource);
  }
}
