package nl.achterwacht.http;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;

/** A town with a safety officer beside Carla, and what tests of places do again and again. */
record PlaceTown(TestServer server, TestTown town, ApiClient carla, ApiClient dirk) {
  static final String ADDRESS = "Dorpsstraat 12, 1011AB Voorbeeldstad";

  static PlaceTown make(TestServer server, String name) {
    TestTown town = server.town(name);
    String user = "dirk@" + name + ".example";
    server
        .signedIn(town, "beheer")
        .keyed()
        .post(
            "/people",
            Map.of(
                "name",
                "dirk",
                "userName",
                user,
                "password",
                TestTown.PASSWORD,
                "roles",
                List.of("safety-officer"),
                "teamId",
                town.team().value()))
        .expect(201);
    ApiClient dirk = server.visitor();
    dirk.signIn(user, TestTown.PASSWORD);
    return new PlaceTown(server, town, server.signedIn(town, "carla"), dirk);
  }

  /** Anna, Bram or beheer. */
  ApiClient signedIn(String who) {
    return server.signedIn(town, who);
  }

  String place() {
    return carla.post("/places", Map.of("address", Map.of("text", ADDRESS))).expect(201).at("/id");
  }

  LocalDate yesterday() {
    return LocalDate.ofInstant(
        server.now().minus(Duration.ofDays(1)), java.time.ZoneId.of("Europe/Amsterdam"));
  }

  Map<String, Object> dog() {
    return Map.of(
        "kind",
        "dog",
        "behaviour",
        "Liet de hond los toen een collega aanbelde.",
        "source",
        "colleague",
        "evidence",
        "Verslag van het bezoek.",
        "happenedOn",
        yesterday().toString());
  }

  /** Proposed by Carla, told by letter, confirmed by Dirk. */
  String cautionInForce(String place) {
    Reply proposed = carla.keyed().post("/places/" + place + "/cautions", dog()).expect(201);
    String caution = "/cautions/" + proposed.at("/id");
    carla.keyed().post(caution + "/letters", Map.of("sentOn", yesterday().toString())).expect(200);
    dirk.keyed().post(caution + "/confirmations", Map.of()).expect(200);
    return proposed.at("/id");
  }

  /** A visit of Anna to {@link #ADDRESS} that begins in so many hours. */
  String visitOfAnna(int inHours) {
    return signedIn("anna")
        .keyed()
        .post(
            "/visits",
            Map.of(
                "place",
                Map.of("address", "dorpsstraat 12, voorbeeldstad", "floor", "2 hoog"),
                "plannedStartAt",
                server.now().plus(Duration.ofHours(inHours)).toString(),
                "plannedEndAt",
                server.now().plus(Duration.ofHours(inHours + 1)).toString()))
        .expect(201)
        .at("/id");
  }

  /** Who is in the journal for {@code kind}, with the caution. */
  List<String> journal(String kind) {
    return server
        .database()
        .inTransaction(tx ->
            tx.sql(
                    """
                    select actor_id || ' ' || (data ->> 'cautionId')
                      from journal.entry
                     where organisation_id = :town
                       and kind = :kind
                     order by tx, seq
                    """)
                .param("town", town.id().value())
                .param("kind", kind)
                .query(String.class)
                .list());
  }
}
