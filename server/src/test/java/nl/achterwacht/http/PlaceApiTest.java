package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Places over the API, all by hand: no look-up service is there. */
class PlaceApiTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void withoutTheRegisterEverythingGoesByHand() {
    PlaceTown town = PlaceTown.make(SERVER, "by-hand");
    Reply search = town.carla().post("/address-searches", Map.of("text", "dorps")).expect(201);
    assertThat(search.json().path("available").asBoolean(true)).isFalse();
    String place = town.place();
    Reply again =
        town.carla()
            .post(
                "/places",
                Map.of("address", Map.of("text", "dorpsstraat 12 1011 ab voorbeeldstad")))
            .expect(201);
    assertThat(again.at("/id")).isEqualTo(place);
    assertThat(again.at("/address/street")).isEqualTo("Dorpsstraat");
    assertThat(again.at("/address/postcode")).isEqualTo("1011AB");
    Reply found = town.carla().post("/place-searches", Map.of("text", "dorpsstr")).expect(201);
    assertThat(found.at("/items/0/id")).isEqualTo(place);
  }

  @Test
  void whatIsKnownOfGettingInAndOutIsKept() {
    PlaceTown town = PlaceTown.make(SERVER, "notes");
    Reply read = town.carla().get("/places/" + town.place()).expect(200);
    Map<String, Object> change = new HashMap<>();
    change.put("version", read.json().path("version").asInt());
    change.put("address", Map.of("text", PlaceTown.ADDRESS));
    change.put("notes", Map.of("floor", "3 hoog", "secondExit", "Brandtrap achter."));
    String path = "/places/" + read.at("/id");
    ApiClient carla = town.carla().keyed();
    Reply changed = carla.put(path, change).expect(200);
    // Whoever heard nothing sends it again: it is no change by somebody else.
    assertThat(carla.put(path, change).expect(200).text()).isEqualTo(changed.text());
    assertThat(changed.at("/notes/secondExit")).isEqualTo("Brandtrap achter.");
    Reply late = town.dirk().put(path, change).expect(409);
    assertThat(late.at("/errors/0/code")).isEqualTo("changed-meanwhile");
    Reply forAnna =
        town.signedIn("anna").get("/visits/" + town.visitOfAnna(2) + "/place").expect(200);
    assertThat(forAnna.at("/place/notes/floor")).isEqualTo("3 hoog");
    assertThat(forAnna.json().at("/floorCoverage/visits").asInt(-1)).isZero();
  }

  @Test
  void whatCannotBeAnAddressIsRefusedWithItsPlace() {
    PlaceTown town = PlaceTown.make(SERVER, "no-address");
    Reply wrong =
        town.carla()
            .post(
                "/places",
                Map.of(
                    "address",
                    Map.of(
                        "text",
                        "Straat 1",
                        "postcode",
                        "1234SS",
                        "addressId",
                        "0356010000012345",
                        "houseLetter",
                        "a")))
            .expect(400);
    assertThat(wrong.text())
        .contains("/address/postcode", "/address/addressId", "/address/houseNumber");
    Map<String, Object> half = Map.of("address", Map.of("text", "Straat 1", "latitude", 52));
    town.carla().post("/places", half).expect(400);
  }

  @Test
  void aVisitToAnAddressNobodyKnowsHasNoPlace() {
    PlaceTown town = PlaceTown.make(SERVER, "unknown-place");
    town.signedIn("anna").get("/visits/" + town.visitOfAnna(2) + "/place").expect(404);
  }

  @Test
  void aWorkerAsksOnlyByVisit() {
    PlaceTown town = PlaceTown.make(SERVER, "worker-asks");
    ApiClient anna = town.signedIn("anna");
    anna.post("/places", Map.of("address", Map.of("text", "Straat 1"))).expect(403);
    anna.post("/place-searches", Map.of("text", "straat")).expect(403);
    anna.post("/address-searches", Map.of("text", "straat")).expect(201);
  }

  @Test
  void theHandlerSeesWhatCouldExplainASilence() {
    PlaceTown town = PlaceTown.make(SERVER, "silence");
    ApiClient anna = town.signedIn("anna");
    String place = town.place();
    remember(town, place, 4, 1);
    String visit = town.visitOfAnna(0);
    Reply watch =
        anna.keyed().post("/watches", Map.of("shape", "visit", "visitId", visit)).expect(201);
    String path = "/watches/" + watch.at("/id");
    anna.keyed()
        .post(
            path + "/signs-of-life",
            Map.of("made", Map.of("batteryPercent", 9, "madeAt", SERVER.now().toString())))
        .expect(200);
    Reply panic = anna.keyed().post(path + "/panics", Map.of()).expect(201);
    ApiClient bram = town.signedIn("bram");
    Reply why = bram.get("/alarms/" + panic.at("/alarmId") + "/silence-evidence").expect(200);
    assertThat(fact(why, "coverage").path("text").asString(""))
        .isEqualTo("Bij 4 van de 5 bezoeken hier was de telefoon niet te horen.");
    assertThat(fact(why, "coverage").path("explains").asBoolean()).isTrue();
    assertThat(fact(why, "battery").path("text").asString("")).contains("9%");
    assertThat(fact(why, "no-position").path("explains").asBoolean(true)).isFalse();
    assertThat(bram.get("/alarms/" + panic.at("/alarmId")).expect(200).at("/alarm/id"))
        .isEqualTo(panic.at("/alarmId"));
    anna.get("/alarms/" + panic.at("/alarmId") + "/silence-evidence").expect(403);
  }

  private static JsonNode fact(Reply why, String kind) {
    for (JsonNode fact : why.json().path("items")) {
      if (fact.path("kind").asString("").equals(kind)) {
        return fact;
      }
    }
    throw new AssertionError(kind + " is not in " + why.text());
  }

  /** So many visits that were silent, and so many that were heard. */
  private static void remember(PlaceTown town, String place, int silent, int heard) {
    SERVER
        .database()
        .inTransaction(tx ->
            tx.sql(
                    """
                    insert into place.visited
                           (organisation_id, visit_id, place_id, floor, visited_at, heard,
                            departures, panics)
                    select :town, gen_random_uuid(), :place::uuid, '2 hoog', :at,
                           case when n <= :silent then 'silent' else 'heard' end, 0, 0
                      from generate_series(1, :all) n
                    """)
                .param("town", town.town().id().value())
                .param("place", place)
                .param(
                    "at",
                    SERVER.now().minus(Duration.ofDays(30)).atOffset(java.time.ZoneOffset.UTC))
                .param("silent", silent)
                .param("all", silent + heard)
                .update());
  }
}
