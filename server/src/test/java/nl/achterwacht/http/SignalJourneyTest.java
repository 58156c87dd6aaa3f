package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** From a signal on a phone to the answer that its reporter reads, over the API. */
class SignalJourneyTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void theSupervisorAnswersAndTheReporterReadsIt() {
    TestTown town = SERVER.town("signal");
    ApiClient anna = SERVER.signedIn(town, "anna");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply signal = anna.keyed().post("/signals", Map.of("kind", "threat")).expect(201);
    assertThat(signal.at("/task/ownerName")).isEqualTo("carla");
    String task = "/tasks/" + signal.at("/task/id");
    carla.keyed().post(task + "/completions", Map.of("answer", "Ik ga mee.")).expect(200);
    Reply read = anna.get("/signals/" + signal.at("/id")).expect(200);
    assertThat(read.at("/task/state")).isEqualTo("done");
    assertThat(read.at("/task/answer")).isEqualTo("Ik ga mee.");
    assertThat(carla.keyed().post(task + "/drops", Map.of("reason", "Dubbel.")).expect(409).text())
        .contains("already-ended");
  }

  @Test
  void theSameReportSentTwiceIsOneSignal() {
    TestTown town = SERVER.town("signal-twice");
    ApiClient anna = SERVER.signedIn(town, "anna").keyed();
    Reply first = anna.post("/signals", Map.of("kind", "dog")).expect(201);
    assertThat(anna.post("/signals", Map.of("kind", "dog")).at("/id")).isEqualTo(first.at("/id"));
    assertThat(anna.get("/signals").expect(200).json().path("items")).hasSize(1);
  }

  @Test
  void whoReportedWithoutANameIsSeenByNobodyElse() {
    TestTown town = SERVER.town("signal-anonymous");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply mine =
        anna.keyed().post("/signals", Map.of("kind", "other", "anonymous", true)).expect(201);
    assertThat(mine.at("/reporterName")).isEqualTo("anna");
    String all = SERVER.signedIn(town, "carla").get("/signals?scope=all").expect(200).text();
    assertThat(all).contains(mine.at("/id")).doesNotContain("anna");
  }

  @Test
  void aWorkerSeesTheirOwnAndNothingOfOthers() {
    TestTown town = SERVER.town("signal-others");
    ApiClient bram = SERVER.signedIn(town, "bram");
    Reply signal =
        SERVER.signedIn(town, "anna").keyed().post("/signals", Map.of("kind", "dog")).expect(201);
    bram.get("/signals/" + signal.at("/id")).expect(404);
    bram.get("/tasks/" + signal.at("/task/id")).expect(404);
    bram.get("/tasks?scope=all").expect(403);
    assertThat(bram.get("/signals").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void aDebriefThatWasTenseIsASignalOnce() {
    TestTown town = SERVER.town("signal-debrief");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply watch = anna.keyed().post("/watches", WatchJourneyTest.adHoc()).expect(201);
    String path = "/watches/" + watch.at("/id");
    anna.keyed().post(path + "/endings", Map.of("how", "finished", "where", "home")).expect(200);
    for (int time = 0; time < 2; time++) {
      anna.keyed().post(path + "/debriefs", Map.of("answer", "tense")).expect(200);
    }
    Reply signals = anna.get("/signals").expect(200);
    assertThat(signals.json().path("items")).hasSize(1);
    assertThat(signals.at("/items/0/kind")).isEqualTo("tense");
  }

  @Test
  void aTaskIsGivenOnPostponedAndDropped() {
    TestTown town = SERVER.town("task-handling");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Instant due = SERVER.now().plusSeconds(86_400);
    Map<String, Object> asked =
        Map.of("what", "Slot maken", "ownerId", town.bram().id().value(), "dueAt", due.toString());
    Reply task = carla.keyed().post("/tasks", asked).expect(201);
    String path = "/tasks/" + task.at("/id");
    SERVER.signedIn(town, "bram").keyed().post("/tasks", asked).expect(403);
    Map<String, Object> later =
        Map.of("dueAt", due.plusSeconds(86_400).toString(), "reason", "Wacht op een deel.");
    assertThat(carla.keyed().post(path + "/postponements", later).expect(200).at("/dueAt"))
        .isNotEqualTo(task.at("/dueAt"));
    Map<String, Object> past = Map.of("dueAt", "2020-01-01T00:00:00Z", "reason", "Zomaar.");
    assertThat(carla.keyed().post(path + "/postponements", past).expect(400).text())
        .contains("/dueAt");
    Map<String, Object> toAnna = Map.of("personId", town.anna().id().value());
    assertThat(carla.keyed().post(path + "/hand-overs", toAnna).expect(200).at("/ownerName"))
        .isEqualTo("anna");
    ApiClient anna = SERVER.signedIn(town, "anna");
    assertThat(anna.get("/tasks").expect(200).at("/items/0/what")).isEqualTo("Slot maken");
    anna.keyed().post(path + "/drops", Map.of("reason", "Geen zin.")).expect(403);
    assertThat(carla.keyed().post(path + "/drops", Map.of("reason", "Dubbel.")).at("/state"))
        .isEqualTo("dropped");
    assertThat(List.of(anna.get("/tasks").expect(200).json().path("items").size()))
        .containsExactly(0);
  }
}
