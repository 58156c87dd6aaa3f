package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** Two people on one visit, and a watch that starts whatever is missing: row H14. */
class CompanionJourneyTest extends PreparingTown {
  @Test
  void h14ARiskyVisitIsMadeInPairsUnderOneWatchEach() {
    String visit = visit();
    estimate(visit, "P2");
    ask(anna, visit, "DUO", town.bram().id().value()).expect(400);
    ask(anna, visit, "DUO", town.anna().id().value()).expect(409);
    ask(anna, visit, "DUO", town.carla().id().value()).expect(200);
    assertThat(notices("companion-asked")).containsExactly(town.carla().id().toString());
    assertThat(missing(preparation(visit))).contains("DUO");
    Reply accepted = answer(carla, visit, "DUO", true).expect(200);
    assertThat(missing(accepted)).doesNotContain("DUO");
    assertThat(accepted.at("/companion/name")).isEqualTo("carla");
    String theirs = accepted.at("/companion/watchId");
    assertThat(carla.get("/measure-requests").at("/items/0/watchId")).isEqualTo(theirs);

    // Each starts an own watch of the same visit; one view shows both.
    Map<String, Object> starting = Map.of("shape", "visit", "visitId", visit);
    Reply annas = anna.keyed().post("/watches", starting).expect(201);
    Reply carlas = carla.keyed().post("/watches", starting).expect(201);
    assertThat(carlas.at("/id")).isEqualTo(theirs).isNotEqualTo(annas.at("/id"));
    Reply both = carla.get("/visits/" + visit + "/preparation").expect(200);
    assertThat(both.at("/worker/watchState")).isEqualTo("running");
    assertThat(both.at("/companion/watchState")).isEqualTo("running");
    assertThat(both.at("/companion/leg")).isEqualTo("out");

    // When one arrives, the other sees when.
    carla.keyed().post("/watches/" + theirs + "/legs", Map.of("leg", "on-site")).expect(200);
    Reply arrived = anna.get("/visits/" + visit + "/preparation").expect(200);
    assertThat(arrived.at("/companion/leg")).isEqualTo("on-site");
    assertThat(arrived.at("/companion/arrivedAt")).isNotBlank();

    // When one calls for help aloud the other hears it without a sound; of a silent call never.
    String panics = "/watches/" + annas.at("/id") + "/panics";
    anna.keyed().post(panics, Map.of("silent", true)).expect(201);
    assertThat(notices("companion-help")).isEmpty();
    assertThat(carla.get("/visits/" + visit + "/preparation").at("/worker/watchState"))
        .isEqualTo("running");
    anna.keyed().post(panics, Map.of()).expect(201);
    assertThat(notices("companion-help")).containsExactly(town.carla().id().toString());
  }

  @Test
  void h14TheOrganisationDecidesWhetherACompanionHears() {
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    assertThat(anna.get("/companion-setting").at("/companionTold")).isEqualTo("silently");
    anna.put("/companion-setting", Map.of("companionTold", "not-at-all")).expect(403);
    beheer.put("/companion-setting", Map.of("companionTold", "not-at-all")).expect(200);
    String visit = visit();
    ask(anna, visit, "DUO", town.carla().id().value()).expect(200);
    answer(carla, visit, "DUO", true).expect(200);
    Map<String, Object> starting = Map.of("shape", "visit", "visitId", visit);
    Reply watch = anna.keyed().post("/watches", starting).expect(201);
    anna.keyed().post("/watches/" + watch.at("/id") + "/panics", Map.of()).expect(201);
    assertThat(notices("companion-help")).isEmpty();
    String preparation = "/visits/" + visit + "/preparation";
    assertThat(carla.get(preparation).at("/worker/watchState")).isEqualTo("running");
    assertThat(anna.get(preparation).at("/worker/watchState")).isEqualTo("running");
    ApiClient bram = SERVER.signedIn(town, "bram");
    assertThat(bram.get(preparation).at("/worker/watchState")).isEqualTo("alarmed");
  }

  @Test
  void h14ABareWatchCanAlwaysBeStartedAndTheSupervisorIsTold() {
    String visit = visit();
    estimate(visit, "P2");
    Map<String, Object> starting = Map.of("shape", "visit", "visitId", visit);
    anna.keyed().post("/watches", starting).expect(201);
    assertThat(notices("started-unready")).containsExactly(town.carla().id().toString());
    assertThat(journalled("visit.started-unready")).isEqualTo(1);
  }
}
