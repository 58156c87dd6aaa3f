package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** Who is late says so once: the appointment, the watch and the words for the client follow. */
class DelayTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aVisitThatHasNotBegunMovesWithItsWatch() {
    TestTown town = SERVER.town("late-planned");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply visit = planned(anna);
    ApiClient once = anna.keyed();
    Reply late = once.post(delays(visit), Map.of("minutes", 15)).expect(201);
    assertThat(late.json().path("begun").asBoolean()).isFalse();
    assertThat(late.at("/forClient"))
        .isEqualTo("Uw afspraak met de gemeente is ongeveer 15 minuten later.");
    // Sent twice by a phone with little coverage, it counts once.
    once.post(delays(visit), Map.of("minutes", 15)).expect(201);
    Reply moved = anna.get("/visits/" + visit.at("/id")).expect(200);
    assertThat(at(moved, "/plannedStartAt"))
        .isEqualTo(at(visit, "/plannedStartAt").plus(Duration.ofMinutes(15)));
    assertThat(at(moved, "/plannedEndAt"))
        .isEqualTo(at(visit, "/plannedEndAt").plus(Duration.ofMinutes(15)));
    assertThat(journal(visit)).containsOnlyOnce("visit.delayed");
  }

  @Test
  void aWatchThatRunsIsProlonged() {
    TestTown town = SERVER.town("late-underway");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply visit = planned(anna);
    Reply watch =
        anna.keyed()
            .post("/watches", Map.of("shape", "visit", "visitId", visit.at("/id")))
            .expect(201);
    Reply late = anna.keyed().post(delays(visit), Map.of("minutes", 20)).expect(201);
    assertThat(late.json().path("begun").asBoolean()).isTrue();
    assertThat(at(anna.get("/watches/" + watch.at("/id")), "/dueAt"))
        .isEqualTo(at(watch, "/dueAt").plus(Duration.ofMinutes(20)));
    assertThat(journal(visit)).contains("visit.delayed", "watch.extended");
  }

  @Test
  void onlyTheWorkerIsLate() {
    TestTown town = SERVER.town("late-others");
    Reply visit = planned(SERVER.signedIn(town, "anna"));
    Map<String, Object> late = Map.of("minutes", 15);
    SERVER.signedIn(town, "carla").keyed().post(delays(visit), late).expect(403);
    SERVER
        .signedIn(SERVER.town("late-elsewhere"), "anna")
        .keyed()
        .post(delays(visit), late)
        .expect(404);
    ApiClient anna = SERVER.signedIn(town, "anna");
    anna.delete("/visits/" + visit.at("/id")).expect(204);
    assertThat(anna.keyed().post(delays(visit), late).expect(409).at("/errors/0/code"))
        .isEqualTo("cancelled");
    assertThat(journal(visit)).doesNotContain("visit.delayed");
  }

  private static Reply planned(ApiClient worker) {
    Instant start = SERVER.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600);
    return worker
        .keyed()
        .post(
            "/visits",
            Map.of(
                "place",
                Map.of("address", "Dorpsstraat 12"),
                "plannedStartAt",
                start.toString(),
                "plannedEndAt",
                start.plusSeconds(2700).toString()))
        .expect(201);
  }

  private static String delays(Reply visit) {
    return "/visits/" + visit.at("/id") + "/delays";
  }

  private static Instant at(Reply reply, String pointer) {
    return Instant.parse(reply.at(pointer));
  }

  private static List<String> journal(Reply visit) {
    return SERVER
        .database()
        .inTransaction(tx ->
            tx.sql("select kind from journal.entry where watch_id = :id order by tx, seq")
                .param("id", UUID.fromString(visit.at("/watchId")))
                .query(String.class)
                .list());
  }
}
