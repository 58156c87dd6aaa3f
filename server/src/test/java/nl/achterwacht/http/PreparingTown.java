package nl.achterwacht.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;

/** Anna, who gets ready for a visit; Carla, her supervisor; Bram, who stands by. */
abstract class PreparingTown {
  static final TestServer SERVER = TestServer.shared();

  final TestTown town = SERVER.town("prep-" + UUID.randomUUID());
  final ApiClient anna = SERVER.signedIn(town, "anna");
  final ApiClient bram = SERVER.signedIn(town, "bram");
  final ApiClient carla = SERVER.signedIn(town, "carla");
  final Instant start = SERVER.now().plus(Duration.ofHours(2));

  String visit() {
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

  Reply estimate(String visit, String... factors) {
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

  static Reply prove(ApiClient who, String visit, String measure, Map<String, ?> proof) {
    return who.keyed().post("/visits/" + visit + "/measures/" + measure + "/proofs", proof);
  }

  static Reply ask(ApiClient who, String visit, String measure, Object person) {
    return who.keyed()
        .post(
            "/visits/" + visit + "/measures/" + measure + "/requests", Map.of("personId", person));
  }

  static Reply answer(ApiClient who, String visit, String measure, boolean accepts) {
    return who.keyed()
        .post("/visits/" + visit + "/measures/" + measure + "/answers", Map.of("accepts", accepts));
  }

  Reply preparation(String visit) {
    return anna.get("/visits/" + visit + "/preparation").expect(200);
  }

  static List<String> missing(Reply preparation) {
    List<String> codes = new ArrayList<>();
    preparation.json().path("missing").forEach(code -> codes.add(code.asString()));
    return codes;
  }

  static String state(Reply preparation, String measure) {
    for (var one : preparation.json().path("measures")) {
      if (one.path("measure").asString("").equals(measure)) {
        return one.path("state").asString("");
      }
    }
    return "none";
  }

  static boolean ready(Reply preparation) {
    return preparation.json().path("ready").asBoolean();
  }

  List<String> notices(String kind) {
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

  long journalled(String kind) {
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
  void proveTheOrdinary(String visit) {
    Instant before = SERVER.now().minusSeconds(600);
    prove(anna, visit, "BEL", Map.of("kind", "phoned", "phonedAt", before, "outcome", "calm"))
        .expect(200);
    prove(anna, visit, "INFO", Map.of("kind", "informed", "askedOf", "wijkagent", "answered", true))
        .expect(200);
    prove(anna, visit, "CODE", Map.of("kind", "ticked")).expect(200);
    prove(anna, visit, "PAK", Map.of("kind", "ticked")).expect(200);
    prove(anna, visit, "ACCU", Map.of("kind", "ticked")).expect(200);
    prove(
            anna,
            visit,
            "TERUG",
            Map.of("kind", "call-back", "callAt", start.plus(Duration.ofMinutes(20))))
        .expect(200);
  }

  void waiveTheRest(String visit) {
    for (String measure : missing(preparation(visit))) {
      String path = "/visits/" + visit + "/measures/" + measure + "/waivers";
      anna.keyed().post(path, Map.of("reason", "geen tijd")).expect(403);
      bram.keyed().post(path, Map.of("reason", "geen tijd")).expect(403);
      carla.keyed().post(path, Map.of("reason", "  ")).expect(400);
      carla.keyed().post(path, Map.of("reason", "besproken in het team")).expect(200);
    }
  }
}
