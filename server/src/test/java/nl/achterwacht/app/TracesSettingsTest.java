package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import nl.achterwacht.app.Settings.TracesSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:4318",
        "grpc://localhost:4317",
        "http:///v1/traces",
        "https://user:secret@collector.example/v1/traces",
        "https://collector.example/v1/traces?key=secret"
      })
  void anAddressThatCannotBeACollectorsOrHoldsASecretIsRefused(String url) {
    assertThatThrownBy(() -> new TracesSettings(URI.create(url), null, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("achterwacht.traces.url")
        .hasMessageNotContaining("secret@");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aShareIsAShare(double share) {
    assertThatThrownBy(() -> new TracesSettings(URI.create("http://localhost:4318"), null, share))
        .hasMessageContaining("achterwacht.traces.share");
  }

  @Test
  void theSecretIsNotShown() {
    var settings = new TracesSettings(URI.create("http://localhost:4318"), "Bearer secret", 1);

    assertThat(settings.toString()).contains("localhost").doesNotContain("secret");
  }
}
