package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** A rule that says no undoes nothing of what was noted with it, and says the same to a repeat. */
class RefusedActTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void aWrongCodeIsToldToTheStandbyAndStandsInTheJournal() {
    TestTown town = SERVER.town("wrong-code");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply watch = anna.keyed().post("/watches", WatchJourneyTest.highRisk()).expect(201);
    ApiClient once = anna.keyed();
    Map<String, Object> ending = Map.of("how", "finished", "where", "home", "code", "9753");
    String path = "/watches/" + watch.at("/id") + "/endings";
    Reply refused = once.post(path, ending).expect(409);
    assertThat(refused.at("/errors/0/code")).isEqualTo("code-wrong");
    assertThat(once.post(path, ending).expect(409).text()).isEqualTo(refused.text());
    assertThat(notices(town)).containsExactly("standby-wrong-code");
    assertThat(journal(town, "watch.refused")).containsExactly(town.anna().id().toString());
    assertThat(anna.get("/watches/" + watch.at("/id")).at("/state")).isEqualTo("running");
    anna.keyed().post(path, Map.of("how", "finished", "where", "home")).expect(409);
    assertThat(notices(town)).hasSize(1);
    assertThat(journal(town, "watch.refused")).hasSize(2);
  }

  @Test
  void whatAnotherHandlerTriedStandsInTheJournal() {
    TestTown town = SERVER.town("refused-handler");
    ApiClient bram = SERVER.signedIn(town, "bram");
    ApiClient carla = SERVER.signedIn(town, "carla").keyed();
    Reply panic = SERVER.signedIn(town, "anna").keyed().postNothing("/panics").expect(201);
    String path = "/alarms/" + panic.at("/alarmId") + "/acknowledgements";
    bram.keyed().postNothing(path).expect(200);
    Reply refused = carla.postNothing(path).expect(409);
    assertThat(refused.at("/errors/0/code")).isEqualTo("handled-by-other");
    assertThat(carla.postNothing(path).expect(409).text()).isEqualTo(refused.text());
    assertThat(journal(town, "alarm.refused")).containsExactly(town.carla().id().toString());
  }

  @Test
  void whoWasAddedAlreadyIsNotRefusedToARepeat() {
    TestTown town = SERVER.town("added-twice");
    ApiClient beheer = SERVER.signedIn(town, "beheer").keyed();
    Map<String, Object> dirk =
        Map.of(
            "name",
            "dirk",
            "userName",
            "dirk@added-twice.example",
            "password",
            TestTown.PASSWORD,
            "teamId",
            town.team().value(),
            "roles",
            List.of("worker"));
    Reply added = beheer.post("/people", dirk).expect(201);
    assertThat(beheer.post("/people", dirk).expect(201).text()).isEqualTo(added.text());
    Reply refused = beheer.keyed().post("/people", dirk).expect(409);
    assertThat(refused.at("/errors/0/location")).isEqualTo("/userName");
  }

  @Test
  void aStartThatCannotBeStandsInTheJournal() {
    TestTown town = SERVER.town("refused-start");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply watch = anna.keyed().post("/watches", WatchJourneyTest.adHoc()).expect(201);
    Map<String, Object> again = new java.util.HashMap<>(WatchJourneyTest.adHoc());
    again.put("id", watch.at("/id"));
    anna.keyed().post("/watches", again).expect(409);
    assertThat(journal(town, "watch.refused")).hasSize(1);
  }

  @Test
  void whoHasNoCodesHearsThatAndCanStillEndTheWatch() {
    TestTown town = SERVER.town("no-codes");
    ApiClient carla = SERVER.signedIn(town, "carla");
    assertThat(carla.get("/me").expect(200).json().path("codesSet").asBoolean()).isFalse();
    Reply watch = carla.keyed().post("/watches", WatchJourneyTest.highRisk()).expect(201);
    String path = "/watches/" + watch.at("/id") + "/endings";
    Map<String, Object> ending = Map.of("how", "finished", "where", "home");
    assertThat(carla.keyed().post(path, ending).expect(409).at("/errors/0/code"))
        .isEqualTo("no-codes");
    Map<String, Object> guess = Map.of("how", "finished", "where", "home", "code", "2580");
    assertThat(carla.keyed().post(path, guess).expect(409).at("/errors/0/code"))
        .isEqualTo("no-codes");
    carla
        .put(
            "/me/codes",
            Map.of(
                "safeCode",
                TestTown.SAFE_CODE,
                "duressCode",
                TestTown.DURESS_CODE,
                "password",
                TestTown.PASSWORD))
        .expect(204);
    carla.keyed().post(path, guess).expect(200);
  }

  private static List<String> notices(TestTown town) {
    return texts(town, "select kind from notify.notice where organisation_id = :town");
  }

  private static List<String> journal(TestTown town, String kind) {
    return texts(
        town,
        "select actor_id::text from journal.entry where organisation_id = :town and kind = '"
            + kind
            + "'");
  }

  private static List<String> texts(TestTown town, String sql) {
    return SERVER
        .database()
        .inTransaction(
            tx -> tx.sql(sql).param("town", town.id().value()).query(String.class).list());
  }
}
