package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The heartbeat of a real server stops when a deadline is not looked at, and goes on after it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeartbeatTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final AtomicInteger beats = new AtomicInteger();
  private final LoopbackHttp elsewhere =
      new LoopbackHttp(
          null,
          request -> {
            beats.incrementAndGet();
            return Response.of(200);
          });
  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 1);

  @AfterEach
  void close() {
    town.close();
    receivers.close();
    elsewhere.close();
  }

  @Test
  void itStopsWhileADeadlineIsNotLookedAtAndBeginsAgain() throws Exception {
    Out out = town.sendOut(SmallTown.visit(Duration.ZERO), town.now().plusSeconds(2));
    var locked = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Whoever holds the row keeps every server from waking it.
      Future<?> holder = threads.submit(() -> town.hold(out, locked, goOn));
      locked.await();
      try (var server =
          RunningServer.on(
              address,
              "--achterwacht.monitoring.heartbeat-url=" + elsewhere.origin() + "/ping/x",
              "--achterwacht.monitoring.heartbeat-every=500ms")) {
        var phone = new Phone(server);
        await().atMost(PATIENCE).until(() -> !watches(phone));
        await().atMost(PATIENCE).until(() -> server.said().contains("hears nothing from us"));
        int before = beats.get();
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> beats.get() == before);

        goOn.countDown();
        holder.get();
        await().atMost(PATIENCE).until(() -> beats.get() > before);
        assertThat(watches(phone)).isTrue();
        assertThat(server.said()).contains("hears that we watch");
      }
    }
  }

  private static boolean watches(Phone phone) throws IOException {
    return phone.get("/api/v1/assurance").json().path("watching").asBoolean();
  }
}
