package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.base.Sql;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.Phone.Reply;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operator stops a server in the middle of its work; another one goes on with it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppedTest {
  /** How many messages may be with one provider at the same time (NoticeSender). */
  private static final int AT_ONCE = 64;

  /** Each to a standby of its own, so that there are more than may be with a provider at once. */
  private static final int SILENT = 150;

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town =
      SmallTown.found(address, receivers, SILENT).withoutPhonesOfWorkers();
  private final Books books = new Books(town.database());

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void whatIsClaimedAndNotHandedOverGoesOutAtOnceByTheOther() {
    try (var stops = RunningServer.on(address);
        var stays = RunningServer.on(address)) {
      receivers.hold();
      stays.freeze();
      List<Out> out =
          town.sendOut(
              SmallTown.visit(Duration.ofSeconds(1)),
              town.moments(SILENT, Duration.ZERO, Duration.ZERO));
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> books.keysOfNotices("sending").size() > AT_ONCE && !arrived().isEmpty());
      Instant leasesEnd = earliestLease();
      stays.thaw();
      stops.askToStop();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> triedAgain() > 0 && receivers.arrivals().size() > SILENT / 2);
      long handedBack = triedAgain();
      receivers.release();
      await().atMost(PATIENCE).until(books::everythingIsSent);
      Instant allSent = town.now();
      stops.awaitEnd();

      assertThat(stops.said()).contains("gave back", "stopped watching").doesNotContain("ERROR");
      books.haveOneAlarmFor(out.stream().map(Out::watch).toList());
      books.nothingIsLost(receivers);
      assertThat(allSent).as("nothing waited for a lease to end").isBefore(leasesEnd);
      assertThat(receivers.doubles()).as("sent twice").isSubsetOf(books.keysNotAnsweredInTime());
      System.out.printf(
          "stopped: %d messages, %d handed back, %d sent twice; all sent %d ms before the leases"
              + " ended%n",
          receivers.counts().size(),
          handedBack,
          receivers.doubles().size(),
          Duration.between(allSent, leasesEnd).toMillis());
    }
  }

  @Test
  void aRequestInFlightIsAnsweredAndACallForHelpThenStillGoesOut() throws Exception {
    Out out = town.sendOut(SmallTown.visit(Duration.ZERO), town.now().plus(Duration.ofHours(2)));
    var locked = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var server = RunningServer.on(address);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var blocker = threads.submit(() -> town.hold(out, locked, goOn));
      locked.await();
      Future<Reply> reply = threads.submit(() -> new Phone(server).panic(out, UUID.randomUUID()));
      await().atMost(PATIENCE).until(this::somebodyWaitsForTheRow);
      server.askToStop();
      await().atMost(PATIENCE).until(() -> refusesConnections(server));
      goOn.countDown();
      blocker.get();

      // 201, or 503 when this machine is so slow that its patience ended first; never a cut line.
      int status = reply.get().status();
      assertThat(status).isIn(201, 503);
      server.awaitEnd();
      assertThat(server.said()).contains("stopped watching").doesNotContain("ERROR");
      System.out.printf("stopped with a panic in flight: answered %d%n", status);
      if (status == 201) {
        assertThat(receivers.arrivals()).as("called before it ended").isNotEmpty();
        assertThat(books.keysOfNotices("sending")).isEmpty();
      }
    }
  }

  private boolean somebodyWaitsForTheRow() {
    return books.count(
            """
            select count(*)
              from pg_stat_activity
             where datname = current_database()
               and wait_event_type = 'Lock'
            """)
        > 0;
  }

  private static boolean refusesConnections(RunningServer server) {
    try {
      new Phone(server).get("/livez");
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private Set<String> arrived() {
    return new HashSet<>(receivers.counts().keySet());
  }

  private long triedAgain() {
    return books.keysTriedAgain().size();
  }

  private Instant earliestLease() {
    return town.database()
        .inTransaction(tx ->
            tx.sql("select min(wake_at) from notify.notice where state = 'sending'")
                .query((row, i) -> Sql.instant(row, "min"))
                .single());
  }
}
