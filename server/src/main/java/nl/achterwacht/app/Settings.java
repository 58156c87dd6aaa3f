package nl.achterwacht.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything that can be set, read once. Names in a settings file or as {@code --achterwacht.…};
 * {@code docs/settings.md} tells them one by one. The server does not start half-configured.
 *
 * @param data folder for the embedded database and what belongs to it
 * @param database an own PostgreSQL instead of the embedded one; null for the embedded one
 * @param publicUrl how browsers reach us
 * @param exampleTown whether the played-out example town is there
 * @param examplePace how fast the example town lives: 1 for people who look; 0 when nobody is
 *     played
 * @param callInstead number to call or text when the server cannot take an act
 * @param securityContact where a finder of a hole can write
 * @param eventSource URN that names this installation in webhooks, such as {@code
 *     urn:nld:oin:…:systeem:achterwacht}
 * @param mail the mail server; null when there is none
 * @param pushContact {@code mailto:} by which push services can reach the operator
 * @param alsoAllowedTargets networks of the organisation's own to which push and webhooks may go
 *     too, also without TLS, such as {@code 10.1.0.0/16}; else only public hosts over HTTPS
 * @param monitoring how others see that we watch
 * @param traces who is told what takes how long; null for nobody
 * @param addresses where addresses are looked up
 * @param calendar how calendars of workers are read; null for as usual
 */
@ConfigurationProperties("achterwacht")
public record Settings(
    @DefaultValue("data") Path data,
    @Nullable DatabaseSettings database,
    @Nullable URI publicUrl,
    @DefaultValue("false") boolean exampleTown,
    @DefaultValue("1") double examplePace,
    @Nullable String callInstead,
    @DefaultValue("mailto:security@achterwacht.example") String securityContact,
    @DefaultValue("urn:nld:kvknr:00000000:systeem:achterwacht") String eventSource,
    @Nullable MailServer mail,
    @DefaultValue("mailto:beheer@achterwacht.example") String pushContact,
    @DefaultValue List<String> alsoAllowedTargets,
    @DefaultValue Monitoring monitoring,
    @Nullable TracesSettings traces,
    @DefaultValue AddressSettings addresses,
    @Nullable CalendarSettings calendar) {

  public Settings {
    alsoAllowedTargets = List.copyOf(alsoAllowedTargets);
  }

  /** An own PostgreSQL, version 15 or newer. */
  public record DatabaseSettings(String url, String user, String password) {
    @Override
    public String toString() {
      return "DatabaseSettings[" + url + "]";
    }
  }

  /**
   * The organisation's mail server.
   *
   * @param security {@code none}, {@code starttls} or {@code tls}
   */
  public record MailServer(
      String host,
      @DefaultValue("587") int port,
      @DefaultValue("starttls") String security,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("Achterwacht <achterwacht@localhost>") String from,
      @DefaultValue("localhost") String ehloName) {
    @Override
    public String toString() {
      return "MailServer[" + host + ":" + port + "]";
    }
  }

  /**
   * How others see that we watch.
   *
   * @param scrapeToken opens {@code /metrics} to whoever sends it; null shuts it
   * @param heartbeatUrl a monitor elsewhere that is told while watching is assured; null for none.
   *     The address itself is its secret
   * @param heartbeatEvery how often it is told
   */
  public record Monitoring(
      @Nullable String scrapeToken,
      @Nullable URI heartbeatUrl,
      @DefaultValue("60s") Duration heartbeatEvery) {
    public Monitoring {
      if (scrapeToken != null && scrapeToken.length() < 16) {
        throw new IllegalArgumentException(
            "achterwacht.monitoring.scrape-token must be 16 signs or more");
      }
    }

    @Override
    public String toString() {
      return "Monitoring[scraping %s, heartbeat %s]"
          .formatted(
              scrapeToken == null ? "off" : "on", heartbeatUrl == null ? "off" : heartbeatEvery);
    }
  }

  /**
   * A collector of OpenTelemetry traces.
   *
   * @param url where it takes traces, OTLP over HTTP, such as {@code
   *     http://localhost:4318/v1/traces}
   * @param authorization sent along as the header of that name; a secret
   * @param share of the traces that begin here, from 0 to 1; a caller's own choice is kept to
   */
  public record TracesSettings(
      URI url, @Nullable String authorization, @DefaultValue("1") double share) {
    public TracesSettings {
      String scheme = url.getScheme();
      if (!("http".equals(scheme) || "https".equals(scheme)) || url.getHost() == null) {
        throw new IllegalArgumentException(
            "achterwacht.traces.url must be the http or https address of a collector");
      }
      if (url.getUserInfo() != null || url.getQuery() != null) {
        // The log names the address when the collector is away.
        throw new IllegalArgumentException(
            "achterwacht.traces.url may hold no secret; use achterwacht.traces.authorization");
      }
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("achterwacht.traces.share must be from 0 to 1");
      }
    }

    @Override
    public String toString() {
      return "TracesSettings[" + url + ", share " + share + "]";
    }
  }

  /**
   * Where addresses are looked up.
   *
   * @param url PDOK Locatieserver up to and including its version, such as {@code
   *     https://api.pdok.nl/bzk/locatieserver/search/v3_1}; null: everything by hand
   */
  public record AddressSettings(@Nullable URI url) {
    public AddressSettings {
      boolean isWeb =
          url == null
              || (("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                  && url.getHost() != null
                  && url.getQuery() == null
                  && !url.getPath().endsWith("/"));
      if (!isWeb) {
        throw new IllegalArgumentException(
            "achterwacht.addresses.url must be an http or https address, without a slash at its"
                + " end and without a query");
      }
    }
  }

  /**
   * How calendars of workers are read.
   *
   * @param key closes the passwords of calendars, 32 bytes in base64; a secret
   */
  public record CalendarSettings(String key) {
    public CalendarSettings {
      if (!key.matches("[A-Za-z0-9+/]{43}=")) {
        throw new IllegalArgumentException(
            "achterwacht.calendar.key must be 32 bytes in base64 (openssl rand -base64 32)");
      }
    }

    @Override
    public String toString() {
      return "CalendarSettings[…]";
    }
  }

  /** How long a graceful stop may take before claims are left to others. */
  static final Duration STOPPING = Duration.ofSeconds(15);
}
