package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protocol, working agreements and a team meeting, from the first draft to the minutes. */
class MeetingJourneyTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final LocalDate TODAY =
      LocalDate.ofInstant(SERVER.now(), ZoneId.of("Europe/Amsterdam"));

  @Test
  void aProtocolIsWrittenPutIntoForceAndRead() {
    PlaceTown town = PlaceTown.make(SERVER, "protocol");
    ApiClient anna = town.signedIn("anna");
    assertThat(anna.get("/protocol").expect(200).at("/version")).isEqualTo("0");
    Map<String, Object> draft =
        Map.of("words", Map.of("nl", "# Ons protocol", "en", "# Ours"), "revision", 0);
    anna.put("/protocol/draft", draft).expect(403);
    Reply saved = town.dirk().put("/protocol/draft", draft).expect(200);
    assertThat(town.dirk().put("/protocol/draft", draft).expect(409).text())
        .contains("draft-changed");
    Map<String, Object> asked =
        Map.of(
            "revision",
            1,
            "inForceFrom",
            TODAY.toString(),
            "note",
            "Van ons.",
            "remindAfterDays",
            7);
    assertThat(saved.at("/revision")).isEqualTo("1");
    town.dirk().keyed().post("/protocol/versions", asked).expect(201);
    Reply now = anna.get("/protocol").expect(200);
    assertThat(now.at("/version")).isEqualTo("1");
    assertThat(now.json().path("readAt").isNull()).isTrue();
    Map<String, Object> receipt = Map.of("version", 1);
    anna.keyed().post("/protocol/receipts", receipt).expect(201);
    anna.keyed().post("/protocol/receipts", receipt).expect(201);
    anna.keyed().post("/protocol/receipts", Map.of("version", 9)).expect(400);
    anna.get("/protocol/readers").expect(403);
    List<String> unread = new ArrayList<>();
    for (JsonNode one : town.carla().get("/protocol/readers").expect(200).json().path("items")) {
      if (one.path("readAt").isNull()) {
        unread.add(one.path("name").asString(""));
      }
    }
    assertThat(unread).containsExactly("beheer", "bram", "carla", "dirk");
    assertThat(anna.get("/protocol/versions/1/pdf").expect(200).text()).startsWith("%PDF-");
    anna.get("/protocol/versions/2/pdf").expect(404);
  }

  @Test
  void anAgreementIsChangedReviewedAndEndedByWhoMay() {
    PlaceTown town = PlaceTown.make(SERVER, "agreements");
    ApiClient anna = town.signedIn("anna");
    Map<String, Object> asked =
        Map.of(
            "words", "Wij gaan hier met z'n tweeën.",
            "ownerId", town.town().anna().id().value(),
            "reviewOn", TODAY.plusDays(30).toString());
    anna.keyed().post("/agreements", asked).expect(403);
    Reply made = town.carla().keyed().post("/agreements", asked).expect(201);
    String path = "/agreements/" + made.at("/id");
    assertThat(anna.get("/agreements").expect(200).at("/items/0/mayChange")).isEqualTo("false");
    Map<String, Object> review =
        Map.of("version", 1, "reviewOn", TODAY.plusDays(60).toString(), "reason", "Klopt.");
    town.carla().keyed().post(path + "/reviews", review).expect(200);
    town.carla().keyed().post(path + "/reviews", review).expect(409);
    Map<String, Object> ending = Map.of("version", 2, "reason", "Straat is rustig.");
    town.dirk().keyed().post(path + "/endings", ending).expect(200);
    assertThat(anna.get("/agreements").expect(200).json().path("items")).isEmpty();
    Reply history = anna.get(path).expect(200);
    assertThat(history.json().path("changes")).hasSize(3);
    assertThat(town.carla().get("/agreements/pdf?ended=true").expect(200).text())
        .startsWith("%PDF-");
  }

  @Test
  void onPaperEachPartHasOnlyTheColumnsThatSaySomething() throws IOException {
    PlaceTown town = PlaceTown.make(SERVER, "meeting-paper");
    for (int door = 1; door <= 2; door++) {
      Map<String, Object> threat =
          Map.of("kind", "threat", "address", "Kerkstraat " + door + ", 1011AB Dorp");
      town.signedIn("anna").keyed().post("/signals", threat).expect(201);
    }
    Reply planned =
        town.carla()
            .keyed()
            .post("/meetings", Map.of("startsAt", SERVER.now().plus(Duration.ofDays(1))))
            .expect(201);
    byte[] pdf = town.carla().file("/meetings/" + planned.at("/id") + "/agenda-pdf");
    try (var document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      String streets = text.substring(text.indexOf("Straten en buurten"));
      assertThat(text).contains("Wat Wie Gemeld").contains(" " + TODAY.getYear());
      assertThat(streets).contains("Kerkstraat", "2 signalen").doesNotContain("Wie", "Datum");
    }
  }

  @Test
  void whatDoesNotFitOnAnAgendaIsCountedOnTheScreenOnPaperAndInTheMinutes() throws IOException {
    PlaceTown town = PlaceTown.make(SERVER, "meeting-long");
    ApiClient anna = town.signedIn("anna");
    for (int one = 0; one < 53; one++) {
      Map<String, Object> dog =
          Map.of("kind", "dog", "address", "Straat " + one / 4 + " " + one + ", Dorp");
      anna.keyed().post("/signals", dog).expect(201);
    }
    Reply planned =
        town.carla()
            .keyed()
            .post("/meetings", Map.of("startsAt", SERVER.now().plus(Duration.ofDays(1))))
            .expect(201);
    String path = "/meetings/" + planned.at("/id");
    Reply seen = anna.get(path).expect(200);
    assertThat(item(seen, "signals").path("lines")).hasSize(50);
    assertThat(item(seen, "signals").path("more").asInt()).isEqualTo(3);
    assertThat(item(seen, "hot-spots").path("lines")).hasSize(12);
    // Thirteen streets with four signals; the one signal in the fourteenth repeats nothing.
    assertThat(item(seen, "hot-spots").path("more").asInt()).isEqualTo(1);
    assertThat(item(seen, "tasks").path("more").asInt()).isZero();
    town.carla().keyed().post(path + "/finishes", Map.of()).expect(200);
    assertThat(item(anna.get(path).expect(200), "signals").path("more").asInt()).isEqualTo(3);
    try (var document = Loader.loadPDF(anna.file(path + "/minutes-pdf"))) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("En nog 3; alle open signalen staan bij Taken.")
          .contains("En nog 1; kijk bij Risicogebieden.");
    }
  }

  @Test
  void anAgendaFillsItselfAndWhatIsDecidedIsATaskOrAnAgreementAtOnce() {
    PlaceTown town = PlaceTown.make(SERVER, "meeting");
    ApiClient anna = town.signedIn("anna");
    anna.keyed()
        .post("/signals", Map.of("kind", "threat", "address", "Kerkstraat 4, 1011AB Dorp"))
        .expect(201);
    Reply planned =
        town.carla()
            .keyed()
            .post("/meetings", Map.of("startsAt", SERVER.now().plus(Duration.ofDays(1))))
            .expect(201);
    String path = "/meetings/" + planned.at("/id");
    JsonNode signals = item(anna.get(path).expect(200), "signals");
    assertThat(signals.at("/lines/0/code").asString("")).isEqualTo("threat");
    assertThat(signals.at("/lines/0/words").asString("")).startsWith("Kerkstraat");
    assertThat(signals.toString()).doesNotContain("Kerkstraat 4");
    anna.keyed().post(path + "/items", Map.of("title", "Sleutels")).expect(403);
    Reply own = town.carla().keyed().post(path + "/items", Map.of("title", "Sleutels")).expect(200);
    String item = path + "/items/" + item(own, "own").path("id").asString("");
    Map<String, Object> minutes = Map.of("revision", 0, "minutes", "Besproken.");
    town.carla().put(item + "/minutes", minutes).expect(200);
    town.carla().put(item + "/minutes", minutes).expect(409);
    town.carla().delete(item).expect(409);
    decide(town, item, "task", "Sleutels bestellen");
    decide(town, item, "agreement", "Sleutels liggen in de kluis");
    Map<String, Object> there =
        Map.of(
            "items",
            List.of(Map.of("personId", town.town().anna().id().value(), "how", "present")));
    town.carla().put(path + "/attendance", there).expect(200);
    List<String> order = new ArrayList<>();
    own.json().path("items").forEach(one -> order.add(one.path("id").asString("")));
    order.addFirst(order.removeLast());
    Reply ordered = town.carla().put(path + "/order", Map.of("itemIds", order)).expect(200);
    assertThat(ordered.at("/items/0/title")).isEqualTo("Sleutels");
    town.carla().keyed().post(path + "/mailings", Map.of("what", "minutes")).expect(409);
    town.carla().keyed().post(path + "/finishes", Map.of()).expect(200);
    town.carla().put(item + "/minutes", Map.of("revision", 1, "minutes", "Anders.")).expect(409);
    Reply mailed =
        town.carla().keyed().post(path + "/mailings", Map.of("what", "minutes")).expect(200);
    assertThat(mailed.at("/told")).isEqualTo("4");
    assertThat(anna.get(path + "/minutes-pdf").expect(200).text()).startsWith("%PDF-");
    assertThat(anna.get(path + "/agenda-pdf?language=en").expect(200).text()).startsWith("%PDF-");
    assertThat(anna.get("/agreements").expect(200).at("/items/0/words"))
        .isEqualTo("Sleutels liggen in de kluis");
    List<String> tasks = new ArrayList<>();
    anna.get("/tasks")
        .expect(200)
        .json()
        .path("items")
        .forEach(t -> tasks.add(t.path("what").asString("")));
    assertThat(tasks).contains("Sleutels bestellen", "Sleutels liggen in de kluis");
  }

  @Test
  void whatATeamKeepsIsReadByThatTeamAndByWhoAnswersForOthers() {
    PlaceTown town = PlaceTown.make(SERVER, "meeting-others");
    Reply planned =
        town.carla()
            .keyed()
            .post("/meetings", Map.of("startsAt", SERVER.now().plus(Duration.ofDays(1))))
            .expect(201);
    String path = "/meetings/" + planned.at("/id");
    PlaceTown elsewhere = PlaceTown.make(SERVER, "meeting-elsewhere");
    elsewhere.carla().get(path).expect(404);
    ApiClient admin = town.signedIn("beheer");
    Reply team = admin.post("/teams", Map.of("name", "Ander team"));
    team.expect(201);
    admin
        .keyed()
        .post(
            "/people",
            Map.of(
                "name",
                "eva",
                "userName",
                "eva@meeting-others.example",
                "password",
                TestTown.PASSWORD,
                "roles",
                List.of("worker", "supervisor"),
                "teamId",
                team.at("/id")))
        .expect(201);
    ApiClient eva = SERVER.visitor();
    eva.signIn("eva@meeting-others.example", TestTown.PASSWORD);
    eva.get(path).expect(200);
    assertThat(eva.get("/meetings").expect(200).json().path("items")).isEmpty();
    eva.keyed().post(path + "/finishes", Map.of()).expect(403);
    eva.keyed().post(path + "/cancellations", Map.of()).expect(403);
    town.dirk().keyed().post(path + "/cancellations", Map.of()).expect(200);
  }

  private static void decide(PlaceTown town, String item, String became, String words) {
    town.carla()
        .keyed()
        .post(
            item + "/decisions",
            Map.of(
                "became",
                became,
                "words",
                words,
                "ownerId",
                town.town().anna().id().value(),
                "dueOn",
                TODAY.plusDays(14).toString()))
        .expect(200);
  }

  private static JsonNode item(Reply meeting, String kind) {
    for (JsonNode item : meeting.json().path("items")) {
      if (item.path("kind").asString("").equals(kind)) {
        return item;
      }
    }
    throw new AssertionError("no " + kind + " in " + meeting.text());
  }
}
