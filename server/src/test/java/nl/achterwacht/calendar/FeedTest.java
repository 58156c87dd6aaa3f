package nl.achterwacht.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.achterwacht.calendar.Agenda.calendar;
import static nl.achterwacht.calendar.Agenda.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.achterwacht.calendar.Proposals.Accepted;
import nl.achterwacht.calendar.Proposals.Wish;
import nl.achterwacht.calendar.Subscription.Kind;
import nl.achterwacht.watch.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proposals and visits follow a feed; what is not certain is asked. */
class FeedTest {
  private static final Wish AS_IT_IS = new Wish(null, null, null, null, false);

  private final Agenda agenda = new Agenda();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
  private final List<Integer> answers = new CopyOnWriteArrayList<>();
  private volatile String feed = calendar();

  FeedTest() throws IOException, NoSuchAlgorithmException {
    server.createContext("/agenda.ics", this::serve);
    server.createContext("/elders", exchange -> redirect(exchange, url()));
    server.createContext("/weg", exchange -> redirect(exchange, "http://10.0.0.1/agenda.ics"));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    agenda.close();
  }

  @Test
  void withoutARuleEverythingIsAProposalAndTheTitleStaysOut() {
    feed = calendar(event("a", "20270310", "1400", ""));
    subscribe(false);
    agenda.poll();
    assertThat(agenda.visits()).isEmpty();
    Kept proposal = agenda.proposals().getFirst();
    assertThat(proposal.address()).isEqualTo("Dorpsstraat 12");
    assertThat(proposal.title()).isNull();
    long told =
        agenda.world().count("select count(*) from calendar.appointment where title is not null");
    assertThat(told).isZero();
  }

  @Test
  void titlesAreKeptOnlyWhenTheWorkerWantsThat() {
    feed = calendar(event("a", "20270310", "1400", ""));
    subscribe(true);
    agenda.poll();
    assertThat(agenda.proposals().getFirst().title()).isEqualTo("Huisbezoek mevrouw Geheim");
  }

  @Test
  void acceptedItIsAVisitThatFollowsItsAppointment() {
    feed = calendar(event("a", "20270310", "1400", ""));
    subscribe(false);
    agenda.poll();
    UUID proposal = agenda.proposals().getFirst().id();
    assertThat(agenda.accept(proposal, AS_IT_IS)).isInstanceOf(Accepted.Done.class);
    assertThat(agenda.accept(proposal, AS_IT_IS)).isInstanceOf(Accepted.Decided.class);
    assertThat(agenda.proposals()).isEmpty();
    feed = calendar(event("a", "20270312", "1000", "SEQUENCE:1\n"));
    agenda.poll();
    assertThat(agenda.starts()).containsExactly("2027-03-12T09:00:00Z");
    feed = calendar();
    agenda.poll();
    assertThat(agenda.visits()).isEmpty();
    assertThat(agenda.everPlanned()).isEqualTo(1);
  }

  @Test
  void wherePlaceOrTimesAreMissingTheyAreAsked() {
    feed =
        calendar(
            "UID:a\nDTSTART;VALUE=DATE:20270310\nLOCATION:Dorpsstraat 12\n",
            "UID:b\nDTSTART:20270311T100000Z\nDTEND:20270311T110000Z\n");
    UUID calendar = subscribe(false);
    agenda.rule(calendar, null);
    agenda.poll();
    assertThat(agenda.visits()).isEmpty();
    List<Kept> asked = agenda.proposals();
    assertThat(asked).hasSize(2);
    assertThat(agenda.accept(asked.getFirst().id(), AS_IT_IS))
        .isInstanceOf(Accepted.TimesMissing.class);
    assertThat(agenda.accept(asked.getLast().id(), AS_IT_IS))
        .isInstanceOf(Accepted.PlaceMissing.class);
    Instant start = Instant.parse("2027-03-10T09:00:00Z");
    assertThat(
            agenda.accept(
                asked.getFirst().id(), new Wish(null, null, start, start.plusSeconds(60), true)))
        .isInstanceOf(Accepted.Done.class);
    assertThat(
            agenda.accept(
                asked.getLast().id(),
                new Wish(new Place("Elders 1", "2e", null, null), "Gesprek", null, null, false)))
        .isInstanceOf(Accepted.Done.class);
    assertThat(agenda.starts()).containsExactly("2027-03-10T09:00:00Z", "2027-03-11T10:00:00Z");
    // What the worker filled in stays until the calendar says something else.
    agenda.pollWhole();
    assertThat(agenda.visits().getLast().appointment().place().floor()).isEqualTo("2e");
  }

  @Test
  void aRuleWithAWordTakesWhatHasItAndNothingElse() {
    feed =
        calendar(
            event("a", "20270310", "1400", ""),
            event("b", "20270311", "1400", "").replace("Huisbezoek", "Huisbezoekersdag"),
            event("c", "20270312", "1400", "").replace("Huisbezoek", "Overleg"));
    UUID calendar = subscribe(false);
    agenda.poll();
    assertThat(agenda.proposals()).hasSize(3);
    agenda.rule(calendar, "huisbezoek");
    agenda.poll();
    assertThat(agenda.starts()).containsExactly("2027-03-10T13:00:00Z");
    assertThat(agenda.proposals()).hasSize(2);
  }

  @Test
  void whatIsNoVisitIsNotProposedAgain() {
    feed = calendar(event("a", "20270310", "1400", ""));
    UUID calendar = subscribe(false);
    agenda.poll();
    assertThat(agenda.dismiss(agenda.proposals().getFirst().id())).isTrue();
    feed = calendar(event("a", "20270310", "1500", "SEQUENCE:1\n"));
    agenda.rule(calendar, null);
    agenda.poll();
    assertThat(agenda.proposals()).isEmpty();
    assertThat(agenda.visits()).isEmpty();
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() {
    feed = calendar(event("a", "20270310", "1400", ""));
    subscribe(false);
    agenda.poll();
    agenda.poll();
    agenda.poll();
    assertThat(answers).containsExactly(200, 304, 304);
    agenda.pollWhole();
    assertThat(answers.getLast()).isEqualTo(200);
    assertThat(agenda.proposals()).hasSize(1);
  }

  @Test
  void anAnswerThatLagsBehindMovesNothingBack() {
    feed = calendar(event("a", "20270310", "1400", "SEQUENCE:3\n"));
    UUID calendar = subscribe(false);
    agenda.rule(calendar, null);
    agenda.poll();
    feed = calendar(event("a", "20270310", "1100", "SEQUENCE:2\n"));
    agenda.poll();
    assertThat(agenda.starts()).containsExactly("2027-03-10T13:00:00Z");
  }

  @Test
  void aFeedThatIsAwayCancelsNothingAndIsAskedLessAndLess() {
    feed = calendar(event("a", "20270310", "1400", ""));
    UUID calendar = subscribe(false);
    agenda.rule(calendar, null);
    agenda.poll();
    feed = "onderhoud";
    agenda.poll();
    assertThat(agenda.subscription(calendar).health().trouble()).isEqualTo("not-a-calendar");
    server.stop(0);
    agenda.poll();
    assertThat(agenda.subscription(calendar).health().trouble()).isEqualTo("not-reached");
    agenda.poll();
    assertThat(agenda.subscription(calendar).health().failures()).isEqualTo(2);
    assertThat(agenda.visits()).hasSize(1);
  }

  @Test
  void redirectsAreFollowedButNotIntoANetworkOfOurs() {
    feed = calendar(event("a", "20270310", "1400", ""));
    UUID elsewhere = subscribe(url().replace("agenda.ics", "elders"));
    UUID inside = subscribe(url().replace("agenda.ics", "weg"));
    agenda.poll();
    assertThat(agenda.subscription(elsewhere).health().trouble()).isNull();
    assertThat(agenda.proposals()).hasSize(1);
    assertThat(agenda.subscription(inside).health().trouble()).isEqualTo("forbidden-address");
  }

  @Test
  void aPasswordThatCannotBeOpenedIsAskedAgain() {
    UUID calendar = agenda.subscribe(Kind.FEED, url(), "geheim", false);
    agenda.world().advance(CalendarKeeper.POLL_EVERY);
    agenda.keeper(PasswordBox.with(PasswordBox.newKey())).pollDue();
    assertThat(agenda.subscription(calendar).health().trouble()).isEqualTo("password-lost");
    assertThat(answers).isEmpty();
    long readable =
        agenda
            .world()
            .count(
                "select count(*) from calendar.subscription"
                    + " where position('geheim'::bytea in password) > 0");
    assertThat(readable).isZero();
  }

  @Test
  void aCalendarThatIsRemovedLeavesItsVisits() {
    feed = calendar(event("a", "20270310", "1400", ""), event("b", "20270311", "1400", ""));
    UUID calendar = subscribe(false);
    agenda.poll();
    agenda.accept(agenda.proposals().getFirst().id(), AS_IT_IS);
    assertThat(agenda.remove(calendar)).isTrue();
    assertThat(agenda.proposals()).isEmpty();
    assertThat(agenda.visits()).hasSize(1);
  }

  private UUID subscribe(boolean titles) {
    return agenda.subscribe(Kind.FEED, url(), null, titles);
  }

  private UUID subscribe(String url) {
    return agenda.subscribe(Kind.FEED, url, null, false);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/agenda.ics";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = feed.replace("\n", "\r\n").getBytes(UTF_8);
      String etag = "\"" + feed.hashCode() + "\"";
      boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
      exchange.getResponseHeaders().set("ETag", etag);
      answers.add(known ? 304 : 200);
      exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : body.length);
      if (!known) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    }
  }
}
