package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import nl.achterwacht.http.api.Assurance;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Request;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.wire.Destinations;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A monitor elsewhere, which hears from us only while watching is assured. */
class OutsideMonitorTest {
  private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final List<Request> heard = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile boolean assured = true;
  private LoopbackHttp elsewhere;
  private HttpCourier courier;

  @BeforeEach
  void listen() throws NoSuchAlgorithmException {
    elsewhere =
        new LoopbackHttp(
            null,
            request -> {
              heard.add(request);
              return Response.of(status);
            });
    courier = courier(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128")));
  }

  @AfterEach
  void close() {
    elsewhere.close();
    courier.close();
  }

  @Test
  void itHearsAnEmptyPostAtTheWholeAddress() {
    monitor(courier).tellIfAssured();

    assertThat(heard)
        .singleElement()
        .satisfies(request -> {
          assertThat(request.path()).isEqualTo("/ping/7f0c-secret");
          assertThat(request.bodyInLatin1()).isEmpty();
        });
  }

  @Test
  void itHearsNothingWhileWatchingIsNotAssuredAndThenAgain() {
    OutsideMonitor monitor = monitor(courier);
    assured = false;
    monitor.tellIfAssured();
    assertThat(heard).isEmpty();

    assured = true;
    monitor.tellIfAssured();
    assertThat(heard).hasSize(1);
  }

  @Test
  void aMonitorThatFailsIsToldAgainNextTime() {
    OutsideMonitor monitor = monitor(courier);
    status = 500;
    monitor.tellIfAssured();
    status = 200;
    monitor.tellIfAssured();
    assertThat(heard).hasSize(2);
  }

  @Test
  void aPrivateAddressIsNotCalledUnlessItIsAllowed() throws NoSuchAlgorithmException {
    try (HttpCourier publicOnly = courier(List.of())) {
      monitor(publicOnly).tellIfAssured();
    }
    assertThat(heard).isEmpty();
  }

  private OutsideMonitor monitor(HttpCourier by) {
    Assurance assurance =
        () ->
            new Assurance.Known(
                assured, NOW, assured ? null : "a test", Duration.ZERO, Optional.empty());
    URI address = URI.create(elsewhere.origin() + "/ping/7f0c-secret");
    return new OutsideMonitor(address, EVERY, by, assurance, () -> NOW);
  }

  private static HttpCourier courier(List<Network> allowed) throws NoSuchAlgorithmException {
    return new HttpCourier(new Destinations(allowed), SSLContext.getDefault());
  }
}
