package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody holds the rows of watches, and everybody who signs for them waits. */
@Timeout(300)
class HeldRowsTest {
  private static final int PHONES = 30;
  private static final String PENDING = "hikaricp.connections.pending?tag=pool:achterwacht-";

  @Test
  void signsThatWaitTakeNoConnectionOfTheAlarms() {
    var address = OutsidePostgres.shared().newDatabase();
    try (var receivers = new Receivers();
        var town = SmallTown.found(address, receivers, 1);
        var server =
            RunningServer.on(address, "--management.endpoints.web.exposure.include=metrics");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var phone = new Phone(server);
      Out held = town.sendOut(SmallTown.shift(Duration.ofMinutes(5)), town.now().plusSeconds(3600));
      var locked = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      threads.execute(() -> town.hold(held, locked, goOn));
      try {
        locked.await();
        sign(threads, phone, held, goOn);
        await().atMost(Duration.ofMinutes(1)).until(() -> phone.counted(PENDING + "urgent") > 0);

        Out silent = town.sendOut(SmallTown.visit(Duration.ofSeconds(1)), town.now());
        List<Long> pending = new ArrayList<>();
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> {
              pending.add(phone.counted(PENDING + "engine"));
              return new Books(town.database()).alarmsByWatch().containsKey(silent.watch().value());
            });
        assertThat(pending).as("waited for a connection of the loops").containsOnly(0L);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        goOn.countDown();
      }
    }
  }

  private static void sign(ExecutorService threads, Phone phone, Out out, CountDownLatch end) {
    for (int i = 0; i < PHONES; i++) {
      threads.execute(() -> {
        while (end.getCount() > 0) {
          try {
            phone.sign(out, UUID.randomUUID());
          } catch (IOException e) {
            return; // the server has ended
          }
        }
      });
    }
  }
}
