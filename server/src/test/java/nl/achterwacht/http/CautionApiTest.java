package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** Fair cautions over the API: two persons, a letter, looks that are journalled, roles, tenants. */
class CautionApiTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void oneProposesAnotherConfirmsAndBothAreNamed() {
    PlaceTown town = PlaceTown.make(SERVER, "two-persons");
    String place = town.place();
    Reply proposed =
        town.carla().keyed().post("/places/" + place + "/cautions", town.dog()).expect(201);
    assertThat(proposed.at("/state")).isEqualTo("proposed");
    String caution = "/cautions/" + proposed.at("/id");
    Reply early = town.dirk().keyed().post(caution + "/confirmations", Map.of()).expect(409);
    assertThat(early.at("/errors/0/code")).isEqualTo("letter-first");
    town.carla()
        .keyed()
        .post(caution + "/letters", Map.of("notSentBecause", "Gevaar voor de melder."))
        .expect(200);
    Reply own = town.carla().keyed().post(caution + "/confirmations", Map.of()).expect(409);
    assertThat(own.at("/errors/0/code")).isEqualTo("own-proposal");
    Reply confirmed = town.dirk().keyed().post(caution + "/confirmations", Map.of()).expect(200);
    assertThat(confirmed.at("/state")).isEqualTo("in-force");
    assertThat(confirmed.at("/proposedByName")).isEqualTo("carla");
    assertThat(confirmed.at("/confirmedByName")).isEqualTo("dirk");
    assertThat(confirmed.at("/noLetterReason")).isEqualTo("Gevaar voor de melder.");
    town.carla()
        .keyed()
        .post(
            caution + "/replies",
            Map.of("text", "De hond is weg.", "receivedOn", town.yesterday().toString()))
        .expect(200);
    Reply ended =
        town.carla().keyed().post(caution + "/endings", Map.of("reason", "Klopt.")).expect(200);
    assertThat(ended.at("/state")).isEqualTo("ended");
    assertThat(ended.at("/reply")).isEqualTo("De hond is weg.");
    assertThat(town.carla().get("/places/" + place + "/cautions").json().path("items").size())
        .isZero();
    Reply late =
        town.dirk().keyed().post(caution + "/endings", Map.of("reason", "Weer.")).expect(409);
    assertThat(late.at("/errors/0/code")).isEqualTo("already-ended");
  }

  @Test
  void everyLookStandsInTheJournalWithWhoAndWhich() {
    PlaceTown town = PlaceTown.make(SERVER, "looks");
    String place = town.place();
    String caution = town.cautionInForce(place);
    String visit = town.visitOfAnna(3);
    assertThat(town.journal("caution.looked-at")).isEmpty();
    Reply known = town.carla().get("/places/" + place).expect(200);
    assertThat(known.json().path("cautionsInForce").asInt()).isEqualTo(1);
    assertThat(known.text()).doesNotContain("hond");
    assertThat(town.journal("caution.looked-at")).isEmpty();
    town.carla().get("/places/" + place + "/cautions").expect(200);
    town.signedIn("anna").get("/visits/" + visit + "/place").expect(200);
    assertThat(town.journal("caution.looked-at"))
        .containsExactly(
            town.town().carla().id() + " " + caution, town.town().anna().id() + " " + caution);
    assertThat(town.carla().get("/journal").text())
        .contains("Aandachtspunt bekeken.")
        .doesNotContain("hond");
  }

  @Test
  void whoComesAlongReadsThemAsTheWorkerDoes() {
    PlaceTown town = PlaceTown.make(SERVER, "along");
    town.cautionInForce(town.place());
    String visit = town.visitOfAnna(3);
    ApiClient anna = town.signedIn("anna");
    Map<String, Object> colleague =
        Map.of(
            "name",
            "Fleur",
            "userName",
            town.town().user("fleur"),
            "password",
            TestTown.PASSWORD,
            "teamId",
            anna.get("/me").at("/teamId"),
            "roles",
            List.of("worker"));
    String id = town.signedIn("beheer").post("/people", colleague).expect(201).at("/id");
    ApiClient fleur = town.signedIn("fleur");
    PreparingTown.ask(anna, visit, "DUO", id).expect(200);
    fleur.get("/visits/" + visit + "/place").expect(403);
    PreparingTown.answer(fleur, visit, "DUO", true).expect(200);
    Reply known = fleur.get("/visits/" + visit + "/place").expect(200);
    assertThat(known.at("/cautions/0/behaviour")).contains("hond");
    assertThat(town.journal("caution.looked-at")).anyMatch(line -> line.startsWith(id));
  }

  @Test
  void aWorkerReadsThoseOfOwnVisitsAndNotHowWeKnow() {
    PlaceTown town = PlaceTown.make(SERVER, "own-cautions");
    String place = town.place();
    town.cautionInForce(place);
    String soon = town.visitOfAnna(3);
    String later = town.visitOfAnna(24 * 20);
    ApiClient anna = town.signedIn("anna");
    Reply own = anna.get("/visits/" + soon + "/place").expect(200);
    assertThat(own.at("/cautions/0/behaviour")).contains("hond");
    assertThat(own.text()).doesNotContain("Verslag", "carla", "dirk");
    Reply early = anna.get("/visits/" + later + "/place").expect(200);
    assertThat(early.json().path("cautionsHidden").asBoolean()).isTrue();
    assertThat(early.text()).doesNotContain("hond");
    anna.get("/places/" + place).expect(403);
    anna.get("/places/" + place + "/cautions").expect(403);
    anna.get("/cautions").expect(403);
    anna.keyed().post("/cautions/" + UUID.randomUUID() + "/confirmations", Map.of()).expect(403);
  }

  @Test
  void theStandbyReadsThemOnlyWhileSomebodyIsOut() {
    PlaceTown town = PlaceTown.make(SERVER, "standby-reads");
    town.cautionInForce(town.place());
    String visit = town.visitOfAnna(0);
    ApiClient bram = town.signedIn("bram");
    assertThat(bram.get("/visits/" + visit + "/place").text()).doesNotContain("hond");
    town.signedIn("anna")
        .keyed()
        .post("/watches", Map.of("shape", "visit", "visitId", visit))
        .expect(201);
    assertThat(bram.get("/visits/" + visit + "/place").expect(200).text()).contains("hond");
    Reply desk = town.signedIn("beheer").get("/visits/" + visit + "/place").expect(200);
    assertThat(desk.json().path("cautionsHidden").asBoolean()).isTrue();
  }

  @Test
  void aWorkerProposesForAnAddressOfAnOwnVisitOnly() {
    PlaceTown town = PlaceTown.make(SERVER, "worker-proposes");
    String path = "/places/" + town.place() + "/cautions";
    ApiClient anna = town.signedIn("anna");
    anna.keyed().post(path, town.dog()).expect(403);
    town.visitOfAnna(1);
    Reply proposed = anna.keyed().post(path, town.dog()).expect(201);
    assertThat(proposed.at("/proposedByName")).isEqualTo("anna");
    Reply list = town.carla().get("/cautions").expect(200);
    assertThat(list.at("/items/0/id")).isEqualTo(proposed.at("/id"));
  }

  @Test
  void judgingWordsAreAHintToWhoDecides() {
    PlaceTown town = PlaceTown.make(SERVER, "hint");
    var words = new java.util.HashMap<>(town.dog());
    words.put("behaviour", "Lastige klager.");
    Reply proposed =
        town.carla().keyed().post("/places/" + town.place() + "/cautions", words).expect(201);
    assertThat(proposed.json().path("wordHints").toString()).isEqualTo("[\"klager\",\"lastige\"]");
  }

  @Test
  void aRenewalNeedsAReasonAndStaysWithinItsBounds() {
    PlaceTown town = PlaceTown.make(SERVER, "renewal");
    String path = "/cautions/" + town.cautionInForce(town.place());
    String far = town.yesterday().plusMonths(14).toString();
    town.carla().keyed().post(path + "/renewals", Map.of("endsOn", far, "reason", " ")).expect(400);
    Reply tooLong =
        town.carla()
            .keyed()
            .post(path + "/renewals", Map.of("endsOn", far, "reason", "Weer gezien."))
            .expect(409);
    assertThat(tooLong.at("/errors/0/code")).isEqualTo("too-long");
    town.carla().keyed().postNothing(path + "/reviews").expect(200);
  }

  @Test
  void anotherOrganisationSeesAndChangesNothing() {
    PlaceTown ours = PlaceTown.make(SERVER, "caution-ours");
    PlaceTown theirs = PlaceTown.make(SERVER, "caution-theirs");
    String place = theirs.place();
    String caution = theirs.cautionInForce(place);
    ours.carla().get("/places/" + place).expect(404);
    ours.carla().get("/places/" + place + "/cautions").expect(404);
    ours.carla().keyed().post("/places/" + place + "/cautions", ours.dog()).expect(404);
    ours.carla()
        .keyed()
        .post("/cautions/" + caution + "/endings", Map.of("reason", "x"))
        .expect(404);
    ours.carla().get("/visits/" + theirs.visitOfAnna(1) + "/place").expect(404);
    assertThat(theirs.journal("caution.looked-at")).isEmpty();
  }

  @Test
  void theSameProposalSentTwiceIsOne() {
    PlaceTown town = PlaceTown.make(SERVER, "caution-twice");
    String path = "/places/" + town.place() + "/cautions";
    ApiClient once = town.carla().keyed();
    String first = once.post(path, town.dog()).expect(201).at("/id");
    assertThat(once.post(path, town.dog()).expect(201).at("/id")).isEqualTo(first);
  }
}
