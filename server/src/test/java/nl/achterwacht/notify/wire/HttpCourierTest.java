package nl.achterwacht.notify.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import nl.achterwacht.notify.HangingServer;
import nl.achterwacht.notify.HangingServer.Habit;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Request;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.TestCertificate;
import nl.achterwacht.notify.wire.HttpCourier.Outcome;
import nl.achterwacht.notify.wire.HttpCourier.Outcome.Answered;
import nl.achterwacht.notify.wire.HttpCourier.Outcome.Forbidden;
import nl.achterwacht.notify.wire.HttpCourier.Outcome.NotReached;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls go where they may and nowhere else. */
final class HttpCourierTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final Destinations WITH_LOOPBACK =
      new Destinations(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128")));

  private final List<Request> seen = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://169.254.169.254/x",
        "https://[::ffff:10.0.0.1]/",
        "https://192.168.178.1/",
        "https://[fd00:ec2::254]/",
        "https://0.0.0.0/",
        "http://1.1.1.1/",
        "https://user:secret@1.1.1.1/",
        "file:///etc/passwd",
        "ftp://1.1.1.1/",
        "https:///x",
        "/x",
        "mailto:a@b.example"
      })
  void whatIsNotAPublicHttpsAddressIsForbidden(String address) throws Exception {
    try (var courier = new HttpCourier(Destinations.publicOnly(), SSLContext.getDefault())) {
      assertThat(courier.post(URI.create(address), Map.of(), BODY)).isInstanceOf(Forbidden.class);
    }
  }

  @Test
  void withoutTlsOnlyTheOperatorsOwnNetworksAreCalled() throws Exception {
    try (var courier = new HttpCourier(WITH_LOOPBACK, SSLContext.getDefault())) {
      assertThat(courier.post(URI.create("http://1.1.1.1/"), Map.of(), BODY))
          .isEqualTo(new Forbidden("not protected by TLS"));
    }
  }

  /** As after standing still between connecting and speaking. */
  @Test
  void whoHasNoTimeLeftSaysNothing() {
    try (var server = server(Response.of(200))) {
      long past = System.nanoTime() - 1;
      Outcome outcome =
          ScopedValue.where(TimeLimit.END, past).call(() -> post(server.origin() + "/late"));
      assertThat(outcome).isInstanceOf(NotReached.class);
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() {
    try (var elsewhere = server(Response.of(200));
        var server = server(new Response(302, Map.of("Location", elsewhere.origin() + "/trap")))) {
      assertThat(post(server.origin() + "/start")).isInstanceOf(Answered.class);
      assertThat(seen).extracting(Request::path).containsExactly("/start");
    }
  }

  @Test
  void aCertificateOfAnotherHostIsNotTrusted() {
    TestCertificate elsewhere = TestCertificate.of("elders.example");
    try (var server = new LoopbackHttp(elsewhere, this::remember);
        var courier = new HttpCourier(WITH_LOOPBACK, elsewhere.client())) {
      assertThat(courier.post(URI.create(server.origin()), Map.of(), BODY))
          .isEqualTo(new NotReached("no trusted TLS connection"));
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void anUnknownHostMayBeKnownLater() {
    assertThat(post("https://bestaat-niet.invalid/"))
        .isEqualTo(new NotReached("the host name is not known"));
  }

  @Test
  void anAnswerCountsBeforeItsBodyHasCome() {
    String head = "HTTP/1.1 202 Accepted\r\nContent-Length: 1000000\r\n\r\n";
    try (var server = HangingServer.thatDrips(Habit.DRIPS, head)) {
      assertThat(post("http://localhost:" + server.port() + "/"))
          .isEqualTo(new Answered(202, null, null));
    }
  }

  @Test
  void retryAfterIsKeptUnlessItIsNotOne() {
    try (var server =
            server(new Response(503, Map.of("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT")));
        var liar = server(new Response(503, Map.of("Retry-After", "<script>")))) {
      assertThat(((Answered) post(server.origin())).inWords())
          .isEqualTo("answered 503, retry after Wed, 21 Oct 2026 07:28:00 GMT");
      assertThat(((Answered) post(liar.origin())).inWords()).isEqualTo("answered 503");
    }
  }

  private LoopbackHttp server(Response response) {
    return new LoopbackHttp(
        null,
        request -> {
          remember(request);
          return response;
        });
  }

  private Response remember(Request request) {
    seen.add(request);
    return Response.of(200);
  }

  private static Outcome post(String to) {
    try (var courier = new HttpCourier(WITH_LOOPBACK, SSLContext.getDefault())) {
      return courier.post(URI.create(to), Map.of(), BODY);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
