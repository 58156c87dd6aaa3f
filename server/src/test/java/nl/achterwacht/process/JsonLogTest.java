package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.achterwacht.postgres.DataFolder;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of a real server for machines: every line an object as ECS wants it, whatever happens.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JsonLogTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SETTING = "--logging.structured.format.console=ecs";

  private final Receivers receivers = new Receivers();

  @AfterEach
  void close() {
    receivers.close();
  }

  @Test
  void everyLineIsAnObjectAlsoWhenSomethingFailsAndItNamesTheTrace() {
    DatabaseAddress address = OutsidePostgres.shared().newDatabase();
    String token = "a-token-for-scrapes-only";
    try (var town = SmallTown.found(address, receivers, 1);
        var collector = new Collector()) {
      try (var server =
          RunningServer.on(
              Map.of("ACHTERWACHT_TRACES_AUTHORIZATION", "Bearer whoever-reads-this"),
              address,
              SETTING,
              "--achterwacht.monitoring.scrape-token=" + token,
              "--achterwacht.traces.url=" + collector.url())) {
        town.sendOut(SmallTown.visit(Duration.ZERO), town.now());
        await().atMost(PATIENCE).until(() -> new Books(town.database()).countAlarms() == 1);
        // The next step of this alarm cannot be read any more.
        town.database()
            .inTransactionDo(
                tx -> tx.sql("update alarm.alarm set ladder = '\"no ladder\"'").update());
        await().atMost(PATIENCE).until(() -> failures(server.said()).size() >= 1);
        await().atMost(PATIENCE).until(() -> !collector.spans("wake alarms").isEmpty());
        server.askToStop();
        server.awaitEnd();

        List<JsonNode> lines = lines(server.said());
        assertThat(lines)
            .allSatisfy(line -> {
              assertThat(line.at("/@timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
              assertThat(line.at("/log/level").asString()).isNotEmpty();
              assertThat(line.at("/log/logger").asString()).isNotEmpty();
              assertThat(line.at("/ecs/version").asString()).isNotEmpty();
              assertThat(line.at("/service/name").asString()).isEqualTo("achterwacht");
              assertThat(line.at("/service/version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
            });
        assertThat(lines)
            .extracting(line -> line.path("message").asString())
            .anyMatch(said -> said.startsWith("Achterwacht is running at http://"))
            .anyMatch(said -> said.startsWith("stopped watching"));
        JsonNode failure = failures(server.said()).getFirst();
        assertThat(failure.at("/error/stack_trace").asString()).contains("\n\tat nl.achterwacht.");
        assertThat(collector.spans("wake alarms"))
            .extracting(Collector.Seen::trace)
            .contains(failure.at("/trace/id").asString());
        assertThat(server.said()).doesNotContain(address.password(), token, "whoever-reads-this");
      }
    }
  }

  @Test
  void aServerThatGivesUpSaysSoInAnObjectToo() throws IOException {
    DataFolder folder = DataFolder.make();
    try (var first = RunningServer.onBoard(folder.path())) {
      RunningServer second = RunningServer.thatGivesUp(folder.path(), SETTING);

      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(lines(second.said()))
          .extracting(line -> line.path("message").asString())
          .anyMatch(said -> said.contains("(process " + first.pid() + ")"));
    } finally {
      folder.delete();
    }
  }

  private static List<JsonNode> lines(String said) {
    return said.lines().map(JSON::readTree).toList();
  }

  private static List<JsonNode> failures(String said) {
    // The last line may still be on its way.
    String whole = said.substring(0, said.lastIndexOf('\n') + 1);
    return lines(whole).stream().filter(line -> !line.at("/error/type").isMissingNode()).toList();
  }
}
