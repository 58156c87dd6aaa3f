package nl.achterwacht.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import nl.achterwacht.app.Settings.TracesSettings;
import nl.achterwacht.app.traces.RequestSpans;
import nl.achterwacht.app.traces.Traces;
import nl.achterwacht.base.VersionFence;
import nl.achterwacht.http.api.Assurance;
import nl.achterwacht.http.frame.Patience;
import nl.achterwacht.http.pages.MetricsPage;
import nl.achterwacht.notify.wire.HttpCourier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How others see that we watch: what is measured when somebody asks, and the heartbeat. */
@Configuration(proxyBeanMethods = false)
class MonitoringWiring {
  @Bean
  MeterBinder watchingMeters(DueRows dueRows, Assurance assurance, VersionFence fence) {
    return meters -> {
      Gauge.builder("achterwacht.oldest.due", dueRows, MonitoringWiring::oldestDue)
          .baseUnit("seconds")
          .description("age of the oldest due watch or alarm that nobody handled")
          .register(meters);
      gauge(
          meters,
          "achterwacht.watching.assured",
          "1 when this server is sure that every deadline is looked at",
          assurance,
          known -> known.now().watching() ? 1 : 0);
      gauge(
          meters,
          "achterwacht.fenced",
          "1 when the database is of a newer version, so that this server wakes nothing",
          fence,
          known -> known.isShut() ? 1 : 0);
    };
  }

  @Bean
  MeterBinder waitingRoomMeters(Patience patience) {
    return meters -> {
      gauge(
          meters,
          "achterwacht.waiting.room.waiting",
          "requests that wait for a place",
          patience,
          Patience::waiting);
      gauge(
          meters,
          "achterwacht.waiting.room.inside",
          "requests that use the database",
          patience,
          Patience::inside);
      FunctionCounter.builder(
              "achterwacht.waiting.room.sent.away", patience, room -> (double) room.sentAway())
          .description("requests that were told to call or to try again")
          .register(meters);
    };
  }

  @Bean
  MetricsPage.Scraping scraping(Settings settings) {
    return new MetricsPage.Scraping(settings.monitoring().scrapeToken());
  }

  @Bean
  @ConditionalOnProperty("achterwacht.monitoring.heartbeat-url")
  OutsideMonitor outsideMonitor(
      Settings settings, HttpCourier courier, Assurance assurance, InstantSource clock) {
    URI address = Objects.requireNonNull(settings.monitoring().heartbeatUrl());
    return new OutsideMonitor(
        address, settings.monitoring().heartbeatEvery(), courier, assurance, clock);
  }

  /** With the name and version that the log lines carry too. */
  @Bean
  Traces traces(Settings settings, @Value("${spring.application.version:unknown}") String version) {
    TracesSettings to = settings.traces();
    return to == null
        ? Traces.OFF
        : Traces.to(new Traces.Collector(to.url(), to.authorization(), to.share()), version);
  }

  @Bean
  @ConditionalOnProperty("achterwacht.traces.url")
  RequestSpans requestSpans(Traces traces) {
    return new RequestSpans(traces);
  }

  private static double oldestDue(DueRows rows) {
    return rows.now().oldestDue().toMillis() / 1000.0;
  }

  private static <T> void gauge(
      MeterRegistry meters, String name, String what, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value).description(what).register(meters);
  }
}
