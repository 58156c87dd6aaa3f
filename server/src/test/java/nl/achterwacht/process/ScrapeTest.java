package nl.achterwacht.process;

import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.Phone.Reply;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Prometheus reads from a real server, held against its books. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScrapeTest {
  private static final String TOKEN = "a-token-for-scrapes-only";
  private static final String SETTING = "--achterwacht.monitoring.scrape-token=" + TOKEN;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern OWN_NAME =
      Pattern.compile("^\\| `(achterwacht_[a-z_]+)`", MULTILINE);
  private static final Pattern TYPE = Pattern.compile("^# TYPE (achterwacht_[a-z_]+) ", MULTILINE);
  private static final int SILENT = 12;
  private static final int SIGNS = 5;

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 12);
  private final Books books = new Books(town.database());

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void whatIsCountedIsWhatTheBooksSay() throws IOException {
    Out speaks = town.sendOut(SmallTown.visit(Duration.ZERO), town.now().plusSeconds(7200));
    town.sendOut(
        SmallTown.visit(Duration.ofSeconds(1)),
        town.moments(SILENT, Duration.ofSeconds(1), Duration.ofMillis(10)));
    try (var server = RunningServer.on(address, SETTING)) {
      var phone = new Phone(server);
      UUID same = UUID.randomUUID();
      for (UUID key : List.of(same, same)) {
        phone.sign(speaks, key);
      }
      for (int i = 1; i < SIGNS; i++) {
        phone.sign(speaks, UUID.randomUUID());
      }
      await()
          .atMost(PATIENCE)
          .until(() -> books.countAlarms() >= SILENT && books.everythingIsSent());
      // Counted once it is recorded, a moment later than the books have it.
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(scrape(phone).sum("achterwacht_notices_total", "outcome=\"accepted\""))
                  .isEqualTo(
                      (double)
                          books.count(
                              "select count(*) from notify.notice where state = 'accepted'")));

      Scrape scrape = scrape(phone);
      assertThat(scrape.value("achterwacht_signs_total")).isEqualTo(SIGNS);
      assertThat(scrape.value("achterwacht_alarm_lateness_seconds_count")).isEqualTo(SILENT);
      assertThat(scrape.sum("achterwacht_alarm_lateness_seconds_bucket", "le=\"+Inf\""))
          .isEqualTo(SILENT);
      assertThat(scrape.value("achterwacht_alarm_lateness_seconds_sum")).isPositive();
      assertThat(scrape.sum("achterwacht_notices_total", "channel=\"web-push\"")).isPositive();
      assertThat(scrape.sum("achterwacht_notices_total", "channel=\"webhook\"")).isPositive();
      assertThat(scrape.sum("achterwacht_notices_total", "channel=\"email\"")).isZero();
      assertThat(scrape.value("achterwacht_oldest_due_seconds")).isNotNegative();
      assertThat(scrape.sum("achterwacht_oldest_notice_due_seconds", "channel=\"web-push\""))
          .isNotNegative();
      assertThat(scrape.value("achterwacht_watching_assured")).isEqualTo(1);
      assertThat(scrape.value("achterwacht_fenced")).isZero();
      assertThat(scrape.value("achterwacht_watches_astray")).isZero();
      assertThat(scrape.value("achterwacht_alarms_astray")).isZero();
      assertThat(scrape.value("achterwacht_waiting_room_waiting")).isNotNegative();
      assertThat(scrape.value("achterwacht_waiting_room_inside")).isNotNegative();
      assertThat(scrape.value("achterwacht_waiting_room_sent_away_total")).isNotNegative();
      assertThat(scrape.sum("hikaricp_connections_active", "pool=\"achterwacht")).isNotNegative();
      assertThat(scrape.names()).isEqualTo(namesInTheManual());
      assertThat(scrape.text()).as("no person, no id").doesNotContain(town.organisation() + "");
      assertThat(scrape.text()).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }
  }

  @Test
  void whoIsOutIsCountedWhenTheServerStartsAndNobodyReadsItWithoutTheToken() throws IOException {
    town.sendOut(
        SmallTown.visit(Duration.ZERO), town.moments(7, Duration.ofHours(2), Duration.ZERO));
    try (var server = RunningServer.on(address, SETTING)) {
      var phone = new Phone(server);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(scrape(phone).value("achterwacht_running_watches")).isEqualTo(7));
      assertThat(scrape(phone).value("achterwacht_open_alarms")).isZero();

      Reply without = phone.get("/metrics");
      assertThat(without.status()).isEqualTo(401);
      assertThat(without.text()).doesNotContain("achterwacht_");
      assertThat(phone.get("/metrics", "Authorization", "Bearer " + TOKEN + "x").status())
          .isEqualTo(401);
      assertThat(phone.get("/actuator/prometheus").status()).isEqualTo(404);
    }
  }

  private static Set<String> namesInTheManual() throws IOException {
    return OWN_NAME
        .matcher(Files.readString(Path.of("..", "docs", "operations.md")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Scrape scrape(Phone phone) throws IOException {
    Reply reply = phone.get("/metrics", "Authorization", "Bearer " + TOKEN);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.type()).startsWith("text/plain");
    return new Scrape(reply.text());
  }

  /** Prometheus's text format, as far as it is needed here. */
  private record Scrape(String text) {
    /** The value of a metric without labels. */
    double value(String name) {
      return text.lines()
          .filter(line -> line.startsWith(name + " "))
          .mapToDouble(Scrape::number)
          .findFirst()
          .orElseThrow(() -> new AssertionError("there is no " + name + " in\n" + text));
    }

    /** The sum over all series of {@code name} that have this label. */
    double sum(String name, String label) {
      List<String> found =
          text.lines().filter(line -> line.startsWith(name + "{") && line.contains(label)).toList();
      assertThat(found).as(name + " with " + label).isNotEmpty();
      return found.stream().mapToDouble(Scrape::number).sum();
    }

    Set<String> names() {
      return TYPE.matcher(text)
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double number(String line) {
      return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
  }
}
