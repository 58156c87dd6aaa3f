package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** DESIGN 4, promise 6: no form is a reason to lose a sign of life, a departure or a panic. */
class NeverRefusedTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final List<String> WRONG_CLOCKS =
      List.of("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z");
  private static int towns;

  /** A worker who is out, in a town of her own. */
  private record Out(TestTown town, ApiClient anna, String watch, String key) {
    String path(String act) {
      return "/watches/" + watch + "/" + act;
    }

    Reply now() {
      return SERVER.signedIn(town, "anna").get("/watches/" + watch).expect(200);
    }

    /** Every session of the town runs out, as after a long night. */
    void sessionsExpire() {
      SERVER
          .database()
          .inTransaction(tx ->
              tx.sql(
                      """
                      update account.session
                         set expires_at = made_at + interval '1 microsecond'
                       where organisation_id = :id
                      """)
                  .param("id", town.id().value())
                  .update());
    }

    List<String> alarmKinds() {
      return SERVER
          .database()
          .inTransaction(tx ->
              tx.sql("select kind from alarm.alarm where organisation_id = :id order by id")
                  .param("id", town.id().value())
                  .query(String.class)
                  .list());
    }
  }

  private static Out out() {
    TestTown town = SERVER.town("never-" + ++towns);
    ApiClient anna = SERVER.signedIn(town, "anna");
    Reply watch =
        anna.keyed()
            .post(
                "/watches",
                Map.of(
                    "shape",
                    "shift",
                    "signEverySeconds",
                    3600,
                    "place",
                    Map.of("address", "Dorpsstraat 12")))
            .expect(201);
    return new Out(town, anna, watch.at("/id"), watch.at("/watchKey"));
  }

  @Test
  void aSignWithAnExpiredSessionCounts() {
    Out out = out();
    String due = out.now().at("/dueAt");
    out.sessionsExpire();
    out.anna().get("/me").expect(401);
    Reply reply = out.anna().keyed().postNothing(out.path("signs-of-life")).expect(200);
    assertThat(reply.at("/dueAt")).isGreaterThan(due);
  }

  @Test
  void aSignWithOnlyTheWatchKeyCounts() {
    Out out = out();
    SERVER
        .visitor()
        .with("Watch-Key", out.key())
        .postNothing(out.path("signs-of-life"))
        .expect(200);
  }

  @Test
  void aSignWithNonsenseInItCounts() {
    Out out = out();
    for (String body : List.of("{", "[]", "\u0000", "{\"made\":7}", "x".repeat(100_000))) {
      out.anna().send("POST", out.path("signs-of-life"), "text/plain", body).expect(200);
    }
    out.anna()
        .with("Idempotency-Key", "geen-uuid")
        .with("Accept", "text/html")
        .without("X-CSRF-Token")
        .send(
            "POST",
            out.path("signs-of-life"),
            "application/json",
            "{\"made\":{\"madeAt\":\"ooit\",\"batteryPercent\":900,\"clockOffsetMillis\":1e300,"
                + "\"position\":{\"latitude\":99}}}")
        .expect(200);
  }

  @Test
  void aWrongClockNeverCountsFromTheFutureAndLosesNothing() {
    Out out = out();
    for (String madeAt : WRONG_CLOCKS) {
      Reply reply =
          out.anna()
              .keyed()
              .post(out.path("signs-of-life"), Map.of("made", Map.of("madeAt", madeAt)))
              .expect(200);
      assertThat(Instant.parse(reply.at("/dueAt")))
          .isBefore(SERVER.now().plus(Duration.ofSeconds(3601)));
    }
  }

  @Test
  void aWrongClockLosesNoDepartureAndNoPanic() {
    for (String act : List.of("departures", "panics")) {
      for (String madeAt : WRONG_CLOCKS) {
        Out out = out();
        Instant before = SERVER.now();
        out.anna()
            .keyed()
            .post(
                out.path(act),
                Map.of("made", Map.of("madeAt", madeAt, "clockOffsetMillis", -9_999_999_999L)))
            .expect(act.equals("panics") ? 201 : 200);
        assertThat(out.alarmKinds()).hasSize(1);
        ApiClient bram = SERVER.signedIn(out.town(), "bram");
        Reply board = bram.get("/board").expect(200);
        assertThat(Instant.parse(board.at("/alarms/0/raisedAt")))
            .as("%s at %s", act, madeAt)
            .isBetween(before.minusSeconds(1), SERVER.now());
      }
    }
  }

  @Test
  void aSignFromNobodyIsKeptAndCountsForNothing() {
    Out out = out();
    String due = out.now().at("/dueAt");
    Reply reply = SERVER.visitor().postNothing(out.path("signs-of-life")).expect(202);
    assertThat(reply.json().path("counted").asBoolean()).isFalse();
    assertThat(out.now().at("/dueAt")).isEqualTo(due);
    ApiClient carla = SERVER.signedIn(out.town(), "carla");
    assertThat(carla.get("/journal").expect(200).text()).contains("watch.unproven-act");
  }

  @Test
  void aPageOfAnotherSiteCannotGiveASignInSomebodysName() {
    Out out = out();
    out.anna()
        .with("Sec-Fetch-Site", "cross-site")
        .postNothing(out.path("signs-of-life"))
        .expect(202);
  }

  @Test
  void aDepartureWithAnExpiredSessionAndNoBodyAlarms() {
    Out out = out();
    out.sessionsExpire();
    out.anna().postNothing(out.path("departures")).expect(200);
    assertThat(out.alarmKinds()).containsExactly("departure");
  }

  @Test
  void aPanicWithAnExpiredSessionAlarmsAsProven() {
    Out out = out();
    out.sessionsExpire();
    Reply reply = out.anna().postNothing(out.path("panics")).expect(201);
    assertThat(reply.json().path("verified").asBoolean()).isTrue();
    assertThat(out.alarmKinds()).containsExactly("panic");
  }

  @Test
  void aPanicFromNobodyAlarmsAsUnverified() {
    Out out = out();
    Reply reply = SERVER.visitor().postNothing(out.path("panics")).expect(201);
    assertThat(reply.json().path("verified").asBoolean()).isFalse();
    assertThat(out.alarmKinds()).containsExactly("unverified");
    ApiClient bram = SERVER.signedIn(out.town(), "bram");
    Reply page = bram.get("/alarms/" + reply.at("/alarmId")).expect(200);
    assertThat(page.at("/alarm/address")).isEqualTo("Dorpsstraat 12");
  }

  @Test
  void aPanicAfterTheWatchEndedStillAlarms() {
    Out out = out();
    out.anna()
        .keyed()
        .post(out.path("endings"), Map.of("how", "finished", "where", "home"))
        .expect(200);
    out.anna().keyed().postNothing(out.path("panics")).expect(201);
    assertThat(out.alarmKinds()).containsExactly("panic");
  }

  @Test
  void aPanicWithoutWatchOrSessionReachesTheOrganisationItHints() {
    TestTown town = SERVER.town("hinted");
    Reply reply =
        SERVER
            .visitor()
            .post(
                "/panics",
                Map.of(
                    "organisationHint", town.id().value(), "personHint", "Anna van het wijkteam"))
            .expect(201);
    ApiClient bram = SERVER.signedIn(town, "bram");
    Reply page = bram.get("/alarms/" + reply.at("/alarmId")).expect(200);
    assertThat(page.text()).contains("Anna van het wijkteam");
  }

  @Test
  void aPanicOfNobodyAboutNothingStillAlarms() {
    SERVER.town("operator");
    for (String body : List.of("{", "{\"watchId\":\"" + UUID.randomUUID() + "\"}")) {
      SERVER.visitor().send("POST", "/panics", "application/json", body).expect(201);
    }
    SERVER.visitor().postNothing("/watches/geen-id/panics").expect(201);
  }

  @Test
  void aPanicOfSomebodySignedInWithoutAWatchIsTheirs() {
    TestTown town = SERVER.town("no-watch");
    Reply reply = SERVER.signedIn(town, "anna").keyed().postNothing("/panics").expect(201);
    assertThat(reply.json().path("verified").asBoolean()).isTrue();
  }

  @Test
  void aPanicSentTwiceIsOneAlarmAndAnotherBodyUnderItsKeyIsAnother() {
    Out out = out();
    ApiClient keyed = out.anna().keyed();
    Reply first = keyed.post(out.path("panics"), Map.of("silent", true)).expect(201);
    Reply again = keyed.post(out.path("panics"), Map.of("silent", true)).expect(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(out.alarmKinds()).hasSize(1);
    keyed.post(out.path("panics"), Map.of("silent", false)).expect(201);
    assertThat(out.alarmKinds()).hasSize(2);
  }

  @Test
  void aPanicThatComesAgainAfterItsAnswerWasForgottenIsTheSameAlarm() {
    TestTown town = SERVER.town("late-repeat");
    ApiClient somebody = SERVER.visitor().keyed();
    Map<String, Object> panic = Map.of("organisationHint", town.id().value());
    String first = somebody.post("/panics", panic).expect(201).at("/alarmId");
    SERVER
        .database()
        .inTransaction(tx ->
            tx.sql("delete from http.given_answer where organisation_id = :id")
                .param("id", town.id().value())
                .update());
    assertThat(somebody.post("/panics", panic).expect(201).at("/alarmId")).isEqualTo(first);
  }

  @Test
  void whoPressesForAColleagueStandsInTheJournal() {
    Out out = out();
    ApiClient carla = SERVER.signedIn(out.town(), "carla");
    Reply reply = carla.keyed().postNothing(out.path("panics")).expect(201);
    assertThat(reply.json().path("verified").asBoolean()).isFalse();
    Reply journal = carla.get("/journal?alarmId=" + reply.at("/alarmId")).expect(200);
    assertThat(journal.at("/items/0/kind")).isEqualTo("alarm.colleague-pressed");
    assertThat(journal.at("/items/0/byName")).isEqualTo("carla");
    ApiClient stranger = SERVER.signedIn(SERVER.town("stranger-" + towns), "carla");
    String other = stranger.keyed().postNothing(out.path("panics")).expect(201).at("/alarmId");
    assertThat(carla.get("/journal?alarmId=" + other).expect(200).text())
        .contains("alarm.raised-again")
        .containsOnlyOnce("colleague-pressed");
  }
}
