package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** DESIGN 10: an old server stops waking rows after a migration by a newer one, and says so. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OlderServerTest {
  private static final String METERS = "--management.endpoints.web.exposure.include=metrics";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SILENT = 40;

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 2);
  private final Books books = new Books(town.database());

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void onceANewerServerHasMigratedTheOldOneWakesNothingAndSaysSo() throws IOException {
    try (var old = RunningServer.on(address, METERS)) {
      assertThat(new Phone(old).get("/readyz").status()).isEqualTo(200);
      assertThat(new Phone(old).get("/startupz").status()).isEqualTo(200);
      try (var newer = RunningServer.ofANewerVersionOn(address, METERS)) {
        await().atMost(PATIENCE).until(() -> old.said().contains("must be replaced"));
        long wokenBefore = new Phone(old).counted("achterwacht.watches.woken");
        List<Out> out =
            town.sendOut(
                SmallTown.visit(Duration.ofSeconds(1)),
                town.moments(SILENT, Duration.ofMillis(500), Duration.ofMillis(20)));
        await()
            .atMost(PATIENCE)
            .until(() -> books.countAlarms() >= SILENT && books.everythingIsSent());

        books.haveOneAlarmFor(out.stream().map(Out::watch).toList());
        books.nothingIsLost(receivers);
        assertThat(new Phone(old).counted("achterwacht.watches.woken")).isEqualTo(wokenBefore);
        assertThat(new Phone(newer).counted("achterwacht.watches.woken")).isPositive();
        assertThat(new Phone(newer).get("/readyz").status()).isEqualTo(200);
        theOldOneSaysSo(new Phone(old));
        assertThat(new Phone(old).sign(out.getFirst(), UUID.randomUUID()).status())
            .as("signs are taken all the same")
            .isEqualTo(200);
      }
    }
  }

  private static void theOldOneSaysSo(Phone old) throws IOException {
    assertThat(old.get("/livez").status()).isEqualTo(200);
    assertThat(old.get("/startupz").status()).as("it did start").isEqualTo(200);
    assertThat(old.get("/readyz").status()).isEqualTo(503);
    assertThat(old.get("/readyz").text()).contains("newer version");
    JsonNode assurance = old.get("/api/v1/assurance").json();
    assertThat(assurance.path("watching").asBoolean()).isFalse();
    assertThat(assurance.path("reason").asString()).contains("older than the database");
  }
}
