package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** Neighbourhood boundaries and hot spots over the API. */
class AreaApiTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final String GEO_JSON = "application/geo+json";
  private static final Map<String, Object> QUIET = Map.of("reason", "Het is er weer rustig.");
  private static final String SQUARE =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"buurtcode": "BU0363AD07", "buurtnaam": "Het Plein", "water": "NEE"},
        "geometry": {"type": "Polygon", "coordinates":
          [[[4.0, 52.0], [4.1, 52.0], [4.1, 52.1], [4.0, 52.1], [4.0, 52.0]]]}}]}
      """;

  @Test
  void theAdministratorLoadsBoundariesAndAPointIsFound() {
    PlaceTown town = PlaceTown.make(SERVER, "boundaries");
    Map<String, Object> point = Map.of("latitude", 52.05, "longitude", 4.05);
    assertThat(town.carla().post("/neighbourhood-searches", point).expect(201).text())
        .isEqualTo("{\"neighbourhood\":null}");
    ApiClient beheer = town.signedIn("beheer");
    Reply loaded = beheer.send("PUT", "/neighbourhood-boundaries", GEO_JSON, SQUARE).expect(200);
    assertThat(loaded.json().path("areas").asInt()).isEqualTo(1);
    assertThat(town.carla().post("/neighbourhood-searches", point).at("/neighbourhood/name"))
        .isEqualTo("Het Plein");
    Reply list = town.carla().get("/neighbourhoods?pageSize=1").expect(200);
    assertThat(list.at("/items/0/code")).isEqualTo("BU0363AD07");
    Reply place =
        town.carla()
            .post(
                "/places",
                Map.of(
                    "address",
                    Map.of("text", PlaceTown.ADDRESS, "latitude", 52.05, "longitude", 4.05)))
            .expect(201);
    assertThat(place.at("/address/neighbourhoodCode")).isEqualTo("BU0363AD07");
  }

  @Test
  void everyNeighbourhoodCanBeDrawnPageByPage() {
    PlaceTown town = PlaceTown.make(SERVER, "drawn");
    ApiClient carla = town.carla();
    String path = "/neighbourhood-boundaries";
    assertThat(carla.get(path).expect(200).json().path("loadedAt").isNull()).isTrue();
    String two = SQUARE.replace("]}}]}", "]}}, " + circle(1) + "]}");
    town.signedIn("beheer").send("PUT", path, GEO_JSON, two).expect(200);
    Reply first = carla.get(path + "?pageSize=1").expect(200);
    assertThat(first.json().path("areas").asInt()).isEqualTo(2);
    assertThat(first.at("/items/0/neighbourhood/code")).isEqualTo("BU03630001");
    Reply second = carla.get(path + "?pageSize=1&after=BU03630001").expect(200);
    assertThat(second.at("/items/0/neighbourhood/name")).isEqualTo("Het Plein");
    assertThat(second.json().at("/items/0/outlines/0").size()).isEqualTo(5);
    assertThat(second.json().at("/_links/next").isMissingNode()).isTrue();
  }

  @Test
  void aWrongFileIsRefusedWithAClearMessageAndChangesNothing() {
    PlaceTown town = PlaceTown.make(SERVER, "wrong-file");
    ApiClient beheer = town.signedIn("beheer");
    beheer.send("PUT", "/neighbourhood-boundaries", GEO_JSON, SQUARE).expect(200);
    String metres = SQUARE.replace("4.0, 52.0", "133230.7, 448750.1");
    Reply refused = beheer.send("PUT", "/neighbourhood-boundaries", GEO_JSON, metres).expect(400);
    assertThat(refused.at("/errors/0/code")).isEqualTo("rd-coordinates");
    assertThat(refused.at("/detail")).contains("EPSG:28992");
    beheer.send("PUT", "/neighbourhood-boundaries", "text/plain", SQUARE).expect(415);
    beheer.send("PUT", "/neighbourhood-boundaries", GEO_JSON, "{").expect(400);
    town.carla().send("PUT", "/neighbourhood-boundaries", GEO_JSON, SQUARE).expect(403);
    assertThat(town.carla().get("/neighbourhoods").at("/items/0/name")).isEqualTo("Het Plein");
  }

  @Test
  void aFileOfMegabytesIsReadAsItComes() {
    PlaceTown town = PlaceTown.make(SERVER, "large-file");
    var file = new StringBuilder("{\"type\": \"FeatureCollection\", \"features\": [");
    for (int i = 0; i < 600; i++) {
      file.append(i == 0 ? "" : ",").append(circle(i));
    }
    String text = file.append("]}").toString();
    assertThat(text.length()).isGreaterThan(3_000_000);
    Reply loaded =
        town.signedIn("beheer")
            .send("PUT", "/neighbourhood-boundaries", GEO_JSON, text)
            .expect(200);
    assertThat(loaded.json().path("areas").asInt()).isEqualTo(600);
    Map<String, Object> point = Map.of("latitude", 51.0, "longitude", 4.0 + 599 * 0.005);
    assertThat(town.carla().post("/neighbourhood-searches", point).at("/neighbourhood/code"))
        .isEqualTo("BU03630599");
  }

  @Test
  void aHotSpotIsNamedShownWhereItAppliesAndEnded() {
    PlaceTown town = PlaceTown.make(SERVER, "hot-spot");
    town.signedIn("beheer").send("PUT", "/neighbourhood-boundaries", GEO_JSON, SQUARE).expect(200);
    Map<String, Object> wish = new HashMap<>();
    wish.put("neighbourhoodCode", "BU0363AD07");
    wish.put("reason", "Drie keer bedreigd in een maand.");
    wish.put("endsOn", town.yesterday().plusMonths(6).toString());
    Reply spot = town.carla().keyed().post("/hot-spots", wish).expect(201);
    assertThat(spot.at("/area/name")).isEqualTo("Het Plein");
    assertThat(spot.json().at("/outlines/0").size()).isEqualTo(5);
    Map<String, Object> street =
        Map.of(
            "street",
            "Dorpsstraat",
            "town",
            "Voorbeeldstad",
            "reason",
            "Veel onrust.",
            "endsOn",
            town.yesterday().plusMonths(1).toString());
    town.dirk().keyed().post("/hot-spots", street).expect(201);
    Reply place = town.carla().get("/places/" + town.place()).expect(200);
    assertThat(place.json().path("hotSpots").size()).isEqualTo(1);
    ApiClient anna = town.signedIn("anna");
    assertThat(anna.get("/hot-spots").expect(200).json().path("items").size()).isEqualTo(2);
    anna.keyed().post("/hot-spots", street).expect(403);
    String endings = "/hot-spots/" + spot.at("/id") + "/endings";
    anna.post(endings, QUIET).expect(403);
    town.dirk().post(endings, Map.of("reason", " ")).expect(400);
    town.dirk().post(endings, QUIET).expect(204);
    town.dirk().post(endings, QUIET).expect(404);
    assertThat(anna.get("/hot-spots").json().path("items").size()).isEqualTo(1);
  }

  @Test
  void aHotSpotHasOneAreaAReasonAndAnEndWithinAYear() {
    PlaceTown town = PlaceTown.make(SERVER, "hot-spot-wrong");
    String soon = town.yesterday().plusMonths(1).toString();
    for (Map<String, Object> wrong :
        java.util.List.<Map<String, Object>>of(
            Map.of("reason", "x", "endsOn", soon),
            Map.of("street", "Dorpsstraat", "reason", "x", "endsOn", soon),
            Map.of(
                "street",
                "D",
                "town",
                "V",
                "neighbourhoodCode",
                "BU0363AD07",
                "reason",
                "x",
                "endsOn",
                soon),
            Map.of("neighbourhoodCode", "BU1", "reason", "x", "endsOn", soon),
            Map.of("neighbourhoodCode", "BU0363AD07", "reason", " ", "endsOn", soon),
            Map.of(
                "neighbourhoodCode",
                "BU0363AD07",
                "reason",
                "x",
                "endsOn",
                town.yesterday().toString()),
            Map.of(
                "neighbourhoodCode",
                "BU0363AD07",
                "reason",
                "x",
                "endsOn",
                town.yesterday().plusMonths(14).toString()))) {
      town.carla().keyed().post("/hot-spots", wrong).expect(400);
    }
  }

  @Test
  void anotherOrganisationHasItsOwn() {
    PlaceTown ours = PlaceTown.make(SERVER, "area-ours");
    PlaceTown theirs = PlaceTown.make(SERVER, "area-theirs");
    theirs
        .signedIn("beheer")
        .send("PUT", "/neighbourhood-boundaries", GEO_JSON, SQUARE)
        .expect(200);
    Map<String, Object> point = Map.of("latitude", 52.05, "longitude", 4.05);
    assertThat(ours.carla().post("/neighbourhood-searches", point).text()).contains("null");
    assertThat(ours.carla().get("/neighbourhoods").json().path("items").size()).isZero();
    assertThat(ours.carla().get("/neighbourhood-boundaries").json().path("areas").asInt()).isZero();
    ours.carla().post("/hot-spots/" + UUID.randomUUID() + "/endings", QUIET).expect(404);
  }

  /** A neighbourhood of many corners, each one further east. */
  private static String circle(int number) {
    var ring = new StringBuilder("[");
    double east = 4.0 + number * 0.005;
    for (int i = 0; i <= 200; i++) {
      double angle = 2 * Math.PI * (i % 200) / 200;
      ring.append(i == 0 ? "" : ",")
          .append('[')
          .append(east + 0.001 * Math.cos(angle))
          .append(',')
          .append(51.0 + 0.001 * Math.sin(angle))
          .append(']');
    }
    return "{\"type\": \"Feature\", \"properties\": {\"buurtcode\": \"BU0363%04d\"}, "
            .formatted(number)
        + "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": ["
        + ring
        + "]]}}";
  }
}
