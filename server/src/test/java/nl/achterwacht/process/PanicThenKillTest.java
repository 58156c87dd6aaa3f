package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever was told "taken" is helped, also when the server died in that same instant. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PanicThenKillTest {
  private static final int ROUNDS = 5;
  private static final int AT_ONCE = 10;

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 10);
  private final Books books = new Books(town.database());
  private final Map<UUID, UUID> confirmed = new ConcurrentHashMap<>();

  private record Press(Out out, UUID key) {}

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void aPanicThatWasTakenHasAnAlarmWhateverHappensNext() throws IOException {
    List<Press> presses = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Press> now = new ArrayList<>();
      for (Out out :
          town.sendOut(
              SmallTown.visit(Duration.ofMinutes(5)),
              town.moments(AT_ONCE, Duration.ofHours(2), Duration.ZERO))) {
        now.add(new Press(out, UUID.randomUUID()));
      }
      presses.addAll(now);
      // Killed at the second that is confirmed, at the fourth, and so on.
      pressAllAndKillAt(now, 2 * (round + 1));
    }
    int confirmedInTime = confirmed.size();
    assertThat(confirmedInTime).isGreaterThanOrEqualTo(20);

    try (var server = RunningServer.on(address)) {
      assertThat(alarms()).containsAllEntriesOf(confirmed);
      // The phones of the others send again, under the same keys.
      for (Press press : presses) {
        // A machine with much else to do may say "not now"; then they send once more.
        var reply =
            await()
                .atMost(Duration.ofSeconds(90))
                .until(
                    () -> new Phone(server).panic(press.out(), press.key()),
                    sent -> sent.status() != 503);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        confirmed.putIfAbsent(
            UUID.fromString(reply.json().path("alarmId").asString()), press.out().watch().value());
      }
      assertThat(alarms()).isEqualTo(confirmed).hasSize(ROUNDS * AT_ONCE);
      await().atMost(Duration.ofSeconds(90)).until(books::everythingIsSent);
      books.nothingIsLost(receivers);
    }
    System.out.printf(
        "panic and kill: %d rounds, %d of %d confirmed before the kill, each has its alarm%n",
        ROUNDS, confirmedInTime, presses.size());
  }

  private void pressAllAndKillAt(List<Press> presses, int enough) {
    var taken = new AtomicInteger();
    try (var server = RunningServer.on(address);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Press press : presses) {
        threads.execute(() -> {
          try {
            var phone = new Phone(server);
            var reply = phone.panic(press.out(), press.key());
            // A machine with much else to do may say "not now": that confirms nothing.
            while (reply.status() == 503) {
              reply = phone.panic(press.out(), press.key());
            }
            if (reply.status() == 201) {
              String alarm = reply.json().path("alarmId").asString();
              confirmed.put(UUID.fromString(alarm), press.out().watch().value());
              if (taken.incrementAndGet() == enough) {
                server.kill();
              }
            }
          } catch (IOException e) {
            // It died before it could say anything; nothing is promised.
          }
        });
      }
    }
  }

  /** Every panic alarm, and the watch it is about. */
  private Map<UUID, UUID> alarms() {
    return town.database()
        .inTransaction(tx -> {
          Map<UUID, UUID> found = new ConcurrentHashMap<>();
          tx.sql("select id, watch_id from alarm.alarm where kind = 'panic'")
              .query(row -> {
                found.put(row.getObject("id", UUID.class), row.getObject("watch_id", UUID.class));
              });
          return found;
        });
  }
}
