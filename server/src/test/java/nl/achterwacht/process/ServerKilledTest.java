package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole server is killed in the middle of its work and started again. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerKilledTest {
  private static final int FALL_DUE = 200;
  private static final int STAY_OUT = 300;
  private static final int PRESSED = 20;
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 10);
  private final Books books = new Books(town.database());

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void afterAKillEverySilenceHasOneAlarmAndNoNoticeIsLost() {
    WatchPlan plan = SmallTown.visit(GRACE);
    List<Out> pressed =
        town.sendOut(plan, town.moments(PRESSED, Duration.ofHours(2), Duration.ZERO));
    town.sendOut(plan, town.moments(STAY_OUT, Duration.ofHours(2), Duration.ZERO));
    List<Out> due;
    Set<String> inFlight;
    try (var server = RunningServer.on(address)) {
      pressed.forEach(out -> town.report(out, new WatchEvent.HelpAsked(town.now(), false)));
      due =
          town.sendOut(plan, town.moments(FALL_DUE, Duration.ofSeconds(2), Duration.ofMillis(40)));
      await().atMost(PATIENCE).until(() -> books.countAlarms() >= FALL_DUE / 10);
      receivers.hold();
      int arrived = receivers.arrivals().size();
      await().atMost(PATIENCE).until(() -> receivers.arrivals().size() >= arrived + 10);
      server.kill();
      inFlight = books.keysOfNotices("sending");
    }
    receivers.release();
    long openedBefore = books.countAlarms();
    assertThat(openedBefore).as("killed in the middle").isLessThan(FALL_DUE);
    waitUntilAllAreOverdue(due);
    // As if it had been away longer, so that the test need not wait for the leases.
    leasesRunOutSoon();
    String mark = books.journalMark();

    try (var _ = RunningServer.on(address)) {
      await()
          .atMost(PATIENCE)
          .until(() -> books.countAlarms() >= FALL_DUE && books.everythingIsSent());
    }

    books.haveOneAlarmFor(due.stream().map(Out::watch).toList());
    books.longestOverdueFirst(mark);
    books.nothingIsLost(receivers);
    assertThat(books.count("select count(*) from alarm.alarm where kind = 'panic'"))
        .isEqualTo(PRESSED);
    Map<String, Integer> counts = receivers.counts();
    assertThat(counts.keySet()).as("keys").isEqualTo(books.keysOfNotices("accepted"));
    Set<String> doubles = receivers.doubles();
    assertThat(doubles).as("sent twice").isNotEmpty().isSubsetOf(inFlight);
    System.out.printf(
        "killed: %d alarms before, %d after; %d messages, %d in flight, %d sent twice%n",
        openedBefore, FALL_DUE - openedBefore, counts.size(), inFlight.size(), doubles.size());
  }

  private void waitUntilAllAreOverdue(List<Out> due) {
    Instant last = due.getLast().due().plus(GRACE);
    await().atMost(PATIENCE).until(() -> town.now().isAfter(last));
  }

  private void leasesRunOutSoon() {
    town.database()
        .inTransactionDo(tx ->
            tx.sql(
                    """
                    update notify.notice
                       set wake_at = wake_at - interval '25 seconds'
                     where state = 'sending'
                    """)
                .update());
  }
}
