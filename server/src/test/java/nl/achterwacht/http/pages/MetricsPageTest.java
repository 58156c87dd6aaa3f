package nl.achterwacht.http.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.http.pages.MetricsPage.Scraping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may read how we are; the numbers themselves are in ScrapeTest. */
class MetricsPageTest {
  private static final String TOKEN = "a-token-for-scrapes-only";

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Test
  void withoutATokenThePageIsNotThere() {
    var page = new MetricsPage(meters, new Scraping(null));
    for (@Nullable String authorization :
        new @Nullable String[] {null, "", "Bearer ", "Bearer null"}) {
      assertThatThrownBy(() -> page.metrics(authorization))
          .isInstanceOfSatisfying(
              Refusal.class, refused -> assertThat(refused.kind().status()).isEqualTo(404));
    }
  }

  @Test
  void onlyTheWholeTokenOpensIt() {
    var page = new MetricsPage(meters, new Scraping(TOKEN));
    for (@Nullable String wrong :
        new @Nullable String[] {null, "", TOKEN, "Bearer ", "Bearer x", "Basic " + TOKEN}) {
      assertThat(page.metrics(wrong).getStatusCode().value()).as(wrong).isEqualTo(401);
    }
    assertThat(page.metrics("Bearer " + TOKEN).getStatusCode().value()).isEqualTo(200);
    assertThat(new Scraping(TOKEN)).asString().doesNotContain(TOKEN);
  }
}
