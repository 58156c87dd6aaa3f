package nl.achterwacht.notify.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import nl.achterwacht.notify.wire.HttpCourier.Question;
import nl.achterwacht.notify.wire.HttpCourier.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers are read within limits of length and time, from where we may ask. */
final class HttpCourierReadingTest {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
  private final CountDownLatch over = new CountDownLatch(1);
  private final HttpCourier courier =
      new HttpCourier(
          new Destinations(List.of(Network.of("127.0.0.0/8"))), SSLContext.getDefault());

  HttpCourierReadingTest() throws IOException, NoSuchAlgorithmException {
    server.createContext(
        "/echo",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("X-Method", exchange.getRequestMethod());
            exchange.sendResponseHeaders(207, 0);
            exchange.getResponseBody().write(body);
          }
        });
    server.createContext(
        "/slow",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    courier.close();
    server.stop(0);
  }

  @Test
  void whatIsAnsweredIsRead() {
    Reading reading = courier.ask(question("/echo", "hallo", 5));
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> {
              assertThat(read.status()).isEqualTo(207);
              assertThat(read.headers()).containsEntry("x-method", "REPORT");
              assertThat(new String(read.body(), UTF_8)).isEqualTo("hallo");
            });
  }

  @Test
  void whatIsLongerThanItMayBeIsNotRead() {
    assertThat(courier.ask(question("/echo", "hallo!", 5))).isInstanceOf(Reading.TooLong.class);
  }

  @Test
  void whoeverDripsIsLeftWhenTimeIsUp() {
    String outcome =
        TimeLimit.keep(
            Duration.ofMillis(300),
            () -> courier.ask(question("/slow", "", 100)).toString(),
            why -> "given up");
    assertThat(outcome).isEqualTo("given up");
  }

  @Test
  void placesOfOurOwnAreNotAsked() {
    var inside = new Question("GET", URI.create("https://10.0.0.1/"), Map.of(), new byte[0], 5);
    assertThat(courier.ask(inside)).isInstanceOf(Reading.Forbidden.class);
  }

  private Question question(String path, String body, int most) {
    URI to = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new Question("REPORT", to, Map.of(), body.getBytes(UTF_8), most);
  }
}
