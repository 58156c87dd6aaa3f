package nl.achterwacht.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a few words on a phone to closed aftercare, and who may see what of it, over the API. */
class IncidentJourneyTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final Map<String, Object> LITTLE =
      Map.of("kind", "aggression", "what", "Ik werd geduwd bij de deur.");

  @Test
  void fromAFewWordsToClosedAftercare() {
    TestTown town = SERVER.town("incident");
    ApiClient anna = SERVER.signedIn(town, "anna");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply made = anna.keyed().post("/incidents", LITTLE).expect(201);
    String path = "/incidents/" + made.at("/id");
    assertThat(made.json().path("missing")).isNotEmpty();
    assertThat(made.json().path("steps")).hasSize(4);

    Map<String, Object> details = new HashMap<>();
    details.put("what", "Ik werd geduwd bij de deur.");
    details.put("behaviours", List.of("pushing", "scolding"));
    details.put("setting", "home");
    details.put("consequences", Map.of("injury", "none", "mental", "upset"));
    details.put("police", Map.of("choice", "formal-report", "vptCode", true, "domicile", true));
    Map<String, Object> form =
        Map.of(
            "version",
            0,
            "kind",
            "aggression",
            "happenedAt",
            made.at("/happenedAt"),
            "address",
            "Dorpsstraat 12, Voorbeeldstad",
            "seriousness",
            3,
            "details",
            details);
    Reply filled = carla.put(path + "/details", form).expect(200);
    assertThat(filled.json().path("missing")).isEmpty();
    assertThat(carla.put(path + "/details", form).expect(409).text()).contains("changed-meanwhile");
    assertThat(carla.get(path + "/versions").expect(200).at("/items/0/madeByName"))
        .isEqualTo("anna");

    for (JsonNode step : carla.get(path).expect(200).json().path("steps")) {
      boolean aftercare = !step.path("personId").isNull();
      String outcome = aftercare ? "done" : "not-needed";
      carla
          .keyed()
          .post(
              path + "/steps/" + step.path("id").asString() + "/outcomes",
              Map.of("outcome", outcome))
          .expect(200);
    }
    assertThat(carla.keyed().post(path + "/closings", Map.of()).expect(409).text())
        .contains("aftercare-open");
    anna.keyed()
        .post(
            path + "/aftercare-endings",
            Map.of("personId", town.anna().id().value(), "word", "worker"))
        .expect(200);
    assertThat(carla.keyed().postNothing(path + "/closings").expect(200).at("/closedByName"))
        .isEqualTo("carla");
    assertThat(carla.put(path + "/details", form).expect(409).text()).contains("closed");
  }

  @Test
  void whoSeesWhat() {
    PlaceTown place = PlaceTown.make(SERVER, "incident-roles");
    ApiClient anna = place.signedIn("anna");
    Reply made = anna.keyed().post("/incidents", LITTLE).expect(201);
    String path = "/incidents/" + made.at("/id");
    place.signedIn("bram").get(path).expect(404);
    place.signedIn("beheer").get(path).expect(403);
    place.signedIn("beheer").get("/incidents?scope=all").expect(403);
    anna.get("/incidents?scope=team").expect(403);
    place.carla().get("/incidents?scope=all").expect(403);
    assertThat(place.carla().get("/incidents?scope=team").expect(200).json().path("items"))
        .hasSize(1);
    Reply seen = place.dirk().get(path).expect(200);
    assertThat(seen.json().path("mayManage").asBoolean()).isTrue();
    // The victim sees the own aftercare, not the steps toward others.
    assertThat(anna.get(path).expect(200).json().path("steps"))
        .allMatch(step -> !step.path("personId").isNull());
    anna.put(path + "/perpetrator", Map.of("name", "J. de Vries")).expect(403);
    place.carla().put(path + "/perpetrator", Map.of("name", "J. de Vries")).expect(200);
    assertThat(anna.get(path).expect(200).text()).doesNotContain("Vries");
    assertThat(place.dirk().get("/journal?pageSize=50").expect(200).text())
        .contains("incident.looked-at")
        .doesNotContain("Vries");
  }

  @Test
  void aSupervisorOfAnotherTeamSeesNothing() {
    TestTown town = SERVER.town("incident-team");
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    String team = beheer.keyed().post("/teams", Map.of("name", "Handhaving")).expect(201).at("/id");
    beheer
        .keyed()
        .post(
            "/people",
            Map.of(
                "name",
                "Eva",
                "userName",
                "eva@incident-team.example",
                "password",
                TestTown.PASSWORD,
                "roles",
                List.of("supervisor"),
                "teamId",
                team))
        .expect(201);
    Reply made = SERVER.signedIn(town, "anna").keyed().post("/incidents", LITTLE).expect(201);
    ApiClient eva = SERVER.visitor();
    eva.signIn("eva@incident-team.example", TestTown.PASSWORD);
    eva.get("/incidents/" + made.at("/id")).expect(404);
    assertThat(eva.get("/incidents?scope=team").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void whatIsSaidInATalkHasNoPlaceToBeKept() {
    TestTown town = SERVER.town("incident-talk");
    ApiClient carla = SERVER.signedIn(town, "carla");
    SERVER.signedIn(town, "anna").keyed().post("/incidents", LITTLE).expect(201);
    String path = "/tasks/";
    for (JsonNode task : carla.get("/tasks").expect(200).json().path("items")) {
      path += task.path("what").asString().equals("first-talk") ? task.path("id").asString() : "";
    }
    assertThat(
            carla
                .keyed()
                .post(path + "/completions", Map.of("answer", "Zij slaapt slecht."))
                .expect(409)
                .text())
        .contains("at-the-incident");
  }

  @Test
  void aTaskSaysWhoseStepItIsToWhoeverReadsThatAtTheIncident() {
    PlaceTown place = PlaceTown.make(SERVER, "incident-tasks");
    ApiClient anna = place.signedIn("anna");
    ApiClient carla = place.carla();
    ApiClient beheer = place.signedIn("beheer");
    UUID bram = place.town().bram().id().value();
    Map<String, Object> twoDaysAgo = new HashMap<>(LITTLE);
    twoDaysAgo.put("happenedAt", SERVER.now().minus(2, DAYS).toString());
    twoDaysAgo.put("involved", List.of(Map.of("personId", bram, "role", "victim")));
    anna.keyed().post("/incidents", LITTLE).expect(201);
    carla.keyed().post("/incidents", twoDaysAgo).expect(201);
    var today = LocalDate.ofInstant(SERVER.now(), AMSTERDAM);

    assertThat(whose(carla, "/tasks?scope=team"))
        .contains("first-talk of anna on " + today, "reaction of null on " + today)
        .contains("first-talk of bram on " + today.minusDays(2))
        .isEqualTo(whose(place.dirk(), "/tasks?scope=all"));
    assertThat(whose(beheer, "/tasks?scope=all"))
        .contains("first-talk")
        .hasSameSizeAs(whose(carla, "/tasks?scope=team"))
        .noneMatch(line -> line.contains(" of "));
    assertThat(place.dirk().get("/journal?pageSize=50").expect(200).text())
        .doesNotContain("happenedOn");

    // Whoever gets a task of it without seeing to the incident reads the step alone.
    JsonNode talk =
        carla
            .get("/tasks?scope=team")
            .expect(200)
            .json()
            .path("items")
            .valueStream()
            .filter(task -> task.at("/what").asString().equals("first-talk"))
            .filter(task -> task.at("/incident/personName").asString().equals("anna"))
            .findFirst()
            .orElseThrow();
    String path = "/tasks/" + talk.path("id").asString();
    assertThat(
            carla
                .keyed()
                .post(path + "/hand-overs", Map.of("personId", bram))
                .expect(200)
                .at("/incident/personName"))
        .isEqualTo("anna");
    assertThat(whose(place.signedIn("bram"), "/tasks")).containsExactly("first-talk");
    assertThat(place.signedIn("bram").get(path).expect(200).json().path("incident").isNull())
        .isTrue();
  }

  private static List<String> whose(ApiClient reader, String path) {
    return reader
        .get(path)
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .map(task -> {
          JsonNode incident = task.path("incident");
          String whose =
              " of "
                  + incident.path("personName").asString("null")
                  + " on "
                  + incident.path("happenedOn").asString();
          return task.path("what").asString() + (incident.isNull() ? "" : whose);
        })
        .toList();
  }

  @Test
  void fromAWatchTheRestIsFilledInAndAnAlarmHasOneIncident() {
    TestTown town = SERVER.town("incident-watch");
    ApiClient anna = SERVER.signedIn(town, "anna");
    ApiClient bram = SERVER.signedIn(town, "bram");
    Reply watch = anna.keyed().post("/watches", WatchJourneyTest.adHoc()).expect(201);
    String watchId = watch.at("/id");
    anna.keyed().post("/watches/" + watchId + "/panics", Map.of()).expect(201);
    String alarm = bram.get("/board").expect(200).at("/alarms/0/id");
    Map<String, Object> fromAlarm =
        Map.of("kind", "aggression", "what", "Zie het alarm.", "alarmId", alarm);
    assertThat(bram.keyed().post("/incidents", fromAlarm).expect(409).text())
        .contains("alarm-open");
    bram.keyed().post("/alarms/" + alarm + "/acknowledgements", Map.of()).expect(200);
    bram.keyed().post("/alarms/" + alarm + "/closures", Map.of("outcome", "helped")).expect(200);
    // Whoever asks again gets the one that is there, so a busy server may be asked anew.
    Reply made =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> bram.keyed().post("/incidents", fromAlarm), reply -> reply.status() < 300);
    assertThat(made.at("/facts/alarmKind")).isEqualTo("panic");
    assertThat(made.json().at("/facts/acknowledgedSeconds").isNumber()).isTrue();
    assertThat(bram.keyed().post("/incidents", fromAlarm).expect(200).at("/id"))
        .isEqualTo(made.at("/id"));
    // The worker it happened to finds it among their own.
    assertThat(anna.get("/incidents").expect(200).at("/items/0/id")).isEqualTo(made.at("/id"));
    bram.keyed()
        .post("/incidents", Map.of("kind", "accident", "what", "X", "watchId", UUID.randomUUID()))
        .expect(201);
  }

  @Test
  void anEarlySignalThatWasMoreBecomesAnIncidentOfItsReporter() {
    TestTown town = SERVER.town("incident-signal");
    ApiClient anna = SERVER.signedIn(town, "anna");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply signal = anna.keyed().post("/signals", Map.of("kind", "threat")).expect(201);
    Reply nameless =
        anna.keyed().post("/signals", Map.of("kind", "dog", "anonymous", true)).expect(201);
    assertThat(carla.keyed().post("/incidents", from(signal)).expect(201).at("/involved/0/role"))
        .isEqualTo("victim");
    assertThat(carla.keyed().post("/incidents", from(nameless)).expect(201).json().path("involved"))
        .isEmpty();
    SERVER.signedIn(town, "bram").keyed().post("/incidents", from(signal)).expect(404);
  }

  @Test
  void photosAndPapersAreSeenByWhoSeesTheIncidentAndEachLookIsJournalled() {
    PlaceTown town = PlaceTown.make(SERVER, "incident-files");
    ApiClient anna = town.signedIn("anna");
    String path = "/incidents/" + anna.keyed().post("/incidents", LITTLE).expect(201).at("/id");
    String files = path + "/attachments";
    assertThat(
            anna.keyed()
                .post(files, WorkplaceJourneyTest.file("foto.png", "geen plaatje".getBytes(UTF_8)))
                .expect(400)
                .text())
        .contains("/content", "no-picture-or-pdf");
    Reply added = anna.keyed().post(files, photo()).expect(201);
    assertThat(added.at("/attachments/0/mediaType")).isEqualTo("image/png");
    assertThat(added.at("/attachments/0/madeByName")).isEqualTo("anna");
    String one = files + "/" + added.at("/attachments/0/id");
    town.carla().get(one).expect(200);
    town.dirk().get(one).expect(200);
    town.signedIn("bram").get(one).expect(404);
    town.signedIn("bram").keyed().post(files, photo()).expect(404);
    town.signedIn("bram").delete(one).expect(404);
    town.signedIn("beheer").get(one).expect(403);
    TestTown others = SERVER.town("incident-files-others");
    SERVER.signedIn(others, "carla").get(one).expect(404);
    assertThat(town.dirk().get("/journal?pageSize=50").expect(200).text())
        .contains("incident.attachment-added", "incident.attachment-looked-at")
        .doesNotContain("foto", "balie");
    // It stands in the file for the police, and it is gone when it is removed.
    town.carla().get(path + "/police-file").expect(200);
    assertThat(town.carla().delete(one).expect(200).json().path("attachments")).isEmpty();
    town.carla().get(one).expect(404);
  }

  @Test
  void nothingIsAddedToAClosedIncident() {
    TestTown town = SERVER.town("incident-files-closed");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Map<String, Object> nearMiss =
        Map.of("kind", "near-miss", "what", "Bijna.", "seriousness", 1, "involved", List.of());
    Reply made = carla.keyed().post("/incidents", nearMiss).expect(201);
    String path = "/incidents/" + made.at("/id");
    String one =
        path
            + "/attachments/"
            + carla
                .keyed()
                .post(path + "/attachments", photo())
                .expect(201)
                .at("/attachments/0/id");
    carla
        .keyed()
        .post(path + "/steps/" + made.at("/steps/0/id") + "/outcomes", Map.of("outcome", "done"))
        .expect(200);
    carla.keyed().postNothing(path + "/closings").expect(200);
    assertThat(carla.keyed().post(path + "/attachments", photo()).expect(409).text())
        .contains("closed");
    carla.delete(one).expect(409);
    carla.get(one).expect(200);
  }

  @Test
  void theTeamTalksAboutItWhenItMeets() {
    TestTown town = SERVER.town("incident-meeting");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String startsAt = SERVER.now().plus(Duration.ofDays(5)).truncatedTo(SECONDS).toString();
    carla.keyed().post("/meetings", Map.of("startsAt", startsAt)).expect(201);
    Reply made = SERVER.signedIn(town, "anna").keyed().post("/incidents", LITTLE).expect(201);
    for (JsonNode step :
        carla.get("/incidents/" + made.at("/id")).expect(200).json().path("steps")) {
      if (step.path("kind").asString().equals("team-meeting")) {
        Instant dueAt = Instant.parse(step.path("dueAt").asString());
        assertThat(dueAt)
            .isBetween(
                Instant.parse(startsAt).minus(1, DAYS), Instant.parse(startsAt).plus(4, DAYS));
        return;
      }
    }
    fail("no step for the team");
  }

  private static Map<String, Object> photo() {
    return WorkplaceJourneyTest.file("foto.png", WorkplaceJourneyTest.PICTURE);
  }

  private static Map<String, Object> from(Reply signal) {
    return Map.of("kind", "aggression", "what", "Zie het signaal.", "signalId", signal.at("/id"));
  }
}
