package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.policy.Facts;
import nl.achterwacht.policy.PolicyRegister;
import org.junit.jupiter.api.Test;

/**
 * A safety officer changes the policy: reads it, edits a cell, tries it out, puts it into force.
 */
class PolicyJourneyTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final Facts DRINKS =
      new Facts(Set.of("P3"), true, false, false, false, 0, 0, null, 80, "walking");
  // Alcohol or drugs weighs two points.
  private static final String BEFORE = "<outputEntry id=\"weights-10-o1\"><text>2</text>";
  private static final String AFTER = "<outputEntry id=\"weights-10-o1\"><text>4</text>";

  @Test
  void aChangedCellIsTriedOutOnPastVisitsAndThenHoldsForNewOnes() {
    TestTown town = SERVER.town("policy-change");
    ApiClient officer = SERVER.signedIn(town, "beheer");
    judgeAndRecord(town);
    Reply untouched = officer.get("/policy/draft").expect(200);
    assertThat(untouched.json().path("revision").asInt()).isZero();
    String dmn = untouched.at("/dmn");
    assertThat(dmn).contains(BEFORE);

    Reply saved = officer.put("/policy/draft", draft(dmn.replace(BEFORE, AFTER), 0)).expect(200);
    assertThat(saved.json().path("revision").asInt()).isEqualTo(1);
    assertThat(saved.at("/savedByName")).isEqualTo("beheer");

    Reply trial = officer.post("/policy/trials", Map.of("cases", 10)).expect(200);
    assertThat(trial.json().path("cases").asInt()).isEqualTo(1);
    assertThat(trial.json().path("changed").asInt()).isEqualTo(1);
    assertThat(trial.at("/moves/0/from")).isEqualTo("normal");
    assertThat(trial.at("/moves/0/to")).isEqualTo("raised");
    assertThat(trial.at("/changes/0/then/summary")).isEqualTo("Risico: verhoogd (4 punten).");
    assertThat(trial.text())
        .contains("Met een afgesproken codewoord, omdat: misschien alcohol- of drugsgebruik.");

    Reply version =
        officer
            .keyed()
            .post("/policy/versions", Map.of("draftRevision", 1, "note", "Drank weegt zwaarder."))
            .expect(201);
    assertThat(version.json().path("number").asInt()).isEqualTo(2);
    Reply versions = officer.get("/policy/versions").expect(200);
    assertThat(versions.json().path("items").size()).isEqualTo(2);
    assertThat(versions.at("/items/0/note")).isEqualTo("Drank weegt zwaarder.");
    assertThat(versions.json().at("/items/0/inForce").asBoolean()).isTrue();
    assertThat(versions.json().at("/items/1/inForce").asBoolean()).isFalse();
    assertThat(officer.get("/policy/versions/1").expect(200).at("/dmn")).isEqualTo(dmn);
    assertThat(officer.get("/policy/versions/2").expect(200).at("/dmn")).contains(AFTER);
    assertThat(officer.get("/journal").expect(200).text())
        .contains("Een nieuwe versie van het beleid geldt vanaf nu.");
    assertThat(judgeAndRecord(town)).isEqualTo(2);
  }

  @Test
  void aFaultIsToldInTheReadersLanguageWithItsPlace() {
    TestTown town = SERVER.town("policy-fault");
    ApiClient officer = SERVER.signedIn(town, "beheer");
    String dmn = officer.get("/policy/draft").at("/dmn");
    Reply refused =
        officer.put("/policy/draft", draft(dmn.replace("\"DUO\"", "\"TRIO\""), 0)).expect(400);
    assertThat(refused.json().path("errors").size()).isGreaterThan(3);
    assertThat(refused.at("/errors/0/location")).isEqualTo("/dmn");
    assertThat(refused.at("/errors/0/code")).isEqualTo("unknown-measure");
    assertThat(refused.text()).contains("Tabel Maatregelen, regel ", "Er is geen maatregel TRIO.");
  }

  @Test
  void whoWasSlowerHearsThatTheDraftChanged() {
    TestTown town = SERVER.town("policy-slow");
    ApiClient officer = SERVER.signedIn(town, "beheer");
    String dmn = officer.get("/policy/draft").at("/dmn");
    officer.put("/policy/draft", draft(dmn.replace(BEFORE, AFTER), 0)).expect(200);
    Reply late = officer.put("/policy/draft", draft(dmn, 0)).expect(409);
    assertThat(late.at("/errors/0/code")).isEqualTo("draft-changed");
    officer.keyed().post("/policy/versions", Map.of("draftRevision", 7, "note", "x")).expect(409);
    officer.delete("/policy/draft").expect(204);
    assertThat(officer.get("/policy/draft").at("/dmn")).isEqualTo(dmn);
  }

  @Test
  void whoDoesNotMakePolicyReadsItAtMost() {
    TestTown town = SERVER.town("policy-roles");
    ApiClient anna = SERVER.signedIn(town, "anna");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply catalogue = anna.get("/policy/catalogue").expect(200);
    assertThat(catalogue.json().path("factors").size()).isEqualTo(36);
    assertThat(catalogue.text()).contains("Eerder agressief tegen medewerkers", "Collega mee");
    anna.get("/policy/versions").expect(403);
    carla.get("/policy/versions").expect(200);
    carla.get("/policy/versions/1").expect(200);
    carla.get("/policy/versions/2").expect(404);
    for (ApiClient reader : new ApiClient[] {anna, carla}) {
      reader.get("/policy/draft").expect(403);
      reader.put("/policy/draft", draft("x", 0)).expect(403);
      reader.delete("/policy/draft").expect(403);
      reader.post("/policy/trials", Map.of()).expect(403);
      reader.keyed().post("/policy/versions", Map.of("draftRevision", 1, "note", "x")).expect(403);
    }
  }

  private static Map<String, Object> draft(String dmn, int revision) {
    return Map.of("dmn", dmn, "revision", revision);
  }

  private static int judgeAndRecord(TestTown town) {
    PolicyRegister policies = SERVER.part("policyRegister", PolicyRegister.class);
    return SERVER
        .database()
        .inTransaction(
            town.id(),
            tx -> {
              var judgement = policies.judge(tx, town.id(), DRINKS);
              policies.record(tx, town.id(), DRINKS, judgement);
              return judgement.version();
            });
  }
}
