package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/**
 * Getting ready for a visit, as phones and desks do it: rows V3, V7, V9, H1, H2, H4, H13 to H16.
 */
class PreparationJourneyTest extends PreparingTown {
  @Test
  void v3AndH1TheMeasuresFollowFromTheAnswersAndSayWhy() {
    String visit = visit();
    Reply before = preparation(visit);
    assertThat(before.at("/riskClass")).isEqualTo("normal");
    assertThat(before.json().path("estimate").isNull()).isTrue();
    Reply after = estimate(visit, "D2", "P3");
    assertThat(after.at("/riskClass")).isEqualTo("raised");
    assertThat(after.at("/estimate/wayOut")).isEqualTo("achterdeur");
    assertThat(after.text()).contains("\"reasons\":[\"D2\",\"P3\"]");
    assertThat(missing(after)).contains("BEL", "ACHT", "INFO", "TERUG", "CODE", "PAK");
    assertThat(preparation(visit).text()).isEqualTo(after.text());
    // The next visit to the same place begins with these answers.
    assertThat(preparation(visit()).json().at("/suggestion/factors").size()).isEqualTo(2);
    // Whoever does not go may look, and that is journalled; a worker elsewhere may not.
    bram.get("/visits/" + visit + "/preparation").expect(200);
    assertThat(journalled("visit.preparation-seen")).isEqualTo(1);
  }

  @Test
  void h4EachMeasureOfARiskVisitHasItsOwnProof() {
    String visit = visit();
    estimate(visit, "D2", "P3");
    proveTheOrdinary(visit);
    assertThat(missing(preparation(visit))).containsExactly("ACHT");
    ask(anna, visit, "ACHT", town.bram().id().value()).expect(200);
    assertThat(notices("standby-asked")).containsExactly(town.bram().id().toString());
    Reply asked = bram.get("/measure-requests").expect(200);
    assertThat(asked.at("/items/0/visitId")).isEqualTo(visit);
    assertThat(asked.at("/items/0/workerName")).isEqualTo("anna");
    answer(carla, visit, "ACHT", true).expect(409);
    Reply accepted = answer(bram, visit, "ACHT", true).expect(200);
    assertThat(ready(accepted)).isTrue();
    assertThat(state(accepted, "ACHT")).isEqualTo("proven");
    assertThat(bram.get("/measure-requests").json().at("/items/0/accepted").asBoolean()).isTrue();
    // Somebody else heard that the resident is angry: the class rises and so do the demands.
    Reply tense =
        prove(
                anna,
                visit,
                "BEL",
                Map.of(
                    "kind",
                    "phoned",
                    "phonedAt",
                    SERVER.now().minusSeconds(60),
                    "outcome",
                    "tense"))
            .expect(200);
    assertThat(tense.at("/riskClass")).isEqualTo("high");
    assertThat(missing(tense)).containsExactly("DUO", "LEID");
    assertThat(notices("worker-not-ready")).isEmpty();
    assertThat(notices("supervisor-not-ready")).containsExactly(town.carla().id().toString());
    assertThat(notices("approval-asked")).containsExactly(town.carla().id().toString());
  }

  @Test
  void whatWasTakenAndWaivedBeforeStandsInTheIncident() {
    String visit = visit();
    estimate(visit, "D2", "P3");
    proveTheOrdinary(visit);
    String first = missing(preparation(visit)).getFirst();
    carla
        .keyed()
        .post("/visits/" + visit + "/measures/" + first + "/waivers", Map.of("reason", "besproken"))
        .expect(200);
    String watch =
        anna.keyed()
            .post("/watches", Map.of("shape", "visit", "visitId", visit))
            .expect(201)
            .at("/id");
    Reply incident =
        anna.keyed()
            .post("/incidents", Map.of("kind", "aggression", "what", "Een duw.", "watchId", watch))
            .expect(201);
    assertThat(incident.json().at("/facts/measuresDone").toString()).contains("BEL", "PAK");
    assertThat(incident.json().at("/facts/measuresWaived").toString()).contains(first);
    assertThat(carla.get("/incident-table?scope=team").expect(200).text())
        .contains("Eerst bellen, ");
  }

  @Test
  void h4TheClientComesToTheOfficeInstead() {
    String visit = visit();
    prove(
            anna,
            visit,
            "KANTOOR",
            Map.of("kind", "office", "address", "Stadhuis, Plein 1", "room", "kamer 1.12"))
        .expect(200);
    Reply moved = anna.get("/visits/" + visit).expect(200);
    assertThat(moved.at("/place/address")).isEqualTo("Stadhuis, Plein 1");
    assertThat(moved.at("/place/floor")).isEqualTo("kamer 1.12");
  }

  @Test
  void h13ARiskyVisitLiesInOfficeHours() {
    String visit = visit();
    Reply evening = estimate(visit, "P2", "T1");
    assertThat(missing(evening)).contains("DAG");
    prove(anna, visit, "DAG", Map.of("kind", "ticked")).expect(409);
    Reply daytime = estimate(visit, "P2");
    assertThat(missing(daytime)).doesNotContain("DAG");
    assertThat(state(daytime, "DAG")).isEqualTo("proven");
  }

  @Test
  void h15AVeryRiskyVisitAsksThePoliceAndAnEscortThatCancelsUndoesIt() {
    String visit = visit();
    Reply risky = estimate(visit, "P1", "D2", "D5", "P3");
    assertThat(risky.at("/riskClass")).isEqualTo("very-high");
    assertThat(missing(risky)).contains("POLVOOR", "POLMEE");
    Instant before = SERVER.now().minusSeconds(600);
    prove(
            anna,
            visit,
            "POLVOOR",
            Map.of("kind", "police-told", "name", "J. de Boer", "toldAt", before))
        .expect(400);
    prove(
            anna,
            visit,
            "POLVOOR",
            Map.of(
                "kind",
                "police-told",
                "name",
                "J. de Boer",
                "toldAt",
                before,
                "reference",
                "PL-2026-1"))
        .expect(200);
    Reply escorted =
        prove(
                anna,
                visit,
                "POLMEE",
                Map.of("kind", "escort", "confirmedBy", "J. de Boer", "confirmedAt", before))
            .expect(200);
    assertThat(missing(escorted)).doesNotContain("POLVOOR", "POLMEE");
    waiveTheRest(visit);
    assertThat(ready(preparation(visit))).isTrue();
    Reply gone =
        anna.keyed()
            .post(
                "/visits/" + visit + "/measures/POLMEE/withdrawals",
                Map.of("reason", "spoed elders"))
            .expect(200);
    assertThat(ready(gone)).isFalse();
    assertThat(missing(gone)).containsExactly("POLMEE");
    assertThat(notices("supervisor-not-ready")).hasSize(1);
    // Plan B: one of the alternatives will do.
    prove(
            anna,
            visit,
            "KANTOOR",
            Map.of("kind", "office", "address", "Stadhuis, Plein 1", "room", "1.12"))
        .expect(200);
    assertThat(ready(preparation(visit))).isTrue();
  }

  @Test
  void h16OutsideOfficeHoursSomebodyCanBeReached() {
    String visit = visit();
    assertThat(missing(estimate(visit, "T1"))).contains("BEREIK");
    agree(start, Duration.ofMinutes(30)).expect(201);
    assertThat(missing(preparation(visit))).contains("BEREIK");
    Reply agreed = agree(start, Duration.ofHours(2)).expect(201);
    assertThat(missing(preparation(visit))).doesNotContain("BEREIK");
    anna.delete("/reachability-agreements/" + agreed.at("/id")).expect(204);
    assertThat(missing(preparation(visit))).contains("BEREIK");
  }

  private Reply agree(Instant from, Duration length) {
    return anna.keyed()
        .post(
            "/reachability-agreements",
            Map.of(
                "contactName",
                "Bram",
                "phone",
                "+31612345678",
                "from",
                from,
                "until",
                from.plus(length)));
  }

  @Test
  void theSupervisorApprovesButNeverAnOwnVisit() {
    String visit = visit();
    estimate(visit, "P2");
    prove(anna, visit, "LEID", Map.of("kind", "approved")).expect(403);
    assertThat(state(prove(carla, visit, "LEID", Map.of("kind", "approved")).expect(200), "LEID"))
        .isEqualTo("proven");
  }

  @Test
  void v7TheSupervisorSeesWhichVisitsAreNotReady() {
    String visit = visit();
    estimate(visit, "P2");
    Reply unready = carla.get("/unready-visits").expect(200);
    assertThat(unready.at("/items/0/visitId")).isEqualTo(visit);
    assertThat(unready.at("/items/0/riskClass")).isEqualTo("high");
    assertThat(unready.text()).contains("DUO", "LEID").doesNotContain("Dorpsstraat");
    anna.get("/unready-visits").expect(403);
    waiveTheRest(visit);
    assertThat(carla.get("/unready-visits").json().path("items").size()).isZero();
  }

  @Test
  void theSameActSentTwiceCountsOnce() {
    String visit = visit();
    ApiClient once = anna.keyed();
    String path = "/visits/" + visit + "/measures/PAK/proofs";
    Reply first = once.post(path, Map.of("kind", "ticked")).expect(200);
    assertThat(once.post(path, Map.of("kind", "ticked")).expect(200).text())
        .isEqualTo(first.text());
    assertThat(journalled("visit.measure-proven")).isEqualTo(1);
  }

  @Test
  void v9AndH2CardsListsAndRiskyMomentsAreShippedAndTheOrganisationsOwn() {
    Reply shipped = anna.get("/guidance").expect(200);
    assertThat(shipped.json().path("version").asInt()).isZero();
    assertThat(shipped.json().at("/guidance/cards").size()).isEqualTo(5);
    assertThat(shipped.json().at("/guidance/riskyMoments").size()).isEqualTo(8);
    assertThat(shipped.text()).contains("Gevaarlijke hond", "Dangerous dog");
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    String own = shipped.text().replace("Gevaarlijke hond", "Hond los");
    anna.send("PUT", "/guidance", "application/json", own).expect(403);
    Reply changed = beheer.send("PUT", "/guidance", "application/json", own).expect(200);
    assertThat(changed.json().path("version").asInt()).isEqualTo(1);
    // Written on version 0, which somebody else has changed meanwhile.
    beheer.send("PUT", "/guidance", "application/json", own).expect(409);
    assertThat(anna.get("/guidance").text()).contains("Hond los").doesNotContain("Gevaarlijke");
    ApiClient elsewhere = SERVER.signedIn(SERVER.town("prep-" + UUID.randomUUID()), "anna");
    assertThat(elsewhere.get("/guidance").text()).contains("Gevaarlijke hond");
  }
}
