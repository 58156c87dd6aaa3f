package nl.achterwacht.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.alarm.AlarmKeeper;
import nl.achterwacht.app.Assured.Objection;
import nl.achterwacht.base.Database;
import nl.achterwacht.http.HttpSettings;
import nl.achterwacht.http.api.Assurance;
import nl.achterwacht.http.api.MeRoutes;
import nl.achterwacht.http.pages.HealthPages;
import nl.achterwacht.notify.push.VapidKeys;
import nl.achterwacht.watch.WatchKeeper;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What the web side needs from here. */
@Configuration(proxyBeanMethods = false)
class HttpWiring {
  // Under the three seconds of DESIGN 4, promise 10. Measured: when hundreds are turned away at the
  // same moment on a busy machine, taking in and answering costs them up to a second and more.
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  // More than the pool has connections: a short queue there is cheaper than a refusal here.
  private static final int PLACES = 64;

  @Bean
  HttpSettings httpSettings(Settings settings, @Value("${server.port:8080}") int port) {
    URI publicUrl = settings.publicUrl();
    return new HttpSettings(
        publicUrl == null ? URI.create("http://localhost:" + port) : publicUrl,
        settings.callInstead(),
        settings.securityContact(),
        PATIENCE,
        PLACES);
  }

  @Bean
  DueRows dueRows(
      @Qualifier("engineDatabase") Database database,
      InstantSource clock,
      WatchKeeper watches,
      AlarmKeeper alarms) {
    return new DueRows(database, clock, watches, alarms);
  }

  @Bean
  @Primary
  Assurance assurance(DueRows dueRows, InstantSource clock, List<Objection> objections) {
    return new Assured(dueRows, clock, objections);
  }

  @Bean
  HealthPages.DueRows dueRowsAreYoung(DueRows dueRows) {
    return () -> dueRows.now().watching();
  }

  @Bean
  MeRoutes.PushKey pushKey(VapidKeys keys) {
    return keys::publicKey;
  }
}
