package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** A personal alarm from the cupboard to its holder, who finds that it does not work. */
class DeviceJourneyTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void theHolderTestsAndTheSupervisorHearsThatItDoesNotWork() {
    TestTown town = SERVER.town("device");
    ApiClient carla = SERVER.signedIn(town, "carla");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply button = carla.keyed().post("/devices", button(town)).expect(201);
    String path = "/devices/" + button.at("/id");
    anna.keyed().post(path + "/tests", Map.of("works", true)).expect(404);
    carla
        .keyed()
        .post(path + "/hand-outs", Map.of("personId", town.anna().id().value()))
        .expect(200);
    assertThat(anna.get("/me/devices").expect(200).at("/items/0/number")).isEqualTo("SN 12");
    assertThat(anna.get("/tasks").expect(200).at("/items/0/kind")).isEqualTo("device-test");
    anna.keyed().post(path + "/batteries", Map.of("percent", 40)).expect(200);
    Reply tested =
        anna.keyed().post(path + "/tests", Map.of("works", false, "note", "Geen licht."));
    assertThat(tested.expect(200).json().path("broken").asBoolean()).isTrue();
    assertThat(carla.get("/tasks").expect(200).text()).contains("device-broken");
    Reply history = carla.get(path).expect(200);
    assertThat(history.at("/tests/0/note")).isEqualTo("Geen licht.");
    assertThat(history.at("/holders/0/name")).isEqualTo("anna");
    assertThat(history.json().path("device").path("battery").path("percent").asInt()).isEqualTo(40);
    anna.get("/devices").expect(403);
    anna.get("/device-table").expect(403);
    assertThat(carla.get("/device-table").expect(200).text())
        .startsWith("\uFEFFSoort;Merk;Nummer;")
        .contains("\nAlarmknop;Noodknop BV;SN 12;;Wijkteam;anna;")
        .contains(";Werkt niet;");
    anna.keyed().post(path + "/removals", Map.of("reason", "Weg.")).expect(403);
    carla.keyed().post(path + "/removals", Map.of("reason", "Weg.")).expect(200);
    carla.keyed().post(path + "/tests", Map.of("works", true)).expect(409);
  }

  private static Map<String, Object> button(TestTown town) {
    return Map.of(
        "kind",
        "button",
        "maker",
        "Noodknop BV",
        "number",
        "SN 12",
        "teamId",
        town.team().value(),
        "testEveryDays",
        30);
  }
}
