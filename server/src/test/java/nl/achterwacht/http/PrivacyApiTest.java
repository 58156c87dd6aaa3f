package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may see and set what about privacy, and what leaving does. */
class PrivacyApiTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void everybodySeesTheirOwnAndTheAdministratorThatOfOthers() {
    TestTown town = SERVER.town("privacy-file");
    String ofBram = "/people/" + town.bram().id() + "/personal-file";
    ApiClient anna = SERVER.signedIn(town, "anna");
    assertThat(anna.get("/me/personal-file").expect(200).text()).startsWith("PK");
    anna.get(ofBram).expect(403);
    SERVER.signedIn(town, "carla").get(ofBram).expect(403);
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    assertThat(beheer.get(ofBram + "?language=en").expect(200).text()).startsWith("PK");
    TestTown other = SERVER.town("privacy-other");
    beheer.get("/people/" + other.anna().id() + "/personal-file").expect(404);
  }

  @Test
  void aPeriodIsSetWithinItsBoundsByWhoMakesPolicy() {
    TestTown town = SERVER.town("privacy-rules");
    String rule = "/retention-rules/signals";
    SERVER.signedIn(town, "anna").get("/retention-rules").expect(403);
    ApiClient carla = SERVER.signedIn(town, "carla");
    assertThat(carla.get("/retention-rules").expect(200).json().path("items")).isNotEmpty();
    carla.keyed().put(rule, Map.of("amount", 6)).expect(403);
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    assertThat(beheer.keyed().put(rule, Map.of("amount", 13)).expect(400).text())
        .contains("/amount");
    assertThat(beheer.get(rule + "/preview?amount=6").expect(200).at("/records")).isEqualTo("0");
    assertThat(beheer.keyed().put(rule, Map.of("amount", 6)).expect(200).at("/setByName"))
        .isEqualTo("beheer");
    beheer.keyed().put("/retention-rules/nothing", Map.of("amount", 6)).expect(404);
  }

  @Test
  void whoLeavesCannotSignInAndWhatTheyHadToDoIsSomebodyElses() {
    TestTown town = SERVER.town("privacy-leaving");
    ApiClient bram = SERVER.signedIn(town, "bram");
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    Map<String, Object> asked =
        Map.of(
            "what",
            "Slot maken",
            "ownerId",
            town.bram().id().value(),
            "dueAt",
            SERVER.now().plusSeconds(86_400).toString());
    beheer.keyed().post("/tasks", asked).expect(201);
    String path = "/people/" + town.bram().id();
    bram.keyed().delete(path).expect(403);
    beheer.keyed().delete(path).expect(204);
    bram.get("/me").expect(401);
    assertThat(beheer.get("/tasks").expect(200).at("/items/0/what")).isEqualTo("Slot maken");
    assertThat(beheer.get("/people").expect(200).text()).doesNotContain("\"bram\"");
    beheer.keyed().delete(path).expect(404);
  }

  @Test
  void nobodyLeavesWhoIsOutUnderWatch() {
    TestTown town = SERVER.town("privacy-busy");
    SERVER.signedIn(town, "anna").keyed().post("/watches", WatchJourneyTest.adHoc()).expect(201);
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    assertThat(beheer.keyed().delete("/people/" + town.anna().id()).expect(409).text())
        .contains("still-busy");
  }
}
