package nl.achterwacht.process;

import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.Collector.Seen;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a collector of traces is told by a real server, and what is kept from it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TracesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String SECRET = "Bearer only-the-collector-knows";
  private static final String CALLERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLERS_SPAN = "00f067aa0ba902b7";
  private static final String SIGN = "POST /api/v1/watches/{watchId}/signs-of-life";
  private static final String ASSURANCE = "GET /api/v1/assurance";
  private static final Pattern OWN_NAME =
      Pattern.compile("^\\| `([a-z.]+[a-z_.]*)` \\|", MULTILINE);

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 1);
  private final Books books = new Books(town.database());

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void aSignAndASilenceAreToldStageByStageWithoutAnybodysName() throws IOException {
    Out speaks = town.sendOut(SmallTown.visit(Duration.ZERO), town.now().plusSeconds(7200));
    try (var collector = new Collector();
        var server =
            RunningServer.on(
                Map.of("ACHTERWACHT_TRACES_AUTHORIZATION", SECRET),
                address,
                "--achterwacht.traces.url=" + collector.url())) {
      var phone = new Phone(server);
      assertThat(sign(phone, speaks).status()).isBetween(200, 204);
      phone.get("/readyz");
      Out silent = town.sendOut(SmallTown.visit(Duration.ZERO), town.now());
      await().atMost(PATIENCE).until(() -> !collector.spans("wake alarms").isEmpty());
      await().atMost(PATIENCE).until(() -> books.everythingIsSent());
      await().atMost(PATIENCE).until(() -> !answered(collector).isEmpty());
      await().atMost(PATIENCE).until(() -> namesOfSent(collector).equals(namesOfArrived()));

      Seen request = answered(collector).getFirst();
      assertThat(request.kind()).isEqualTo("SERVER");
      assertThat(request.attributes())
          .containsEntry("http.request.method", "POST")
          .containsEntry("http.route", "/api/v1/watches/{watchId}/signs-of-life")
          .containsEntry("url.scheme", "http")
          .containsEntry("http.response.status_code", "200");
      assertThat(request.resource())
          .containsEntry("service.name", "achterwacht")
          .containsKeys("service.version", "service.instance.id");
      Seen group = collector.spans("take signs").getFirst();
      assertThat(group.kind()).isEqualTo("INTERNAL");
      assertThat(group.get("achterwacht.signs")).isEqualTo("1");
      assertThat(eventsOf(collector.spans("wake watches")))
          .containsExactly(
              Map.of(
                  "name", "achterwacht.alarm.raised",
                  "achterwacht.organisation.id", town.organisation().toString(),
                  "achterwacht.alarm.id", alarmOf(silent)));
      assertThat(collector.spans("wake alarms"))
          .allSatisfy(span -> assertThat(span.get("achterwacht.woken")).isEqualTo("1"));
      assertThat(collector.spans("send web-push"))
          .isNotEmpty()
          .allSatisfy(span -> {
            assertThat(span.kind()).isEqualTo("CLIENT");
            assertThat(span.status()).isEqualTo("UNSET");
            assertThat(span.attributes())
                .containsEntry("messaging.system", "web-push")
                .containsEntry("messaging.operation.name", "send")
                .containsEntry("achterwacht.organisation.id", town.organisation().toString());
          });
      assertThat(collector.spans()).extracting(Seen::name).noneMatch(n -> n.contains("readyz"));
      assertThat(collector.authorizations()).containsOnly(SECRET);
      assertThat(collector.spans())
          .allSatisfy(
              span -> assertThat(namesInTheManual()).containsAll(span.attributes().keySet()));
      assertThat(collector.everythingSaid())
          .as("no person, no key, no address")
          .doesNotContain("Anna", "Bram", "Carla", "Kleinstad", "standby-0", "/push/")
          .doesNotContain(speaks.key(), speaks.worker() + "", silent.worker() + "")
          .doesNotContain(speaks.team().standby() + "", speaks.watch() + "", silent.watch() + "");
    }
  }

  @Test
  void aCallersTraceGoesOnAndNothingElseOfTheRequestIsTold() throws IOException {
    try (var collector = new Collector();
        var server = RunningServer.on(address, "--achterwacht.traces.url=" + collector.url())) {
      String header = "00-" + CALLERS_TRACE + "-" + CALLERS_SPAN + "-01";
      var phone = new Phone(server);
      phone.get("/api/v1/assurance?sought=Jansen", "traceparent", header);
      phone.get("/api/v1/assurance", "traceparent", "Jansen");
      phone.get("/calendars/Jansen");

      await().atMost(PATIENCE).until(() -> collector.spans(ASSURANCE).size() == 2);
      assertThat(collector.spans(ASSURANCE))
          .filteredOn(span -> span.trace().equals(CALLERS_TRACE))
          .singleElement()
          .satisfies(span -> assertThat(span.parent()).isEqualTo(CALLERS_SPAN));
      assertThat(collector.spans(ASSURANCE))
          .filteredOn(span -> !span.trace().equals(CALLERS_TRACE))
          .singleElement()
          .satisfies(span -> assertThat(span.parent()).isEmpty());
      assertThat(collector.everythingSaid()).doesNotContain("Jansen");
    }
  }

  @Test
  void aCollectorThatHangsHoldsNothingUp() throws IOException {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    try (var hangs = new LoopbackHttp(null, request -> hang(asked, never))) {
      Out speaks = town.sendOut(SmallTown.visit(Duration.ZERO), town.now().plusSeconds(7200));
      try (var server =
          RunningServer.on(address, "--achterwacht.traces.url=" + hangs.origin() + "/v1/traces")) {
        var phone = new Phone(server);
        phone.get("/api/v1/assurance");
        await().atMost(PATIENCE).until(() -> asked.getCount() == 0);

        List<Out> silent =
            town.sendOut(
                SmallTown.visit(Duration.ZERO),
                town.moments(20, Duration.ZERO, Duration.ofMillis(5)));
        assertThat(sign(phone, speaks).status()).isBetween(200, 204);
        await()
            .atMost(PATIENCE)
            .until(() -> books.countAlarms() == silent.size() && books.everythingIsSent());

        assertThat(never.getCount()).as("it still hangs").isEqualTo(1);
        server.askToStop();
        server.awaitEnd();
        assertThat(server.said()).contains("stopped watching");
      }
      never.countDown();
    }
  }

  private static Response hang(CountDownLatch asked, CountDownLatch never) {
    asked.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Response.of(200);
  }

  private String alarmOf(Out out) {
    return town.database()
        .inTransaction(tx ->
            tx.sql("select id from alarm.alarm where watch_id = :watch")
                .param("watch", out.watch().value())
                .query(UUID.class)
                .single())
        .toString();
  }

  /** The first one after a start may take longer than it may; a phone sends it once more. */
  private static Phone.Reply sign(Phone phone, Out speaks) {
    UUID key = UUID.randomUUID();
    return await()
        .atMost(PATIENCE)
        .until(() -> phone.sign(speaks, key), reply -> reply.status() != 503);
  }

  private static List<Seen> answered(Collector collector) {
    return collector.spans(SIGN).stream()
        .filter(span -> span.get("http.response.status_code").equals("200"))
        .toList();
  }

  private static List<Map<String, String>> eventsOf(List<Seen> spans) {
    return spans.stream().flatMap(span -> span.events().stream()).toList();
  }

  /** Ids of messages by which the collector knows what went to a provider. */
  private static Set<String> namesOfSent(Collector collector) {
    return collector.spans().stream()
        .filter(span -> span.name().startsWith("send ") && span.status().equals("UNSET"))
        .map(span -> span.get("messaging.message.id"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> namesOfArrived() {
    return new TreeSet<>(receivers.counts().keySet());
  }

  private static Set<String> namesInTheManual() throws IOException {
    return OWN_NAME
        .matcher(Files.readString(Path.of("..", "docs", "operations.md")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
