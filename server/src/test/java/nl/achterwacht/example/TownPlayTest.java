package nl.achterwacht.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import nl.achterwacht.app.Achterwacht;
import nl.achterwacht.base.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole server with the example town in it, fifteen times as fast, seen by Bram. */
class TownPlayTest {
  private static final Duration GENEROUS = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private static final String SESSIONS_OF_VISITORS =
      """
      select count(s.id)
        from account.session s
        join account.login l on l.organisation_id = s.organisation_id and l.id = s.login_id
       where l.user_name in ('anna', 'carla', 'beheer')
      """;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ConfigurableApplicationContext server;
  private static Client bram;

  @BeforeAll
  static void start(@TempDir Path data) {
    var application = new SpringApplication(Achterwacht.class);
    application.setRegisterShutdownHook(false);
    server =
        application.run(
            "--server.port=0",
            "--server.shutdown=immediate",
            "--achterwacht.example-town=true",
            "--achterwacht.example-pace=15",
            "--achterwacht.data=" + data);
    String port = server.getEnvironment().getRequiredProperty("local.server.port");
    URI address = URI.create("http://127.0.0.1:" + port);
    bram = new Client(HTTP, address, "bram", new Semaphore(1));
  }

  @AfterAll
  static void stop() {
    server.close();
    HTTP.close();
  }

  @Test
  void aNewcomerSeesALivingBoard() throws InterruptedException {
    JsonNode watches =
        until("/board", board -> running(board.path("watches")).size() >= 8).path("watches");

    assertThat(running(watches)).extracting(w -> w.path("dueAt")).doesNotHaveDuplicates();
    assertThat(bram.get("/me").body().path("exampleTown").asBoolean()).isTrue();
  }

  @Test
  void onlyAVisitHasAWayOut() throws InterruptedException {
    JsonNode watches =
        until("/board", board -> running(board.path("watches")).stream().anyMatch(isOf("shift")))
            .path("watches");

    assertThat(running(watches))
        .filteredOn(isOf("visit").negate())
        .noneMatch(TownPlayTest::isOnTheWayOut);
  }

  @Test
  void anAlarmThatNobodyTakesIsTakenAndClosedByThePlayedStandby() throws InterruptedException {
    JsonNode alarms = until("/board", board -> !board.path("alarms").isEmpty()).path("alarms");
    String page = "/alarms/" + alarms.path(0).path("id").asString();

    JsonNode closed =
        until(page, seen -> seen.path("alarm").path("state").asString("").equals("closed"));

    assertThat(closed.path("timeline").valueStream().map(e -> e.path("byName").asString("")))
        .contains("Mark Verhoeven");
  }

  @Test
  void theTeamHasItsProtocolWhatItAgreedAndAMeeting() throws InterruptedException {
    until("/meetings", list -> !list.path("items").isEmpty());

    assertThat(bram.get("/protocol").body().path("version").asInt()).isEqualTo(1);
    assertThat(bram.get("/agreements").body().path("items")).hasSize(2);
  }

  @Test
  void annaAlwaysHasVisitsAheadAndNobodyElseUsesHerAccount() throws InterruptedException {
    until(
        "/visits?mine=false&pageSize=200",
        list ->
            list.path("items")
                    .valueStream()
                    .filter(v -> v.path("workerName").asString("").equals(Cast.ANNA.name()))
                    .count()
                >= 2);

    long sessions =
        server
            .getBean(Database.class)
            .<Long>inTransaction(tx -> tx.sql(SESSIONS_OF_VISITORS).query(Long.class).single());
    assertThat(sessions).isZero();
  }

  private static Predicate<JsonNode> isOf(String shape) {
    return watch -> watch.path("shape").asString("").equals(shape);
  }

  private static boolean isOnTheWayOut(JsonNode watch) {
    return watch.path("leg").asString("").equals("out");
  }

  private static List<JsonNode> running(JsonNode watches) {
    return watches
        .valueStream()
        .filter(w -> w.path("state").asString("").equals("running"))
        .toList();
  }

  /** What the server shows at {@code path} as soon as it is as {@code wanted}. */
  private static JsonNode until(String path, Predicate<JsonNode> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + GENEROUS.toNanos();
    Optional<JsonNode> last = Optional.empty();
    while (System.nanoTime() < end) {
      JsonNode seen = bram.get(path).body();
      if (wanted.test(seen)) {
        return seen;
      }
      last = Optional.of(seen);
      Pace.rest(LOOK_AGAIN);
    }
    throw new AssertionError(path + " never became as wanted: " + last);
  }
}
