package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** A worker goes out, is watched, and comes home: over the API, as a phone does it. */
class WatchJourneyTest {
  private static final TestServer server = TestServer.shared();
  private static final TestTown town = server.town("journey");

  @Test
  void aVisitIsPlannedStartedAndEnded() {
    ApiClient anna = server.signedIn(town, "anna");
    Reply visit = anna.keyed().post("/visits", plannedVisit()).expect(201);
    assertThat(visit.at("/state")).isEqualTo("planned");
    Reply watch =
        anna.keyed()
            .post("/watches", Map.of("shape", "visit", "visitId", visit.at("/id")))
            .expect(201);
    assertThat(watch.at("/id")).isEqualTo(visit.at("/watchId"));
    assertThat(watch.at("/state")).isEqualTo("running");
    String path = "/watches/" + watch.at("/id");
    anna.keyed().post(path + "/signs-of-life", Map.of()).expect(200);
    anna.keyed().post(path + "/legs", Map.of("leg", "on-site")).expect(200);
    anna.keyed().post(path + "/extensions", Map.of("minutes", 15)).expect(200);
    Reply home =
        anna.keyed()
            .post(path + "/endings", Map.of("how", "finished", "where", "on-site"))
            .expect(200);
    assertThat(home.at("/leg")).isEqualTo("home");
    Reply ended =
        anna.keyed()
            .post(path + "/endings", Map.of("how", "finished", "where", "home"))
            .expect(200);
    assertThat(ended.at("/state")).isEqualTo("closed");
    anna.keyed().post(path + "/debriefs", Map.of("answer", "as-expected")).expect(200);
    assertThat(anna.get("/visits/" + visit.at("/id")).expect(200).at("/state")).isEqualTo("done");
    assertThat(anna.get("/me/watch").expect(200).json().path("watch").isNull()).isTrue();
  }

  @Test
  void aPhoneSaysWhereItIsAndOnlyItsOwn() {
    TestTown town = server.town("whereabouts");
    ApiClient carla = server.signedIn(town, "carla");
    Reply watch = carla.keyed().post("/watches", adHoc()).expect(201);
    String path = "/watches/" + watch.at("/id") + "/positions";
    Map<String, Object> here =
        Map.of(
            "made",
            Map.of(
                "position",
                Map.of(
                    "measuredAt", watch.at("/serverTime"), "latitude", 52.09, "longitude", 5.12)));

    assertThat(carla.keyed().post(path, here).expect(200).at("/state")).isEqualTo("running");
    carla.keyed().post(path, Map.of("made", Map.of())).expect(400);
    server.signedIn(town, "bram").keyed().post(path, here).expect(403);
    carla.keyed().post("/watches/" + UUID.randomUUID() + "/positions", here).expect(404);
  }

  @Test
  void aPanicIsTakenHandledAndClosed() {
    ApiClient carla = server.signedIn(town, "carla");
    ApiClient bram = server.signedIn(town, "bram");
    Reply watch = carla.keyed().post("/watches", adHoc()).expect(201);
    Reply panic =
        carla.keyed().post("/watches/" + watch.at("/id") + "/panics", Map.of()).expect(201);
    assertThat(panic.json().path("verified").asBoolean()).isTrue();
    String alarm = "/alarms/" + panic.at("/alarmId");
    Reply board = bram.get("/board").expect(200);
    assertThat(board.text()).contains(panic.at("/alarmId"));
    Reply page = bram.get(alarm).expect(200);
    assertThat(page.json().path("script").size()).isEqualTo(7);
    assertThat(page.at("/safeWord")).isEqualTo("tulp");
    bram.keyed().postNothing(alarm + "/acknowledgements").expect(200);
    Reply seen = carla.get("/watches/" + watch.at("/id")).expect(200);
    assertThat(seen.at("/helpComing")).isEqualTo("bram");
    bram.keyed().post(alarm + "/script-ticks", Map.of("number", 1, "ticked", true)).expect(200);
    bram.keyed().post(alarm + "/updates", Map.of("text", "Gebeld, is veilig.")).expect(200);
    bram.keyed().post(alarm + "/closures", Map.of("outcome", "safe")).expect(200);
    bram.keyed().postNothing(alarm + "/acknowledgements").expect(409);
    Reply journal = carla.get("/journal?alarmId=" + panic.at("/alarmId")).expect(200);
    assertThat(journal.text()).contains("alarm.opened", "alarm.looked-at", "alarm.closed");
  }

  @Test
  void theSameActSentTwiceCountsOnceAndGetsTheSameAnswer() {
    ApiClient bram = server.signedIn(town, "beheer");
    ApiClient once = bram.keyed();
    Map<String, Object> drill = Map.of("teamId", town.team().value());
    Reply first = once.post("/drills", drill).expect(201);
    Reply again = once.post("/drills", drill).expect(201);
    assertThat(again.text()).isEqualTo(first.text());
    once.post("/drills", Map.of("teamId", UUID.randomUUID())).expect(422);
  }

  @Test
  void theKeyOfTheWatchProvesAnActWithoutSessionOrToken() {
    TestTown other = server.town("key");
    ApiClient anna = server.signedIn(other, "anna");
    Reply watch = anna.keyed().post("/watches", adHoc()).expect(201);
    String extensions = "/watches/" + watch.at("/id") + "/extensions";
    Map<String, Object> more = Map.of("minutes", 15);
    ApiClient key = server.visitor().with("Watch-Key", watch.at("/watchKey"));
    key.keyed().post(extensions, more).expect(200);
    ApiClient both = anna.without("X-CSRF-Token").with("Watch-Key", watch.at("/watchKey"));
    both.keyed().post(extensions, more).expect(200);
    both.with("Watch-Key", other.id() + ".00").keyed().post(extensions, more).expect(401);
  }

  @Test
  void startsAtTheSameMomentAreOneWatch() throws Exception {
    for (int round = 0; round < 5; round++) {
      ApiClient anna = server.signedIn(server.town("at-once-" + round), "anna");
      try (var phones = Executors.newFixedThreadPool(4)) {
        List<Callable<Integer>> starts =
            Collections.nCopies(4, () -> anna.keyed().post("/watches", adHoc()).status());
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : phones.invokeAll(starts)) {
          answers.add(answer.get());
        }
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
      }
    }
  }

  static Map<String, Object> adHoc() {
    return Map.of(
        "shape",
        "visit",
        "place",
        Map.of("address", "Dorpsstraat 12, Voorbeeldstad"),
        "expectedEndAt",
        server.now().plus(Duration.ofHours(1)).toString());
  }

  static Map<String, Object> highRisk() {
    var wish = new HashMap<>(adHoc());
    wish.put("highRisk", true);
    return wish;
  }

  private static Map<String, Object> plannedVisit() {
    return Map.of(
        "place",
        Map.of("address", "Dorpsstraat 12, Voorbeeldstad", "floor", "2 hoog"),
        "plannedStartAt",
        server.now().plus(Duration.ofMinutes(5)).toString(),
        "plannedEndAt",
        server.now().plus(Duration.ofMinutes(65)).toString(),
        "vehicleId",
        town.bike(),
        "travelMode",
        "bicycle");
  }
}
