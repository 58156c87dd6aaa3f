package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.travel.ReachabilityRegister;
import org.junit.jupiter.api.Test;

/** Outside office hours somebody can be reached, and the agreement itself is watched. */
class ReachabilityTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void anAgreementHasAWatchOfItsOwnThatAsksWhenItIsNotStarted() {
    TestTown town = SERVER.town("reach-own");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Instant from = soon(3600);
    Reply made = anna.keyed().post("/reachability-agreements", with(town, from, 7200)).expect(201);
    assertThat(made.at("/contactName")).isEqualTo("bram");
    assertThat(made.at("/phone")).isEqualTo("+31612345678");
    assertThat(made.json().path("ownWatch").asBoolean()).isTrue();
    String watch = made.at("/watchId");
    assertThat(wakesAt(watch)).isEqualTo(from.plusSeconds(900));
    assertThat(journal(watch)).contains("watch.planned", "travel.reachability-agreed");

    Map<String, Object> start = Map.of("id", watch, "shape", "shift");
    assertThat(anna.keyed().post("/watches", start).expect(201).at("/state")).isEqualTo("running");
    anna.delete("/reachability-agreements/" + made.at("/id")).expect(204);
    // Who is out is not left alone because an agreement ended.
    assertThat(anna.get("/watches/" + watch).expect(200).at("/state")).isEqualTo("running");
  }

  @Test
  void itStandsForWhatItCoversUntilItIsCalledOff() {
    TestTown town = SERVER.town("reach-stands");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Instant from = soon(3600);
    assertThat(stands(town, from, 60)).isFalse();
    Reply made = anna.keyed().post("/reachability-agreements", with(town, from, 7200)).expect(201);
    assertThat(stands(town, from, 7200)).isTrue();
    assertThat(stands(town, from.plusSeconds(60), 60)).isTrue();
    assertThat(stands(town, from.minusSeconds(1), 60)).isFalse();
    assertThat(stands(town, from, 7201)).isFalse();
    assertThat(anna.get("/reachability-agreements").expect(200).json().path("items")).hasSize(1);

    anna.delete("/reachability-agreements/" + made.at("/id")).expect(204);
    anna.delete("/reachability-agreements/" + made.at("/id")).expect(204);
    assertThat(stands(town, from, 60)).isFalse();
    assertThat(anna.get("/reachability-agreements").expect(200).json().path("items")).isEmpty();
    String watch = made.at("/watchId");
    assertThat(anna.get("/watches/" + watch).expect(200).at("/state")).isEqualTo("closed");
    assertThat(journal(watch))
        .containsExactly(
            "watch.planned",
            "travel.reachability-agreed",
            "watch.cancelled",
            "travel.reachability-ended");
  }

  @Test
  void aVisitKeepsItsOneWatch() {
    TestTown town = SERVER.town("reach-visit");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Instant start = soon(7200);
    Reply visit =
        carla
            .keyed()
            .post(
                "/visits",
                Map.of(
                    "workerId",
                    town.anna().id().value(),
                    "place",
                    Map.of("address", "Dorpsstraat 12"),
                    "plannedStartAt",
                    start.toString(),
                    "plannedEndAt",
                    start.plusSeconds(3600).toString()))
            .expect(201);
    var asked = new HashMap<>(with(town, start.minusSeconds(900), 6300));
    asked.put("workerId", town.anna().id().value());
    asked.put("visitId", visit.at("/id"));
    Reply made = carla.keyed().post("/reachability-agreements", asked).expect(201);
    assertThat(made.at("/watchId")).isEqualTo(visit.at("/watchId"));
    assertThat(made.json().path("ownWatch").asBoolean()).isFalse();
    assertThat(stands(town, start, 3600)).isTrue();

    asked.put("until", start.plusSeconds(1800).toString());
    assertThat(
            carla
                .keyed()
                .post("/reachability-agreements", asked)
                .expect(400)
                .at("/errors/0/location"))
        .isEqualTo("/until");
    carla.delete("/reachability-agreements/" + made.at("/id")).expect(204);
    assertThat(carla.get("/visits/" + visit.at("/id")).expect(200).at("/state"))
        .isEqualTo("planned");
  }

  @Test
  void somebodyFromOutsideIsReachedByNameAndNumber() {
    TestTown town = SERVER.town("reach-outside");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Instant from = soon(600);
    Reply made =
        anna.keyed()
            .post(
                "/reachability-agreements",
                Map.of(
                    "contactName",
                    "Meldkamer regio",
                    "phone",
                    "09008844",
                    "from",
                    from.toString(),
                    "until",
                    from.plusSeconds(600).toString()))
            .expect(201);
    assertThat(made.at("/contactName")).isEqualTo("Meldkamer regio");
    assertThat(made.json().path("contactId").isNull()).isTrue();
    Reply seen =
        SERVER
            .signedIn(town, "bram")
            .get("/reachability-agreements?workerId=" + town.anna().id())
            .expect(200);
    assertThat(seen.at("/items/0/id")).isEqualTo(made.at("/id"));
  }

  private static Instant soon(long seconds) {
    return SERVER.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
  }

  private static Map<String, Object> with(TestTown town, Instant from, long seconds) {
    return Map.of(
        "contactId",
        town.bram().id().value(),
        "from",
        from.toString(),
        "until",
        from.plusSeconds(seconds).toString());
  }

  private static boolean stands(TestTown town, Instant from, long seconds) {
    var anna = new PersonRef(town.id(), town.anna().id());
    ReachabilityRegister register = SERVER.part("reachabilityRegister", ReachabilityRegister.class);
    return SERVER
        .database()
        .inTransaction(
            town.id(),
            tx -> register.covering(tx, anna, from, from.plusSeconds(seconds)).isPresent());
  }

  private static Instant wakesAt(String watch) {
    return SERVER
        .database()
        .inTransaction(tx ->
            tx.sql("select wake_at from watch.watch where id = :id")
                .param("id", UUID.fromString(watch))
                .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single());
  }

  private static List<String> journal(String watch) {
    return SERVER
        .database()
        .inTransaction(tx ->
            tx.sql("select kind from journal.entry where watch_id = :id order by tx, seq")
                .param("id", UUID.fromString(watch))
                .query(String.class)
                .list());
  }
}
