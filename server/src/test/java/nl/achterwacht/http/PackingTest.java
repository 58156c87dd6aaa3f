package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Office hours, the packing list and the check before leaving, over the API. */
class PackingTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aTeamHasTheUsualHoursUntilItSetsItsOwn() {
    TestTown town = SERVER.town("office-hours");
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    String path = "/teams/" + town.team().value() + "/office-hours";
    Reply usual = beheer.get(path).expect(200);
    assertThat(usual.json().path("days")).hasSize(5);
    assertThat(usual.at("/days/0/from")).isEqualTo("08:30:00");

    Map<String, Object> saturdays =
        Map.of("days", List.of(Map.of("weekDay", 6, "from", "10:00:00", "until", "14:00:00")));
    assertThat(beheer.put(path, saturdays).expect(200).at("/days/0/weekDay")).isEqualTo("6");
    Reply seen = SERVER.signedIn(town, "anna").get(path).expect(200);
    assertThat(seen.json().path("days")).hasSize(1);
    assertThat(seen.at("/days/0/until")).isEqualTo("14:00:00");

    assertThat(beheer.put(path, Map.of("days", List.of())).expect(200).json().path("days"))
        .hasSize(5);
  }

  @Test
  void whatIsTickedOnceADayStaysTicked() {
    TestTown town = SERVER.town("packing-check");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply before = anna.get("/me/packing-check").expect(200);
    assertThat(before.json().path("checkedAt").isNull()).isTrue();
    assertThat(before.json().path("packed").asBoolean()).isFalse();
    List<String> all = ids(before);
    assertThat(all).hasSize(12).contains("power-bank", "jewellery");

    Reply some = anna.put("/me/packing-check", check(List.of("keys"), 40)).expect(200);
    assertThat(some.json().path("packed").asBoolean()).isFalse();
    assertThat(some.json().path("charged").asBoolean()).isFalse();
    Reply done = anna.put("/me/packing-check", check(all, 40)).expect(200);
    assertThat(done.json().path("packed").asBoolean()).isTrue();
    // Forty per cent and a power bank will do.
    assertThat(done.json().path("charged").asBoolean()).isTrue();
    assertThat(anna.get("/me/packing-check").expect(200).json().path("packed").asBoolean())
        .isTrue();
    assertThat(
            SERVER
                .signedIn(town, "carla")
                .get("/me/packing-check")
                .json()
                .path("packed")
                .asBoolean())
        .isFalse();
  }

  @Test
  void anOrganisationMakesTheListItsOwn() {
    TestTown town = SERVER.town("packing");
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Map<String, Object> own =
        Map.of(
            "items",
            List.of(
                Map.of("id", "keys", "along", true, "textNl", "Sleutels", "textEn", "Keys"),
                Map.of("id", "tie", "along", false, "textNl", "Stropdas", "textEn", "Necktie")));
    beheer.put("/packing-list", own).expect(200);
    anna.put("/me/packing-check", check(List.of("keys"), 90)).expect(200);
    Reply today = anna.get("/me/packing-check").expect(200);
    assertThat(ids(today)).containsExactly("keys", "tie");
    assertThat(today.at("/things/0/text")).isEqualTo("Sleutels");
    assertThat(today.json().at("/things/0/ticked").asBoolean()).isTrue();
    assertThat(today.json().at("/things/1/along").asBoolean()).isFalse();

    beheer.put("/packing-list", Map.of("items", List.of())).expect(200);
    assertThat(anna.get("/packing-list").expect(200).json().path("items")).hasSize(12);
  }

  private static Map<String, Object> check(List<String> ticked, int battery) {
    return Map.of(
        "tickedIds", ticked, "batteryPercent", battery, "numbersKnown", true, "noticesOn", false);
  }

  private static List<String> ids(Reply check) {
    List<String> ids = new ArrayList<>();
    for (JsonNode thing : check.json().path("things")) {
      ids.add(thing.path("id").asString(""));
    }
    return ids;
  }
}
