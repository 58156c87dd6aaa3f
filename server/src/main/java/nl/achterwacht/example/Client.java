package nl.achterwacht.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One person's way to the public API, signed in when needed. As on a real phone, what cannot be
 * delivered is sent again, later and under the same key, until the server has answered.
 */
final class Client {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final HttpClient http;
  private final URI server;
  private final String userName;
  private final Semaphore door;
  private String cookie = "";
  private String csrfToken = "";

  /**
   * A client that is not signed in yet.
   *
   * @param door taken while signing in, which costs the server much: visitors go first
   */
  Client(HttpClient http, URI server, String userName, Semaphore door) {
    this.http = http;
    this.server = server;
    this.userName = userName;
    this.door = door;
  }

  /** What the server said; a problem's body is there too. */
  record Reply(int status, JsonNode body) {
    boolean isDone() {
      return status >= 200 && status < 300;
    }

    String text(String field) {
      return body.path(field).asString("");
    }
  }

  static ObjectNode json() {
    return JSON.createObjectNode();
  }

  /** What stands in a file of ours. */
  static JsonNode read(byte[] json) {
    return JSON.readTree(json);
  }

  Reply get(String path) throws InterruptedException {
    return send("GET", path, null, null);
  }

  Reply delete(String path) throws InterruptedException {
    return send("DELETE", path, null, null);
  }

  Reply put(String path, ObjectNode body) throws InterruptedException {
    return send("PUT", path, body, null);
  }

  Reply post(String path, ObjectNode body) throws InterruptedException {
    return post(path, body, UUID.randomUUID());
  }

  /** As {@link #post(String, ObjectNode)}, for an act that has a name of its own. */
  Reply post(String path, ObjectNode body, UUID key) throws InterruptedException {
    return send("POST", path, body, key);
  }

  private Reply send(String method, String path, @Nullable ObjectNode body, @Nullable UUID key)
      throws InterruptedException {
    if (cookie.isEmpty()) {
      signIn();
    }
    while (true) {
      Reply reply = delivered(method, path, body, key);
      if (reply.status() != 401) {
        return reply;
      }
      signIn();
    }
  }

  private void signIn() throws InterruptedException {
    ObjectNode who = json().put("userName", userName).put("password", ExampleTown.PASSWORD);
    door.acquire();
    Reply reply;
    try {
      reply = delivered("POST", "/sessions", who, null);
    } finally {
      door.release();
    }
    if (!reply.isDone()) {
      throw new IllegalStateException(userName + " cannot sign in: " + reply.status());
    }
    csrfToken = reply.text("csrfToken");
  }

  private Reply delivered(String method, String path, @Nullable ObjectNode body, @Nullable UUID key)
      throws InterruptedException {
    Duration wait = FIRST_WAIT;
    while (true) {
      try {
        Reply reply = once(method, path, body, key);
        if (reply.status() < 500 && reply.status() != 429 && !isStillBusy(reply)) {
          return reply;
        }
      } catch (IOException e) {
        // Away or starting: the same again, later.
      }
      Pace.rest(wait);
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  private Reply once(String method, String path, @Nullable ObjectNode body, @Nullable UUID key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve("/api/v1" + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Cookie", cookie)
            .header("X-CSRF-Token", csrfToken)
            .method(method, content(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (key != null) {
      request.header("Idempotency-Key", key.toString());
    }
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(given -> cookie = given.substring(0, (given + ";").indexOf(';')));
    return new Reply(response.statusCode(), read(response.body()));
  }

  private static boolean isStillBusy(Reply reply) {
    return reply.status() == 409 && reply.text("type").endsWith("/still-busy");
  }

  private static HttpRequest.BodyPublisher content(@Nullable ObjectNode body) {
    return body == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body.toString());
  }

  private static JsonNode read(String text) throws IOException {
    try {
      return text.isBlank() ? json() : JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IOException("the server did not answer in JSON", e);
    }
  }
}
