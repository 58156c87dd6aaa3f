package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.travel.FakeRdw;
import org.junit.jupiter.api.Test;

/** People keep their own vehicles; colleagues see them where they need them. */
class VehiclesTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aVehicleIsAddedChangedAndTakenOffTheList() {
    TestTown town = SERVER.town("vehicles");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply car =
        anna.keyed()
            .post(
                "/me/vehicles",
                Map.of("kind", "car", "plate", "gbb 01b", "brand", "Renault", "colour", "blauw"))
            .expect(201);
    assertThat(car.at("/plate")).isEqualTo("GBB-01-B");
    assertThat(car.at("/description")).isEqualTo("Renault, blauw");
    assertThat(car.json().path("plateWarnings")).isEmpty();
    Reply foreign =
        anna.put(
                "/me/vehicles/" + car.at("/id"),
                Map.of("kind", "car", "plate", "B-KL 1234", "description", "Huurauto"))
            .expect(200);
    assertThat(foreign.at("/plate")).isEqualTo("B-KL 1234");
    assertThat(foreign.at("/plateWarnings/0")).isEqualTo("unknown-pattern");
    assertThat(anna.get("/me/vehicles").expect(200).json().path("items")).hasSize(2);
    assertThat(anna.get("/me").json().path("vehicles")).hasSize(2);

    anna.delete("/me/vehicles/" + car.at("/id")).expect(204);
    anna.delete("/me/vehicles/" + car.at("/id")).expect(404);
    assertThat(anna.get("/me").json().path("vehicles")).hasSize(1);
    assertThat(
            anna.keyed()
                .post(
                    "/visits",
                    Map.of(
                        "place",
                        Map.of("address", "Dorpsstraat 12"),
                        "plannedStartAt",
                        SERVER.now().plusSeconds(3600).toString(),
                        "plannedEndAt",
                        SERVER.now().plusSeconds(7200).toString(),
                        "vehicleId",
                        car.at("/id")))
                .expect(400)
                .at("/errors/0/location"))
        .isEqualTo("/vehicleId");
  }

  @Test
  void aVehicleOfAColleagueIsNotMine() {
    TestTown town = SERVER.town("vehicles-of-others");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String bike = "/me/vehicles/" + town.bike();
    carla.put(bike, Map.of("kind", "car", "description", "Nu van mij")).expect(404);
    carla.delete(bike).expect(404);
    carla.delete("/me/vehicles/" + UUID.randomUUID()).expect(404);
    assertThat(carla.get("/me/vehicles").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void theBoardGoesOnNamingAVehicleThatWasTakenOffTheList() {
    TestTown town = SERVER.town("vehicles-on-board");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply car =
        anna.keyed()
            .post("/me/vehicles", Map.of("kind", "car", "plate", "3TKZ08", "brand", "Fiat"))
            .expect(201);
    anna.keyed()
        .post(
            "/watches",
            Map.of(
                "shape",
                "visit",
                "expectedEndAt",
                SERVER.now().plusSeconds(3600).toString(),
                "travelMode",
                "car",
                "vehicleId",
                car.at("/id")))
        .expect(201);
    anna.delete("/me/vehicles/" + car.at("/id")).expect(204);
    Reply board = SERVER.signedIn(town, "bram").get("/board").expect(200);
    assertThat(board.at("/watches/0/vehicle")).isEqualTo("Fiat, 3-TKZ-08");
  }

  @Test
  void aPlannedVisitIsStartedInWhatTheWorkerTookInTheEnd() {
    TestTown town = SERVER.town("other-vehicle");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply visit =
        anna.keyed()
            .post(
                "/visits",
                Map.of(
                    "place",
                    Map.of("address", "Dorpsstraat 12"),
                    "plannedStartAt",
                    SERVER.now().plusSeconds(60).toString(),
                    "plannedEndAt",
                    SERVER.now().plusSeconds(3600).toString(),
                    "travelMode",
                    "walking"))
            .expect(201);
    anna.keyed()
        .post(
            "/watches",
            Map.of(
                "shape",
                "visit",
                "visitId",
                visit.at("/id"),
                "travelMode",
                "bicycle",
                "vehicleId",
                town.bike()))
        .expect(201);
    Reply board = SERVER.signedIn(town, "bram").get("/board").expect(200);
    assertThat(board.at("/watches/0/travelMode")).isEqualTo("bicycle");
    assertThat(board.at("/watches/0/vehicle")).isEqualTo("Blauwe fiets");
  }

  @Test
  void aPlateIsReadWithoutAskingAnybodyUntilTheOperatorTurnsThatOn() {
    ApiClient anna = SERVER.signedIn(SERVER.town("plates"), "anna");
    Reply van = anna.keyed().post("/me/plate-checks", Map.of("plate", "vb12ob")).expect(200);
    assertThat(van.at("/plate")).isEqualTo("VB-12-OB");
    assertThat(van.at("/mark")).isEqualTo("dutch");
    assertThat(van.at("/sort")).isEqualTo("light-van");
    assertThat(van.at("/warnings/0")).isEqualTo("unusual-letter");
    assertThat(van.at("/register")).isEqualTo("not-asked");
    assertThat(van.json().path("found").isNull()).isTrue();
    SERVER.visitor().post("/me/plate-checks", Map.of("plate", "GBB01B")).expect(401);
  }

  @Test
  void turnedOnTheRegisterTellsMakeAndColour() {
    String fiat =
        """
        [{"kenteken":"3TKZ08","voertuigsoort":"Personenauto","merk":"FIAT",
          "handelsbenaming":"FIAT 500","eerste_kleur":"ZWART"}]
        """;
    try (var rdw = new FakeRdw(Map.of("3TKZ08", fiat));
        var server =
            TestServer.start(
                "--achterwacht.rdw.url=" + rdw.url(),
                "--achterwacht.also-allowed-targets=127.0.0.0/8,::1/128")) {
      ApiClient anna = server.signedIn(server.town("rdw"), "anna");
      Reply found = anna.post("/me/plate-checks", Map.of("plate", "3tkz08")).expect(200);
      assertThat(found.at("/register")).isEqualTo("found");
      assertThat(found.at("/found/brand")).isEqualTo("FIAT");
      assertThat(found.at("/found/model")).isEqualTo("500");
      assertThat(found.at("/found/colour")).isEqualTo("ZWART");
      Reply unknown = anna.post("/me/plate-checks", Map.of("plate", "GBB-99-B")).expect(200);
      assertThat(unknown.at("/register")).isEqualTo("unknown");
    }
  }
}
