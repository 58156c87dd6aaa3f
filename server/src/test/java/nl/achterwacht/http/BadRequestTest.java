package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.notify.LogTrap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad request gets the right problem, stores nothing, and leaves no secret in the log. */
class BadRequestTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final TestTown OURS = SERVER.town("bad-ours");
  private static final TestTown THEIRS = SERVER.town("bad-theirs");
  private static final String SECRET = "geheim-woord-dat-nergens-mag-staan";
  private static final Map<String, ApiClient> CLIENTS = new HashMap<>();
  private static final Map<String, String> NAMES = new HashMap<>();
  private static final LogTrap LOG = LogTrap.open();

  @BeforeAll
  static void somethingToRefuse() {
    for (String who : List.of("anna", "bram", "carla", "beheer")) {
      CLIENTS.put(who, SERVER.signedIn(OURS, who));
    }
    CLIENTS.put("nobody", SERVER.visitor());
    NAMES.put("usedKey", UUID.randomUUID().toString());
    Reply watch = client("anna +Idempotency-Key={usedKey}").post("/watches", adHoc()).expect(201);
    NAMES.put("watch", watch.at("/id"));
    NAMES.put("watchKey", watch.at("/watchKey"));
    NAMES.put("nobody", "00000000-0000-7000-8000-000000000000");
    NAMES.put("secret", SECRET);
    NAMES.put("password", TestTown.PASSWORD);
    NAMES.put("ourId", OURS.id().toString());
    NAMES.put("team", OURS.team().toString());
    NAMES.put("bram", OURS.bram().id().toString());
    NAMES.put("carla", OURS.carla().id().toString());
    NAMES.put("annaUser", OURS.user("anna"));
    NAMES.put("bramUser", OURS.user("bram"));
    nameTheirs();
  }

  private static void nameTheirs() {
    ApiClient anna = SERVER.signedIn(THEIRS, "anna");
    ApiClient bram = SERVER.signedIn(THEIRS, "bram");
    NAMES.put("theirTeam", THEIRS.team().toString());
    NAMES.put("theirAnna", THEIRS.anna().id().toString());
    NAMES.put("theirBram", THEIRS.bram().id().toString());
    NAMES.put("theirBike", THEIRS.bike().toString());
    NAMES.put("theirWatch", anna.keyed().post("/watches", adHoc()).expect(201).at("/id"));
    String visit = BadRequest.filled("{visit PT30H}", NAMES, SERVER.now());
    NAMES.put(
        "theirVisit",
        anna.keyed().send("POST", "/visits", "application/json", visit).expect(201).at("/id"));
    Reply drill =
        SERVER
            .signedIn(THEIRS, "beheer")
            .keyed()
            .post("/drills", Map.of("teamId", THEIRS.team().value()))
            .expect(201);
    // Closed, so that its ladder does not change what is compared.
    String alarm = "/alarms/" + drill.at("/id");
    bram.keyed().postNothing(alarm + "/acknowledgements").expect(200);
    bram.keyed().post(alarm + "/closures", Map.of("outcome", "drill")).expect(200);
    NAMES.put("theirAlarm", drill.at("/id"));
    await().atMost(Duration.ofMinutes(2)).until(BadRequestTest::allNoticesCameToRest);
  }

  private static boolean allNoticesCameToRest() {
    return SERVER
            .database()
            .inTransaction(tx ->
                tx.sql(
                        """
                        select (select count(*)
                                  from notify.notice
                                 where organisation_id = :theirs
                                   and wake_at is not null)
                             + (select count(*)
                                  from drill.drill
                                 where organisation_id = :theirs
                                   and ended_at is null)
                        """)
                    .param("theirs", THEIRS.id().value())
                    .query(Long.class)
                    .single())
        == 0;
  }

  static Stream<BadRequest> table() {
    return BadRequest.table().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isRefusedAndStoresNothing(BadRequest bad) {
    Map<String, String> before = contents(bad);
    @Nullable String body = bad.body() == null ? null : filled(bad.body());
    Reply reply = client(bad.who()).send(bad.method(), filled(bad.path()), bad.type(), body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(bad.status());
    assertThat(reply.at("/type")).isEqualTo("/problems/" + bad.problem());
    assertThat(reply.text())
        .doesNotContain("Exception", "nl.achterwacht", "org.spring", "SQL", SECRET);
    assertThat(contents(bad)).isEqualTo(before);
  }

  @Test
  void theTableIsLongAndEachOfItsNamesIsThereOnce() {
    assertThat(table().map(BadRequest::name))
        .hasSizeGreaterThanOrEqualTo(40)
        .doesNotHaveDuplicates();
  }

  @Test
  void allFaultsAreToldTogetherWithTheirPlace() {
    String body =
        """
        {"place": {"address": ""}, "plannedStartAt": "gisteren", "highRisk": "ja"}
        """;
    Reply reply =
        client("anna +Idempotency-Key=geen")
            .send("POST", "/visits", "application/json", body)
            .expect(400);
    assertThat(reply.json().path("errors").size()).isEqualTo(5);
    assertThat(reply.text())
        .contains("/place/address", "/plannedStartAt", "/plannedEndAt", "/highRisk")
        .contains("Idempotency-Key");
  }

  @AfterAll
  static void noSecretWasLogged() {
    LOG.close();
    assertThat(String.join("\n", LOG.lines()))
        .doesNotContain(SECRET, TestTown.PASSWORD, NAMES.get("watchKey"), "3175", "9864")
        .doesNotContain(signedIn("anna").header("Cookie"));
  }

  /** {@code anna +Header=value -Header}: a client, changed. */
  private static ApiClient client(String who) {
    String[] words = who.split(" ", -1);
    ApiClient client = signedIn(words[0]);
    for (int i = 1; i < words.length; i++) {
      String header = filled(words[i].substring(1));
      int equals = header.indexOf('=');
      client =
          words[i].startsWith("-")
              ? client.without(header)
              : client.with(header.substring(0, equals), header.substring(equals + 1));
    }
    return client;
  }

  private static ApiClient signedIn(String who) {
    return Objects.requireNonNull(CLIENTS.get(who));
  }

  private static String filled(String text) {
    return BadRequest.filled(text, NAMES, SERVER.now());
  }

  /** All that is stored of both towns, and of nobody. */
  private static Map<String, String> contents(BadRequest bad) {
    Map<String, String> contents =
        Tables.contents(SERVER.database(), List.of(OURS.id(), THEIRS.id()));
    if (bad.path().equals("/sessions")) {
      // A sign-in that failed must be counted, or passwords could be guessed for ever.
      contents.remove("account.failed_sign_in");
    }
    return contents;
  }

  private static Map<String, Object> adHoc() {
    return Map.of(
        "shape", "visit", "expectedEndAt", SERVER.now().plus(Duration.ofHours(1)).toString());
  }
}
