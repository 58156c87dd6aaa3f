package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.people.Organisation;
import org.junit.jupiter.api.Test;

class WelcomeTest {
  private static final URI HERE = URI.create("http://localhost:8080/");
  private static final Organisation TOWN =
      new Organisation(OrganisationId.next(), "Gemeente Voorbeeldstad", null, true);
  private static final Organisation REAL =
      new Organisation(OrganisationId.next(), "Gemeente Echt", null, false);

  @Test
  void theExampleTownSaysLoudlyWhatItIsInTwoLanguages() {
    assertThat(new Welcome(settings(true), HERE, List.of(TOWN)).text())
        .contains("nooit voor echt gebruik", "never for real use")
        .contains("http://localhost:8080/worker/", "http://localhost:8080/control-room/")
        .contains("anna", "bram", "carla", "beheer", "achterwacht-voorbeeld", "2580", "1470")
        .contains(Path.of("data", "mail").toString());
  }

  @Test
  void anEmptyServerSaysHowToBegin() {
    assertThat(new Welcome(settings(false), HERE, List.of()).text())
        .contains("create-organisation", "create-administrator", "--data=\"data\"")
        .doesNotContain("achterwacht-voorbeeld");
  }

  @Test
  void aServerWithPeopleOnItSaysOnlyWhereItIs() {
    assertThat(new Welcome(settings(false), HERE, List.of(REAL)).text())
        .contains("http://localhost:8080/worker/")
        .doesNotContain("create-", "voorbeeld", "LET OP");
  }

  @Test
  void aTownThatWasLeftBehindIsWarnedAbout() {
    assertThat(new Welcome(settings(false), HERE, List.of(TOWN)).text())
        .contains("LET OP", "WARNING");
  }

  private static Settings settings(boolean exampleTown) {
    return new Settings(
        Path.of("data"),
        null,
        null,
        exampleTown,
        1,
        null,
        "mailto:security@achterwacht.example",
        "urn:nld:kvknr:00000000:systeem:achterwacht",
        null,
        "mailto:beheer@achterwacht.example",
        List.of(),
        new Settings.Monitoring(null, null, Duration.ofMinutes(1)),
        null,
        new Settings.AddressSettings(null),
        null);
  }
}
