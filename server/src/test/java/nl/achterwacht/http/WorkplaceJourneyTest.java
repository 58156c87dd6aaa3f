package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** A lone workplace from the first look to the last, over the API. */
class WorkplaceJourneyTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aSupervisorAddsOneChangesItAndReadsWhatItWas() {
    TestTown town = SERVER.town("workplace");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply made = carla.keyed().post("/workplaces", counter(town)).expect(201);
    assertThat(made.at("/ownerName")).isEqualTo("carla");
    assertThat(made.at("/review/kind")).isEqualTo("review");
    assertThat(made.at("/address")).isEqualTo("Markt 1, 1234 AB Voorbeeldstad");
    String path = "/workplaces/" + made.at("/id");
    Map<String, Object> change =
        Map.of("version", 0, "responseMinutes", 12, "who", " Receptionist ", "spot", " ");
    Reply changed = carla.patch(path, change).expect(200);
    assertThat(changed.at("/who")).isEqualTo("Receptionist");
    assertThat(changed.at("/address")).isEqualTo(made.at("/address"));
    assertThat(carla.patch(path, change).expect(409).text()).contains("changed-meanwhile");
    Reply history = carla.get(path + "/changes").expect(200);
    assertThat(history.json().path("items")).hasSize(3);
    assertThat(history.text()).contains("responseMinutes", "Begane grond", "carla");
    carla.keyed().post(path + "/reviews", Map.of("answer", "Klopt nog.")).expect(200);
    carla.keyed().post(path + "/endings", Map.of("reason", "Gesloten.")).expect(200);
    assertThat(carla.get("/workplaces").expect(200).json().path("items")).isEmpty();
    assertThat(carla.get("/workplaces?ended=true").expect(200).json().path("items")).hasSize(1);
  }

  @Test
  void whatIsWrongIsSaidNextToTheField() {
    TestTown town = SERVER.town("workplace-faults");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Map<String, Object> wrong =
        Map.of(
            "name", "  ",
            "kind", "room",
            "ownerId", town.anna().id().value(),
            "consentOn", "2999-01-01");
    assertThat(carla.keyed().post("/workplaces", wrong).expect(400).text())
        .contains("/name", "/ownerId", "not-supervisor", "/consentOn");
  }

  @Test
  void onlyWhoAnswersForOthersSeesThem() {
    TestTown town = SERVER.town("workplace-roles");
    ApiClient anna = SERVER.signedIn(town, "anna");
    anna.get("/workplaces").expect(403);
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    beheer.get("/workplaces").expect(200);
    beheer.keyed().post("/workplaces", counter(town)).expect(403);
  }

  static Map<String, Object> counter(TestTown town) {
    return Map.of(
        "name", "Balie stadhuis",
        "kind", "room",
        "ownerId", town.carla().id().value(),
        "address", "Markt 1, 1234 AB Voorbeeldstad",
        "spot", "Begane grond",
        "responseMinutes", 5,
        "normMinutes", 5);
  }
}
