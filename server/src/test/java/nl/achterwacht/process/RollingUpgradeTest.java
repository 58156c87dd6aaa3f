package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two servers are replaced by newer ones, one after the other, while deadlines pass all the time.
 * The newer version changes a table, so that the older one is fenced off.
 */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RollingUpgradeTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private static final String LATENESS_MS =
      """
      select coalesce(%s(extract(epoch from opened_at - raised_at) * 1000 - 1000), 0)::bigint
        from alarm.alarm
       where kind = 'missed-sign'
      """;

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 10).withoutPhonesOfWorkers();
  private final Books books = new Books(town.database());
  private volatile boolean upgraded;

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void noDeadlineIsMissedAndEachHasOneAlarm() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var oldOne = RunningServer.on(address);
        var oldOther = RunningServer.on(address)) {
      Future<List<Out>> load = threads.submit(this::sendOutAllTheTime);
      await().atMost(PATIENCE).until(() -> books.countAlarms() > 10);

      stopInOrder(oldOther);
      try (var newOther = RunningServer.ofANewerVersionOn(address)) {
        awaitReady(newOther);
        long before = books.countAlarms();
        await().atMost(PATIENCE).until(() -> books.countAlarms() > before + 10);
        assertThat(oldOne.said()).contains("must be replaced");
        stopInOrder(oldOne);
        try (var newOne = RunningServer.ofANewerVersionOn(address)) {
          awaitReady(newOne);
          upgraded = true;
          List<Out> out = load.get();
          await()
              .atMost(PATIENCE)
              .until(() -> books.countAlarms() >= out.size() && books.everythingIsSent());

          books.haveOneAlarmFor(out.stream().map(Out::watch).toList());
          books.nothingIsLost(receivers);
          assertThat(receivers.doubles())
              .as("sent twice")
              .isSubsetOf(books.keysNotAnsweredInTime());
          assertThat(books.count("select count(*) from base.outage"))
              .as("somebody was there all the time")
              .isZero();
          System.out.printf(
              "rolling upgrade: %d alarms, late by %d ms on average and %d ms at most%n",
              out.size(),
              books.count(LATENESS_MS.formatted("avg")),
              books.count(LATENESS_MS.formatted("max")));
        }
      }
    }
  }

  private List<Out> sendOutAllTheTime() {
    List<Out> out = new ArrayList<>();
    while (!upgraded) {
      out.add(town.sendOut(SmallTown.visit(GRACE), town.now().plus(GRACE)));
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    return out;
  }

  private static void stopInOrder(RunningServer server) {
    server.askToStop();
    server.awaitEnd();
    assertThat(server.said()).contains("stopped watching");
  }

  private static void awaitReady(RunningServer server) {
    await().atMost(PATIENCE).until(() -> isReady(server));
  }

  private static boolean isReady(RunningServer server) throws IOException {
    return new Phone(server).get("/readyz").status() == 200;
  }
}
