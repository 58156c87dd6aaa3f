package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Equal servers share one database and its work. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoServersTest {
  private static final int SILENT = 2000;
  private static final Duration LATER = Duration.ofHours(2);
  private static final String METERS = "--management.endpoints.web.exposure.include=metrics";

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 10).withoutPhonesOfWorkers();
  private final Books books = new Books(town.database());

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void aStormOfSilencesIsSharedAndEachHasOneAlarm() throws IOException {
    List<Out> out =
        town.sendOut(
            SmallTown.visit(Duration.ofSeconds(1)),
            town.moments(SILENT, LATER, Duration.ofMillis(1)));
    try (var one = RunningServer.on(address, METERS);
        var other = RunningServer.on(address, METERS)) {
      // All of them fall due within the two seconds that begin three seconds from now.
      var untilDue = Duration.between(town.now(), out.getFirst().due());
      town.shiftIntoThePast(untilDue.minusSeconds(3));
      long began = System.nanoTime();
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> books.countAlarms() >= SILENT);
      var took = Duration.ofNanos(System.nanoTime() - began);
      await().atMost(Duration.ofMinutes(2)).until(books::everythingIsSent);

      books.haveOneAlarmFor(out.stream().map(Out::watch).toList());
      books.nothingIsLost(receivers);
      assertThat(receivers.doubles()).as("sent twice").isSubsetOf(books.keysTriedAgain());
      long byOne = new Phone(one).counted("achterwacht.watches.woken");
      long byOther = new Phone(other).counted("achterwacht.watches.woken");
      // Each is woken at its deadline and at the end of the grace; once, when a slow machine comes
      // to it after both.
      assertThat(byOne + byOther).isBetween((long) SILENT, 2L * SILENT);
      assertThat(byOne).isPositive();
      assertThat(byOther).isPositive();
      System.out.printf(
          "two servers: %d alarms, %d ms after the first deadline; woken %d + %d; %d messages,"
              + " %d of them twice%n",
          SILENT,
          took.toMillis() - 3000,
          byOne,
          byOther,
          receivers.counts().size(),
          receivers.doubles().size());
    }
  }
}
