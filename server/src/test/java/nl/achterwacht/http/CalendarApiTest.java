package nl.achterwacht.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A worker has a calendar read and says what of it are visits; nobody else sees it. */
class CalendarApiTest {
  private static final TestServer SERVER =
      TestServer.start(true, "--achterwacht.also-allowed-targets=127.0.0.0/8");
  private static HttpServer feeds;

  @BeforeAll
  static void feed() throws IOException {
    feeds = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    String day =
        DateTimeFormatter.ofPattern("uuuuMMdd")
            .withZone(ZoneOffset.UTC)
            .format(SERVER.now().plus(Duration.ofDays(3)));
    String text =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:een
        DTSTART:%sT100000Z
        DTEND:%sT110000Z
        SUMMARY:Huisbezoek
        LOCATION:Dorpsstraat 12
        END:VEVENT
        BEGIN:VEVENT
        UID:twee
        DTSTART:%sT120000Z
        DTEND:%sT130000Z
        SUMMARY:Overleg
        LOCATION:Kantoor
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(day, day, day, day)
            .replace("\n", "\r\n");
    feeds.createContext(
        "/agenda.ics",
        exchange -> {
          try (exchange) {
            byte[] body = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    feeds.start();
  }

  @AfterAll
  static void close() {
    feeds.stop(0);
    SERVER.close();
  }

  @Test
  void whatIsFoundIsProposedAndBecomesAVisitOrNot() {
    TestTown town = SERVER.town("calendar");
    ApiClient anna = SERVER.signedIn(town, "anna");
    String calendar = anna.keyed().post("/calendars", feedOf()).expect(201).at("/id");
    Reply proposals = awaitProposals(anna, 2);
    assertThat(proposals.at("/items/0/address")).isEqualTo("Dorpsstraat 12");
    assertThat(proposals.text()).doesNotContain("Huisbezoek");
    String first = "/calendar-proposals/" + proposals.at("/items/0/id");
    String second = "/calendar-proposals/" + proposals.at("/items/1/id");
    Reply visit = anna.keyed().postNothing(first + "/acceptances").expect(201);
    assertThat(anna.get("/visits/" + visit.at("/visitId")).expect(200).at("/state"))
        .isEqualTo("planned");
    anna.keyed().postNothing(first + "/acceptances").expect(409);
    anna.keyed().postNothing(second + "/dismissals").expect(204);
    assertThat(anna.get("/calendar-proposals").expect(200).json().path("items")).isEmpty();
    Reply mine = anna.get("/calendars").expect(200);
    assertThat(mine.at("/items/0/host")).isEqualTo("127.0.0.1");
    assertThat(mine.text()).doesNotContain("agenda.ics");
    anna.delete("/calendars/" + calendar).expect(204);
    assertThat(anna.get("/calendars").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void aRuleTurnsProposalsIntoVisits() {
    TestTown town = SERVER.town("calendar-rule");
    ApiClient anna = SERVER.signedIn(town, "anna");
    String path = "/calendars/" + anna.keyed().post("/calendars", feedOf()).expect(201).at("/id");
    awaitProposals(anna, 2);
    String rule =
        anna.keyed().post(path + "/rules", Map.of("word", "huisbezoek")).expect(201).at("/id");
    awaitProposals(anna, 1);
    assertThat(anna.get("/visits").expect(200).json().path("items")).hasSize(1);
    anna.delete(path + "/rules/" + rule).expect(204);
    anna.delete(path + "/rules/" + rule).expect(404);
  }

  @Test
  void anAddressInANetworkOfOursIsNotCalledAndTheOwnerHears() {
    TestTown town = SERVER.town("calendar-inside");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Map<String, Object> inside = feedOf();
    inside.put("url", "https://10.0.0.1/agenda.ics");
    anna.keyed().post("/calendars", inside).expect(201);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> anna.get("/calendars").at("/items/0/trouble").equals("forbidden-address"));
  }

  @Test
  void nobodyElseSeesOrChangesMyCalendar() {
    TestTown town = SERVER.town("calendar-mine");
    ApiClient anna = SERVER.signedIn(town, "anna");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String path = "/calendars/" + anna.keyed().post("/calendars", feedOf()).expect(201).at("/id");
    String proposal = "/calendar-proposals/" + awaitProposals(anna, 2).at("/items/0/id");
    assertThat(carla.get("/calendars").expect(200).json().path("items")).isEmpty();
    assertThat(carla.get("/calendar-proposals").expect(200).json().path("items")).isEmpty();
    carla.delete(path).expect(404);
    carla.keyed().post(path + "/rules", Map.of()).expect(404);
    carla.keyed().postNothing(proposal + "/acceptances").expect(404);
    carla.keyed().postNothing(proposal + "/dismissals").expect(404);
    SERVER.signedIn(town, "bram").get("/calendars").expect(403);
  }

  @Test
  void whatIsNoCalendarIsRefused() {
    TestTown town = SERVER.town("calendar-form");
    ApiClient anna = SERVER.signedIn(town, "anna");
    for (var wrong :
        Map.<String, Object>of(
                "url", "ftp://x.example/a", "name", "  ", "kind", "exchange", "userName", "anna")
            .entrySet()) {
      Map<String, Object> body = feedOf();
      body.put(wrong.getKey(), wrong.getValue());
      anna.keyed().post("/calendars", body).expect(400);
    }
  }

  private static Reply awaitProposals(ApiClient client, int count) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> client.get("/calendar-proposals").expect(200),
            reply -> reply.json().path("items").size() == count);
  }

  private static Map<String, Object> feedOf() {
    String url = "http://127.0.0.1:" + feeds.getAddress().getPort() + "/agenda.ics";
    return new HashMap<>(Map.of("name", "Werk", "kind", "feed", "url", url));
  }
}
