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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import nl.achterwacht.notify.HangingServer;
import nl.achterwacht.notify.HangingServer.Habit;
import nl.achterwacht.notify.wire.HttpCourier.Question;
import nl.achterwacht.notify.wire.HttpCourier.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are read within limits of length and time, from where we may ask. */
final class HttpCourierReadingTest {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> trapped = new CopyOnWriteArrayList<>();
  private final HttpCourier courier =
      new HttpCourier(
          new Destinations(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"))),
          SSLContext.getDefault());

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
        "/elsewhere",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Location", address("/trap").toString());
            exchange.sendResponseHeaders(302, -1);
          }
        });
    server.createContext(
        "/trap",
        exchange -> {
          try (exchange) {
            trapped.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
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
  void anAnswerThatNeverEndsIsCutOff() {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
    try (var drips = HangingServer.thatDrips(Habit.DRIPS, head + "12345678901")) {
      var asked =
          new Question(
              "GET", URI.create("http://localhost:" + drips.port()), Map.of(), new byte[0], 10);
      assertThat(courier.ask(asked)).isInstanceOf(Reading.TooLong.class);
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertThat(courier.ask(question("/elsewhere", "", 100)))
        .isInstanceOfSatisfying(
            Reading.Read.class, read -> assertThat(read.status()).isEqualTo(302));
    assertThat(trapped).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://169.254.169.254/x",
        "https://[fd00:ec2::254]/",
        "http://1.1.1.1/",
        "file:///etc/passwd",
        "/x"
      })
  void whatIsNoPublicHttpsAddressIsNotAsked(String address) {
    var inside = new Question("GET", URI.create(address), Map.of(), new byte[0], 5);
    assertThat(courier.ask(inside)).isInstanceOf(Reading.Forbidden.class);
  }

  private Question question(String path, String body, int most) {
    return new Question("REPORT", address(path), Map.of(), body.getBytes(UTF_8), most);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
