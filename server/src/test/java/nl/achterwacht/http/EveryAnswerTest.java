package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.http.frame.Contract;
import org.junit.jupiter.api.Test;

/** What holds for every answer, whatever was asked. */
class EveryAnswerTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void theApiSaysItsVersionAndIsNeverStored() {
    Reply reply = SERVER.visitor().get("/assurance").expect(200);
    assertThat(header(reply, "API-Version")).isEqualTo(Contract.load().version());
    assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(reply, "Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(reply, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(reply, "Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void whatIsNoRequestGetsAProblemToo() throws IOException {
    for (String nonsense :
        new String[] {
          "GET /api/v1/me|<x> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /api/v1/a%2fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /api/v1/../../etc HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "BREW /api/v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        }) {
      String answer = raw(nonsense);
      assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("API-Version: ");
      assertThat(answer).contains("application/problem+json").doesNotContain("Tomcat", "<html");
    }
  }

  @Test
  void theContractIsThereForEveryPage() {
    Reply reply = SERVER.visitor().send("GET", "//api/v1/openapi.json", null, null).expect(200);
    assertThat(header(reply, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(reply.at("/openapi")).startsWith("3.1");
    Reply other = SERVER.visitor().get("/assurance");
    assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void theServerSaysHowItIs() {
    assertThat(page("//livez").text()).isEqualTo("ok\n");
    assertThat(page("//readyz").text()).isEqualTo("ok\n");
    assertThat(page("//.well-known/security.txt").text())
        .contains("Contact: mailto:", "Expires: 20", "Preferred-Languages: nl, en");
  }

  @Test
  void aPageMayLoadNothingFromElsewhere() {
    Reply reply = SERVER.visitor().send("GET", "//livez", null, null);
    assertThat(header(reply, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
        .doesNotContain("unsafe", "*", "data:");
  }

  @Test
  void theCookieIsForThisServerOnly() {
    TestTown town = SERVER.town("cookie");
    Reply reply =
        SERVER
            .visitor()
            .post("/sessions", Map.of("userName", town.user("anna"), "password", TestTown.PASSWORD))
            .expect(201);
    assertThat(header(reply, "Set-Cookie"))
        .startsWith("achterwacht-session=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
  }

  @Test
  void whoeverSignedOutIsOut() {
    TestTown town = SERVER.town("out");
    ApiClient anna = SERVER.signedIn(town, "anna");
    anna.get("/sessions/current").expect(200);
    anna.delete("/sessions/current").expect(204);
    anna.get("/sessions/current").expect(401);
  }

  @Test
  void tooManyWrongPasswordsFromOnePlaceMustWaitAndOthersNeedNot() {
    TestTown town = SERVER.town("limit");
    Map<String, String> wrong = Map.of("userName", town.user("anna"), "password", "verkeerd");
    for (int i = 0; i < 10; i++) {
      SERVER.visitor().post("/sessions", wrong).expect(401);
    }
    Reply late = SERVER.visitor().post("/sessions", wrong).expect(429);
    assertThat(Integer.parseInt(header(late, "Retry-After"))).isBetween(1, 901);
    SERVER.signedIn(town, "bram").get("/me").expect(200);
  }

  private static Reply page(String path) {
    return SERVER.visitor().send("GET", path, null, null).expect(200);
  }

  private static String header(Reply reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", SERVER.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
