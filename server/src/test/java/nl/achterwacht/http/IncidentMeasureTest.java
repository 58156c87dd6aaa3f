package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is done toward who did it: fair by its form, with a letter, an end, and a second look. */
class IncidentMeasureTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aMeasureAnswersBehaviourAndNothingElse() {
    TestTown town = SERVER.town("measure-fair");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String path = incident(town) + "/measures";
    assertThat(fault(carla, path, with("behaviours", List.of()))).contains("no-behaviour");
    assertThat(fault(carla, path, with("endsOn", today().toString()))).contains("end-wrong");
    assertThat(fault(carla, path, with("endsOn", today().plusMonths(13).toString())))
        .contains("end-wrong");
    assertThat(fault(carla, path, with("reviewOn", today().plusMonths(5).toString())))
        .contains("review-wrong");
    assertThat(fault(carla, path, with("heardOn", null))).contains("/notHeardBecause");
    Reply taken = carla.keyed().post(path, ban()).expect(201);
    assertThat(taken.json().at("/measures/0/inForce").asBoolean()).isTrue();
    assertThat(carla.get("/tasks").expect(200).text()).contains("measure-review");
    SERVER.signedIn(town, "anna").keyed().post(path, ban()).expect(403);
  }

  @Test
  void anObjectionThatWasRightEndsIt() {
    TestTown town = SERVER.town("measure-objection");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String path = incident(town) + "/measures";
    Reply taken = carla.keyed().post(path, ban()).expect(201);
    Map<String, @Nullable Object> change = new HashMap<>(ban());
    List.of("kind", "behaviours", "startsOn").forEach(change::remove);
    change.put("objection", "upheld");
    change.put("objectionOn", today().toString());
    Reply changed = carla.put(path + "/" + taken.at("/measures/0/id"), change).expect(200);
    assertThat(changed.json().at("/measures/0/inForce").asBoolean()).isFalse();
  }

  @Test
  void aLetterIsFilledReadOverSentAndThenStaysAsItWas() {
    TestTown town = SERVER.town("letter");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String incident = incident(town);
    carla
        .put(
            incident + "/perpetrator",
            Map.of("name", "mevrouw De Wit", "address", "Dorpsstraat 1, Voorbeeldstad"))
        .expect(200);
    Reply taken = carla.keyed().post(incident + "/measures", ban()).expect(201);
    String letters = incident + "/measures/" + taken.at("/measures/0/id") + "/letters";
    Reply begun = carla.keyed().post(letters, Map.of("template", "ban")).expect(200);
    assertThat(begun.at("/letters/0/body"))
        .contains("mevrouw De Wit")
        .contains("duwen")
        .contains("bezwaar")
        .contains("bellen of schrijven: 010 123 45 67.")
        .doesNotContain("{{");
    String letter = incident + "/letters/" + begun.at("/letters/0/id");
    Map<String, Object> text = Map.of("subject", "Toegangsverbod", "body", "Geachte mevrouw,");
    assertThat(carla.put(letter, text).expect(200).at("/letters/0/subject"))
        .isEqualTo("Toegangsverbod");
    carla.keyed().post(letter + "/sendings", Map.of("sentOn", today().toString())).expect(200);
    assertThat(carla.put(letter, text).expect(409).text()).contains("already-sent");
    assertThat(pdf(carla, letter + "/document")).startsWith("%PDF");
    ApiClient anna = SERVER.signedIn(town, "anna");
    assertThat(anna.get(incident).expect(200).json().path("letters")).isEmpty();
    anna.get(letter + "/document").expect(403);
  }

  @Test
  void theFileForThePoliceAndTheTableWithoutNames() {
    TestTown town = SERVER.town("police-file");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String incident = incident(town);
    carla.put(incident + "/perpetrator", Map.of("name", "De Wit")).expect(200);
    assertThat(pdf(carla, incident + "/police-file")).startsWith("%PDF");
    String table = pdf(carla, "/incident-table?scope=team");
    assertThat(table)
        .contains("duwen")
        .doesNotContain("De Wit")
        .doesNotContain("anna")
        .doesNotContain("Dorpsstraat");
    SERVER.signedIn(town, "bram").get("/incident-table?scope=team").expect(403);
    assertThat(SERVER.signedIn(town, "beheer").get("/journal?pageSize=50").expect(200).text())
        .contains("incident.police-file-made")
        .contains("incident.exported");
  }

  @Test
  void whatIsWrongWithATemplateStandsAtItsField() {
    TestTown town = SERVER.town("template");
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    Map<String, Object> wrong = Map.of("subject", "Brief", "body", "Beste {{addresse}},");
    assertThat(beheer.post("/letter-template-previews", wrong).expect(400).text())
        .contains("/body")
        .contains("addresse");
    Map<String, Object> right = Map.of("subject", "Brief", "body", "Beste {{addressee}},");
    assertThat(beheer.post("/letter-template-previews", right).expect(200).at("/body"))
        .isEqualTo("Beste mevrouw Voorbeeld,");
    assertThat(beheer.put("/letter-templates/ban", right).expect(200).text())
        .contains("Beste {{addressee}},");
    assertThat(beheer.delete("/letter-templates/ban").expect(200).text())
        .doesNotContain("Beste {{addressee}},");
    SERVER.signedIn(town, "carla").put("/letter-templates/ban", right).expect(403);
  }

  private static String incident(TestTown town) {
    Map<String, Object> details = new HashMap<>();
    details.put("what", "Werd geduwd.");
    details.put("behaviours", new ArrayList<>(List.of("pushing")));
    details.put("setting", "home");
    Map<String, Object> asked =
        Map.of(
            "kind", "aggression",
            "what", "Werd geduwd.",
            "address", "Dorpsstraat 1, Voorbeeldstad",
            "details", details);
    return "/incidents/"
        + SERVER.signedIn(town, "anna").keyed().post("/incidents", asked).expect(201).at("/id");
  }

  private static Map<String, @Nullable Object> ban() {
    Map<String, @Nullable Object> ban = new HashMap<>();
    ban.put("kind", "building-ban");
    ban.put("behaviours", List.of("pushing"));
    ban.put("terms", "Het stadhuis. Contact gaat telefonisch.");
    ban.put("startsOn", today().toString());
    ban.put("endsOn", today().plusMonths(3).toString());
    ban.put("reviewOn", today().plusMonths(2).toString());
    ban.put("heardOn", today().toString());
    ban.put("objection", "possible");
    return ban;
  }

  private static Map<String, @Nullable Object> with(String field, @Nullable Object value) {
    Map<String, @Nullable Object> ban = ban();
    ban.put(field, value);
    return ban;
  }

  private static String fault(ApiClient client, String path, Map<String, @Nullable Object> asked) {
    return client.keyed().post(path, asked).expect(400).text();
  }

  /** A file; it is not JSON, so the client does not hold it to the contract. */
  private static String pdf(ApiClient client, String path) {
    return client.get("//api/v1" + path).expect(200).text();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(SERVER.now(), ZoneId.of("Europe/Amsterdam"));
  }
}
