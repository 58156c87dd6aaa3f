package nl.achterwacht.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.achterwacht.journal.JournalReader.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The live board: less than a second behind, and it goes on where it left off. */
@Timeout(120)
class BoardStreamTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final Map<String, String> WORKS = Map.of("alarmResult", "works");
  private static final TestTown TOWN = SERVER.town("stream");
  private static final TestTown OTHER = SERVER.town("stream-other");

  @Test
  void anAlarmOfOursComesAndOneOfOthersDoesNot() throws Exception {
    ApiClient bram = SERVER.signedIn(TOWN, "bram");
    String from = bram.get("/board").expect(200).at("/position");
    String theirs = drill(OTHER);
    String ours = drill(TOWN);
    String heard = listen(from, text -> text.contains(ours));
    assertThat(heard).contains("retry:2000", "event:alarm.opened").doesNotContain(theirs);
  }

  @Test
  void whatHappenedMeanwhileIsToldAgainFromTheLastPosition() throws Exception {
    drill(TOWN);
    ApiClient bram = SERVER.signedIn(TOWN, "bram");
    // Each snapshot is newer than what the server has read for its boards: no reason to start over.
    for (int i = 0; i < 5; i++) {
      String from = bram.get("/board").expect(200).at("/position");
      String next = drill(TOWN);
      String heard = listen(from, text -> text.contains(next));
      assertThat(heard).contains("event:alarm.opened").doesNotContain("event:reset");
      assertThat(positions(heard)).allMatch(at -> isAfter(at, from)).doesNotHaveDuplicates();
      assertThat(listen(from, text -> text.contains(next))).doesNotContain("event:reset");
    }
  }

  @Test
  void aPositionThatIsNoneResetsTheBoard() throws Exception {
    assertThat(listen("gisteren", text -> text.contains("data:"))).contains("event:reset");
    assertThat(listen("9223372036854775000-1", text -> text.contains("data:")))
        .contains("event:reset");
  }

  @Test
  void aServerThatStopsEndsTheStreamInOrderAndTheBrowserCanComeBack() throws Exception {
    TestServer stops = TestServer.start(TestServer.IN_ORDER);
    TestTown town = stops.town("stops");
    ApiClient bram = stops.signedIn(town, "bram");
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream in = open(client, stops, bram, "")) {
      assertThat(in.read()).as("it runs").isPositive();
      stops.close();
      // A stream that is cut in the middle throws.
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains(":achterwacht");
    }
  }

  private static List<String> positions(String heard) {
    return Pattern.compile("^id:(.*)$", Pattern.MULTILINE)
        .matcher(heard)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static boolean isAfter(String place, String other) {
    Position one = requireNonNull(Position.parse(place));
    Position two = requireNonNull(Position.parse(other));
    return one.tx() > two.tx() || (one.tx() == two.tx() && one.seq() > two.seq());
  }

  static String drill(TestTown town) {
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    // One at a time: what an earlier call began is over now.
    for (JsonNode one : beheer.get("/drills").expect(200).json().path("items")) {
      if (one.path("state").asString("").equals("running")) {
        beheer
            .keyed()
            .post("/drills/" + one.path("id").asString("") + "/endings", WORKS)
            .expect(200);
      }
    }
    return beheer
        .keyed()
        .post("/drills", Map.of("teamId", town.team().value()))
        .expect(201)
        .at("/id");
  }

  private static String listen(String after, Predicate<String> enough)
      throws IOException, InterruptedException {
    return listen(SERVER.signedIn(TOWN, "bram"), after, enough);
  }

  /** Reads the stream until {@code enough}; the time-out of the test is the only limit. */
  static String listen(ApiClient who, String after, Predicate<String> enough)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var heard = new StringBuilder();
      try (InputStream in = open(client, SERVER, who, after)) {
        byte[] some = new byte[8192];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
          heard.append(new String(some, 0, n, StandardCharsets.UTF_8));
          if (enough.test(heard.toString())) {
            break;
          }
        }
      }
      client.shutdownNow();
      return heard.toString();
    }
  }

  private static InputStream open(HttpClient client, TestServer server, ApiClient who, String after)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.port() + "/api/v1/board/events"))
            .header("Cookie", who.header("Cookie"))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", after)
            .build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("API-Version")).isPresent();
    return response.body();
  }
}
