package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** Getting ready for a visit, as phones and desks do it: rows V3, V9, H1, H4, H13 to H16. */
class PreparationJourneyTest {
  private static final TestServer SERVER = TestServer.shared();

  private final TestTown town = SERVER.town("prep-" + UUID.randomUUID());
  private final ApiClient anna = SERVER.signedIn(town, "anna");
  private final ApiClient bram = SERVER.signedIn(town, "bram");
  private final ApiClient carla = SERVER.signedIn(town, "carla");
  private final Instant start = SERVER.now().plus(Duration.ofHours(2));

  private String visit() {
    return anna.keyed()
        .post(
            "/visits",
            Map.of(
                "place", Map.of("address", "Dorpsstraat 12, Dorp"),
                "plannedStartAt", start,
                "plannedEndAt", start.plus(Duration.ofHours(1))))
        .expect(201)
        .at("/id");
  }

  private Reply estimate(String visit, String... factors) {
    return anna.keyed()
        .post(
            "/visits/" + visit + "/risk-estimates",
            Map.of(
                "factors",
                List.of(factors),
                "reaction",
                "tense",
                "wayOut",
                "achterdeur",
                "safeWordUsed",
                true,
                "callFirst",
                "Bram"))
        .expect(200);
  }

  private static Reply prove(ApiClient who, String visit, String measure, Map<String, ?> proof) {
    return who.keyed().post("/visits/" + visit + "/measures/" + measure + "/proofs", proof);
  }

  private static Reply ask(ApiClient who, String visit, String measure, Object person) {
    return who.keyed()
        .post(
            "/visits/" + visit + "/measures/" + measure + "/requests", Map.of("personId", person));
  }

  private static Reply answer(ApiClient who, String visit, String measure, boolean accepts) {
    return who.keyed()
        .post("/visits/" + visit + "/measures/" + measure + "/answers", Map.of("accepts", accepts));
  }

  private Reply preparation(String visit) {
    return anna.get("/visits/" + visit + "/preparation").expect(200);
  }

  private static List<String> missing(Reply preparation) {
    List<String> codes = new ArrayList<>();
    preparation.json().path("missing").forEach(code -> codes.add(code.asString()));
    return codes;
  }

  private static String state(Reply preparation, String measure) {
    for (var one : preparation.json().path("measures")) {
      if (one.path("measure").asString("").equals(measure)) {
        return one.path("state").asString("");
      }
    }
    return "none";
  }

  private static boolean ready(Reply preparation) {
    return preparation.json().path("ready").asBoolean();
  }

  private List<String> notices(String kind) {
    return SERVER
        .database()
        .inTransaction(tx ->
            tx.sql(
                    """
                    select person_id::text
                      from notify.notice
                     where organisation_id = :town
                       and kind = :kind
                    """)
                .param("town", town.id().value())
                .param("kind", kind)
                .query(String.class)
                .list());
  }

  private long journalled(String kind) {
    return SERVER
        .database()
        .inTransaction(tx ->
            tx.sql(
                    """
                    select count(*)
                      from journal.entry
                     where organisation_id = :town
                       and kind = :kind
                    """)
                .param("town", town.id().value())
                .param("kind", kind)
                .query(Long.class)
                .single());
  }

  /** All measures of a raised risk but those that rest on somebody else. */
  private void proveTheOrdinary(String visit) {
    Instant before = SERVER.now().minusSeconds(600);
    prove(anna, visit, "BEL", Map.of("kind", "phoned", "phonedAt", before, "outcome", "calm"))
        .expect(200);
    prove(anna, visit, "INFO", Map.of("kind", "informed", "askedOf", "wijkagent", "answered", true))
        .expect(200);
    prove(anna, visit, "CODE", Map.of("kind", "ticked")).expect(200);
    prove(anna, visit, "PAK", Map.of("kind", "ticked")).expect(200);
    prove(
            anna,
            visit,
            "TERUG",
            Map.of("kind", "call-back", "callAt", start.plus(Duration.ofMinutes(20))))
        .expect(200);
  }

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

  private void waiveTheRest(String visit) {
    for (String measure : missing(preparation(visit))) {
      String path = "/visits/" + visit + "/measures/" + measure + "/waivers";
      anna.keyed().post(path, Map.of("reason", "geen tijd")).expect(403);
      bram.keyed().post(path, Map.of("reason", "geen tijd")).expect(403);
      carla.keyed().post(path, Map.of("reason", "  ")).expect(400);
      carla.keyed().post(path, Map.of("reason", "besproken in het team")).expect(200);
    }
  }

  @Test
  void h16OutsideOfficeHoursSomebodyCanBeReached() {
    String visit = visit();
    assertThat(missing(estimate(visit, "T1"))).contains("BEREIK");
    var agreement = new HashMap<String, Object>();
    agreement.put("kind", "reachable");
    agreement.put("personId", town.bram().id().value());
    agreement.put("number", "+31612345678");
    agreement.put("fromAt", start);
    agreement.put("untilAt", start.plus(Duration.ofMinutes(30)));
    prove(anna, visit, "BEREIK", agreement).expect(409);
    agreement.put("untilAt", start.plus(Duration.ofHours(2)));
    Reply agreed = prove(anna, visit, "BEREIK", agreement).expect(200);
    assertThat(missing(agreed)).doesNotContain("BEREIK");
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
