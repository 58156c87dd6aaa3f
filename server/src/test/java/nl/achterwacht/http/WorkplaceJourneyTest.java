package nl.achterwacht.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** A lone workplace from the first look to the last, over the API. */
class WorkplaceJourneyTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aSupervisorAddsOneChangesItAndReadsWhatItWas() {
    TestTown town = SERVER.town("workplace");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply made = carla.keyed().post("/workplaces", counter(town)).expect(201);
    assertThat(made.at("/ownerName")).isEqualTo("carla");
    assertThat(made.at("/review/kind")).isEqualTo("review");
    assertThat(made.at("/address")).isEqualTo("Markt 1, 1234 AB Voorbeeldstad");
    String path = "/workplaces/" + made.at("/id");
    Map<String, Object> change =
        Map.of("version", 0, "responseMinutes", 12, "who", " Receptionist ", "spot", " ");
    Reply changed = carla.patch(path, change).expect(200);
    assertThat(changed.at("/who")).isEqualTo("Receptionist");
    assertThat(changed.at("/address")).isEqualTo(made.at("/address"));
    assertThat(carla.patch(path, change).expect(409).text()).contains("changed-meanwhile");
    Reply history = carla.get(path + "/changes").expect(200);
    assertThat(history.json().path("items")).hasSize(3);
    assertThat(history.text()).contains("responseMinutes", "Begane grond", "carla");
    carla.keyed().post(path + "/reviews", Map.of("answer", "Klopt nog.")).expect(200);
    carla.keyed().post(path + "/endings", Map.of("reason", "Gesloten.")).expect(200);
    assertThat(carla.get("/workplaces").expect(200).json().path("items")).isEmpty();
    assertThat(carla.get("/workplaces?ended=true").expect(200).json().path("items")).hasSize(1);
  }

  @Test
  void whatIsWrongIsSaidNextToTheField() {
    TestTown town = SERVER.town("workplace-faults");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Map<String, Object> wrong =
        Map.of(
            "name", "  ",
            "kind", "room",
            "ownerId", town.anna().id().value(),
            "consentOn", "2999-01-01");
    assertThat(carla.keyed().post("/workplaces", wrong).expect(400).text())
        .contains("/name", "/ownerId", "not-supervisor", "/consentOn");
  }

  @Test
  void itIsScoredDecidedAndItsMeasureIsATask() {
    TestTown town = SERVER.town("workplace-assessment");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String path =
        "/workplaces/" + carla.keyed().post("/workplaces", counter(town)).expect(201).at("/id");
    Map<String, Object> risk =
        Map.of(
            "hazard",
            "aggression",
            "scenario",
            "Bezoeker wordt boos",
            "before",
            Map.of("effect", 15, "exposure", 6, "probability", 3),
            "after",
            Map.of("effect", 15, "exposure", 6, "probability", 0.5));
    Reply scored = carla.keyed().post(path + "/risks", risk).expect(200);
    assertThat(scored.at("/risks/0/before/riskClass")).isEqualTo("at-once");
    assertThat(scored.at("/risks/0/after/riskClass")).isEqualTo("attention");
    Map<String, Object> offScale =
        Map.of(
            "hazard", "fall",
            "scenario", "Trap",
            "before", Map.of("effect", 5, "exposure", 6, "probability", 3));
    assertThat(carla.keyed().post(path + "/risks", offScale).expect(400).text())
        .contains("/before/effect");
    Map<String, Object> decision = Map.of("outcome", "with-measures", "reason", "Noodknop nodig.");
    assertThat(carla.keyed().post(path + "/decisions", decision).expect(409).text())
        .contains("no-measure");
    Map<String, Object> measure =
        Map.of(
            "kind", "personal-alarm",
            "level", "personal",
            "what", "Noodknop onder de balie",
            "ownerId", town.bram().id().value(),
            "dueOn", "2027-06-01");
    Reply added = carla.keyed().post(path + "/measures", measure).expect(200);
    assertThat(added.at("/measures/0/task/ownerName")).isEqualTo("bram");
    carla.keyed().post(path + "/decisions", decision).expect(200);
    Reply row = carla.get("/workplaces").expect(200);
    assertThat(row.at("/items/0/summary/decision/outcome")).isEqualTo("with-measures");
    assertThat(row.at("/items/0/summary/worst/riskClass")).isEqualTo("attention");
    Reply pdf = carla.get("/workplace-inventory").expect(200);
    assertThat(pdf.text()).startsWith("%PDF-1");
    Reply workbook = carla.get("/workplace-inventory?format=xlsx").expect(200);
    assertThat(workbook.headers().firstValue("Content-Disposition").orElse(""))
        .contains("werkplekken-", ".xlsx");
    String one = path + "/measures/" + added.at("/measures/0/id");
    assertThat(carla.patch(one, Map.of("effect", "Hulp in 2 min.")).at("/measures/0/effect"))
        .isEqualTo("Hulp in 2 min.");
  }

  @Test
  void whoIsAlongIsAColleagueOrATypedNameUntilTheyLeave() {
    TestTown town = SERVER.town("workplace-companion");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String path =
        "/workplaces/" + carla.keyed().post("/workplaces", counter(town)).expect(201).at("/id");
    Map<String, Object> measure = new HashMap<>();
    measure.put("kind", "own");
    measure.put("level", "source");
    measure.put("what", "Met z'n tweeën");
    measure.put("companionId", town.bram().id().value());
    measure.put("ownerId", town.carla().id().value());
    measure.put("dueOn", "2027-06-01");
    assertThat(carla.keyed().post(path + "/measures", measure).expect(400).text())
        .contains("/companionId", "nobody-along");
    measure.put("kind", "colleague");
    measure.put("companionName", "Een beveiliger");
    assertThat(carla.keyed().post(path + "/measures", measure).expect(400).text())
        .contains("/companionName", "one-of-two");
    measure.remove("companionName");
    measure.put("companionId", UUID.randomUUID());
    assertThat(carla.keyed().post(path + "/measures", measure).expect(400).text())
        .contains("/companionId", "unknown");
    measure.remove("companionId");
    measure.put("companionName", "Een beveiliger");
    Reply added = carla.keyed().post(path + "/measures", measure).expect(200);
    assertThat(added.at("/measures/0/companionName")).isEqualTo("Een beveiliger");
    String one = path + "/measures/" + added.at("/measures/0/id");
    Reply chosen = carla.patch(one, Map.of("companionId", town.bram().id().value()));
    assertThat(chosen.at("/measures/0/companionName")).isEqualTo("bram");
    assertThat(carla.patch(one, Map.of("effect", "Rustiger.")).at("/measures/0/companionId"))
        .isEqualTo(town.bram().id().toString());
    carla
        .keyed()
        .post(
            "/tasks/" + added.at("/measures/0/task/id") + "/completions",
            Map.of("answer", "Bram gaat mee."))
        .expect(200);
    SERVER.signedIn(town, "beheer").keyed().delete("/people/" + town.bram().id()).expect(204);
    Reply left = carla.get(path + "/assessment").expect(200);
    assertThat(left.json().at("/measures/0/companionLeft").asBoolean()).isTrue();
    assertThat(left.json().at("/measures/0/companionName").isNull()).isTrue();
    assertThat(left.at("/measures/0/task/state")).isEqualTo("open");
    assertThat(left.at("/measures/0/task/ownerName")).isEqualTo("carla");
    Reply again = carla.patch(one, Map.of("companionId", town.anna().id().value()));
    assertThat(again.json().at("/measures/0/companionLeft").asBoolean()).isFalse();
    assertThat(carla.get(path + "/changes").expect(200).text())
        .contains("companionName", "Een beveiliger", "companion-left", "anna");
  }

  @Test
  void whatGoesToAnotherTeamTakesItsOpenTasksAlong() {
    PlaceTown town = PlaceTown.make(SERVER, "workplace-moves");
    ApiClient beheer = town.signedIn("beheer");
    String team = beheer.keyed().post("/teams", Map.of("name", "Handhaving")).expect(201).at("/id");
    String user = "eva@workplace-moves.example";
    Map<String, Object> person =
        Map.of(
            "name",
            "eva",
            "userName",
            user,
            "password",
            TestTown.PASSWORD,
            "roles",
            List.of("supervisor"),
            "teamId",
            team);
    beheer.keyed().post("/people", person).expect(201);
    ApiClient eva = SERVER.visitor();
    eva.signIn(user, TestTown.PASSWORD);
    Reply made = town.carla().keyed().post("/workplaces", counter(town.town())).expect(201);
    String path = "/workplaces/" + made.at("/id");
    Map<String, Object> measure =
        Map.of(
            "kind", "personal-alarm",
            "level", "personal",
            "what", "Noodknop onder de balie",
            "ownerId", town.town().bram().id().value(),
            "dueOn", "2027-06-01");
    town.carla().keyed().post(path + "/measures", measure).expect(200);
    assertThat(town.carla().get("/tasks?scope=team").text()).contains("Noodknop onder de balie");
    Reply moved = town.dirk().patch(path, Map.of("version", 0, "teamId", team)).expect(200);
    assertThat(moved.at("/ownerName")).isEqualTo("eva");
    assertThat(moved.at("/review/ownerName")).isEqualTo("eva");
    assertThat(town.carla().get("/tasks?scope=team").expect(200).json().path("items")).isEmpty();
    assertThat(eva.get("/tasks").expect(200).text()).contains("Noodknop onder de balie", "review");
    assertThat(eva.get(path + "/changes").expect(200).text())
        .contains("task-review", "task-measure", "Handhaving");
    town.carla().get(path).expect(404);
  }

  @Test
  void aFileIsWhatIsInItAndNobodyElseSeesIt() throws Exception {
    TestTown town = SERVER.town("workplace-files");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String path =
        "/workplaces/" + carla.keyed().post("/workplaces", counter(town)).expect(201).at("/id");
    assertThat(
            carla
                .keyed()
                .post(path + "/attachments", file("foto.png", "geen plaatje".getBytes(UTF_8)))
                .expect(400)
                .text())
        .contains("/content", "no-picture-or-pdf");
    Reply added = carla.keyed().post(path + "/attachments", file("foto.exe", PICTURE)).expect(201);
    assertThat(added.at("/items/0/mediaType")).isEqualTo("image/png");
    String one = path + "/attachments/" + added.at("/items/0/id");
    Reply content = carla.get(one).expect(200);
    assertThat(content.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment")
        .contains("foto.png");
    assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    SERVER.signedIn(town, "anna").get(one).expect(403);
    TestTown others = SERVER.town("workplace-others");
    SERVER.signedIn(others, "carla").get(one).expect(404);
    carla.delete(one).expect(204);
    carla.get(one).expect(404);
    assertThat(carla.get(path + "/changes").expect(200).text()).contains("attachment");
  }

  static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
                  + "RU5ErkJggg==");

  static Map<String, Object> file(String name, byte[] content) {
    return Map.of(
        "name",
        name,
        "description",
        "De balie van voren",
        "content",
        Base64.getEncoder().encodeToString(content));
  }

  @Test
  void onlyWhoAnswersForOthersSeesThem() {
    TestTown town = SERVER.town("workplace-roles");
    ApiClient anna = SERVER.signedIn(town, "anna");
    anna.get("/workplaces").expect(403);
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    beheer.get("/workplaces").expect(200);
    beheer.keyed().post("/workplaces", counter(town)).expect(403);
  }

  static Map<String, Object> counter(TestTown town) {
    return Map.of(
        "name", "Balie stadhuis",
        "kind", "room",
        "ownerId", town.carla().id().value(),
        "address", "Markt 1, 1234 AB Voorbeeldstad",
        "spot", "Begane grond",
        "responseMinutes", 5,
        "normMinutes", 5);
  }
}
