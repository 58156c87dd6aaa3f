package nl.achterwacht.notify.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import nl.achterwacht.notify.HangingServer;
import nl.achterwacht.notify.HangingServer.Habit;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.wire.HttpReader.Page;
import nl.achterwacht.notify.wire.HttpReader.Page.Got;
import nl.achterwacht.notify.wire.HttpReader.Page.NotRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is read where that may be, and no more of it than was asked for. */
final class HttpReaderTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Destinations WITH_LOOPBACK =
      new Destinations(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://localhost/",
        "https://169.254.169.254/x",
        "https://[fd00:ec2::254]/",
        "http://1.1.1.1/",
        "file:///etc/passwd",
        "/x"
      })
  void whatIsNotAPublicHttpsAddressIsNotRead(String address) throws Exception {
    try (var reader = new HttpReader(Destinations.publicOnly(), SSLContext.getDefault())) {
      assertThat(reader.get(URI.create(address), Map.of(), 10, LONG)).isInstanceOf(NotRead.class);
    }
  }

  @Test
  void anAnswerThatIsTooLongIsNotRead() {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
    try (var server = HangingServer.thatDrips(Habit.DRIPS, head + "12345678901")) {
      assertThat(get("http://localhost:" + server.port() + "/", LONG))
          .isEqualTo(new NotRead("the answer is too long"));
    }
  }

  @Test
  void anAnswerThatDripsEndsWithItsTime() {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    try (var server = HangingServer.thatDrips(Habit.DRIPS, head)) {
      Page page = get("http://localhost:" + server.port() + "/", Duration.ofMillis(1));
      assertThat(page).isInstanceOf(NotRead.class);
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    var trapped = new CopyOnWriteArrayList<String>();
    try (var elsewhere =
            new LoopbackHttp(
                null,
                request -> {
                  trapped.add(request.path());
                  return Response.of(200);
                });
        var server =
            new LoopbackHttp(
                null,
                request -> new Response(302, Map.of("Location", elsewhere.origin() + "/trap")))) {
      assertThat(((Got) get(server.origin(), LONG)).status()).isEqualTo(302);
      assertThat(trapped).isEmpty();
    }
  }

  private static Page get(String from, Duration limit) {
    try (var reader = new HttpReader(WITH_LOOPBACK, SSLContext.getDefault())) {
      return reader.get(URI.create(from), Map.of(), 10, limit);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
