package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** From the code on the wall to the measured response time, over the API. */
class DrillJourneyTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void whoScansTheCodeReadsThePlaceHoldsADrillAndTheDeskSeesTheGap() throws IOException {
    TestTown town = SERVER.town("drill-here");
    ApiClient carla = SERVER.signedIn(town, "carla");
    ApiClient anna = SERVER.signedIn(town, "anna");
    String workplace = workplace(carla, town);
    String path = "/workplaces/" + workplace;
    Reply card = anna.get(path + "/card").expect(200);
    assertThat(card.at("/safeRoom")).isEqualTo("Kamer 1.02");
    assertThat(card.json().path("keyHolder").isNull()).isTrue();
    Reply sheet = carla.get(path + "/sheet?language=nl").expect(200);
    assertThat(sheet.headers().firstValue("content-type")).contains("application/pdf");
    try (var document = Loader.loadPDF(carla.file(path + "/sheet?language=nl"))) {
      assertThat(new PDFTextStripper().getText(document)).contains("010 123 45 67");
    }
    anna.get(path + "/sheet").expect(403);

    Map<String, Object> here = Map.of("workplaceId", workplace, "onTheSpot", true);
    anna.keyed().post("/drills", Map.of("workplaceId", workplace)).expect(403);
    Reply alarm = anna.keyed().post("/drills", here).expect(201);
    assertThat(alarm.json().path("drill").asBoolean()).isTrue();
    assertThat(alarm.at("/address")).contains("Balie stadhuis", "Markt 1");
    assertThat(anna.keyed().post("/drills", here).expect(409).text()).contains("drill-goes-on");
    String drill = "/drills/" + anna.get(path + "/card").expect(200).at("/drill/id");
    Reply page = SERVER.signedIn(town, "bram").get("/alarms/" + alarm.at("/id")).expect(200);
    assertThat(page.at("/workplace/keyHolder")).isEqualTo("Beheer, 010 123");
    anna.keyed().post(drill + "/arrivals", Map.of()).expect(200);
    Map<String, Object> found = Map.of("alarmResult", "works", "text", "Bram was er snel.");
    Reply held = anna.keyed().post(drill + "/endings", found).expect(200);
    assertThat(held.at("/state")).isEqualTo("held");
    assertThat(held.json().path("tookSeconds").isNumber()).isTrue();

    Reply summary = carla.get("/drill-summaries").expect(200);
    assertThat(summary.json().path("items").path(0).path("measured").path("drills").asInt())
        .isEqualTo(1);
    assertThat(summary.at("/items/0/gap")).isEqualTo("none");
    Reply inRegister = carla.get(path).expect(200);
    assertThat(inRegister.at("/alarmResult")).isEqualTo("works");
    assertThat(inRegister.json().path("measured").path("drills").asInt()).isEqualTo(1);
    anna.get("/drills").expect(403);
    assertThat(carla.get("/drills?workplaceId=" + workplace).expect(200).at("/items/0/said"))
        .isEqualTo("Bram was er snel.");
  }

  @Test
  void aSurpriseIsPlannedAndNotSeenByColleaguesAnAnnouncedOneIs() {
    TestTown town = SERVER.town("drill-plan");
    ApiClient carla = SERVER.signedIn(town, "carla");
    ApiClient anna = SERVER.signedIn(town, "anna");
    String workplace = workplace(carla, town);
    String at = SERVER.now().plusSeconds(86_400).toString();
    Reply surprise = carla.keyed().post("/drill-plans", plan(workplace, at, false)).expect(201);
    String card = "/workplaces/" + workplace + "/card";
    assertThat(anna.get(card).expect(200).json().path("plannedDrills")).isEmpty();
    carla.keyed().post("/drill-plans", plan(workplace, at, true)).expect(201);
    assertThat(anna.get(card).expect(200).json().path("plannedDrills")).hasSize(1);
    carla.delete("/drills/" + surprise.at("/id")).expect(204);
    anna.keyed().post("/drill-plans", plan(workplace, at, true)).expect(403);
    String past = Instant.parse("2020-01-01T00:00:00Z").toString();
    carla.keyed().post("/drill-plans", plan(workplace, past, true)).expect(400);
    Map<String, Object> yearly = Map.of("everyMonths", 12);
    assertThat(
            carla
                .put("/workplaces/" + workplace + "/drill-rhythm", yearly)
                .expect(200)
                .json()
                .path("everyMonths")
                .asInt())
        .isEqualTo(12);
  }

  @Test
  void whoWorksAtAWorkplaceSeesHowToGetHomeFromThere() {
    TestTown town = SERVER.town("transport");
    ApiClient carla = SERVER.signedIn(town, "carla");
    ApiClient anna = SERVER.signedIn(town, "anna");
    String workplace = workplace(carla, town);
    Reply taxi = carla.keyed().post("/transports", taxi(town, workplace)).expect(201);
    assertThat(taxi.at("/workplaceName")).isEqualTo("Balie stadhuis");
    assertThat(anna.get("/me/transports").expect(200).json().path("items")).isEmpty();
    Map<String, Object> shift = Map.of("shape", "shift", "workplaceId", workplace);
    anna.keyed().post("/watches", shift).expect(201);
    Reply mine = anna.get("/me/transports").expect(200);
    assertThat(mine.at("/items/0/terms/carrier")).isEqualTo("Taxi Jansen");
    assertThat(mine.json().path("items").path(0).path("today").asBoolean()).isTrue();
    var wrong = new HashMap<>(taxi(town, workplace));
    wrong.remove("carrier");
    assertThat(carla.keyed().post("/transports", wrong).expect(400).text()).contains("/carrier");
    anna.keyed().post("/transports", taxi(town, workplace)).expect(403);
    carla.delete("/transports/" + taxi.at("/id")).expect(204);
    assertThat(anna.get("/me/transports").expect(200).json().path("items")).isEmpty();
  }

  private static Map<String, Object> plan(String workplace, String at, boolean announced) {
    return Map.of("workplaceId", workplace, "plannedAt", at, "announced", announced);
  }

  private static Map<String, Object> taxi(TestTown town, String workplace) {
    return Map.of(
        "teamId",
        town.team().value(),
        "workplaceId",
        workplace,
        "means",
        "taxi",
        "carrier",
        "Taxi Jansen",
        "phone",
        "0101234567",
        "homeAt",
        "23:30",
        "travelMinutes",
        25,
        "days",
        List.of(1, 2, 3, 4, 5, 6, 7));
  }

  private static String workplace(ApiClient carla, TestTown town) {
    var made = new HashMap<>(WorkplaceJourneyTest.counter(town));
    made.putAll(
        Map.of(
            "safeRoom", "Kamer 1.02",
            "keyHolder", "Beheer, 010 123",
            "howHelpGetsIn", "Achterdeur, code bij de portier."));
    return carla.keyed().post("/workplaces", made).expect(201).at("/id");
  }
}
