package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.achterwacht.http.frame.Contract;
import nl.achterwacht.http.frame.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser or phone. Every answer it gets is held to the contract. */
final class ApiClient {
  private static final Contract CONTRACT = Contract.load();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final int ATTEMPTS = 20;
  // These change nothing that a second time would change again.
  private static final Pattern ASKS_ONLY =
      Pattern.compile("/(sessions|[a-z]+-(searches|lookups|checks))$");

  private final String server;
  private final boolean patient;
  private final Map<String, String> headers = new LinkedHashMap<>();

  /**
   * @param patient sends again, as a phone does, what a server that is too busy did not answer and
   *     what counts once however often it is sent
   */
  ApiClient(String server, boolean patient) {
    this.server = server;
    this.patient = patient;
  }

  /** What came back. */
  record Reply(int status, java.net.http.HttpHeaders headers, String text) {
    JsonNode json() {
      return JSON.readTree(text);
    }

    String at(String pointer) {
      return json().at(pointer).asString("");
    }

    boolean isAnswer() {
      return status != 503;
    }

    Reply expect(int wanted) {
      assertThat(status).as(text).isEqualTo(wanted);
      return this;
    }
  }

  ApiClient with(String header, String value) {
    ApiClient other = new ApiClient(server, patient);
    other.headers.putAll(headers);
    other.headers.put(header, value);
    return other;
  }

  ApiClient without(String header) {
    ApiClient other = new ApiClient(server, patient);
    other.headers.putAll(headers);
    other.headers.remove(header);
    return other;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The same with an idempotency key of its own. */
  ApiClient keyed() {
    return with("Idempotency-Key", UUID.randomUUID().toString());
  }

  void signIn(String user, String password) {
    Map<String, Object> who = Map.of("userName", user, "password", password);
    // Checking a password is work, for which a busy machine may ask to come back.
    Reply reply =
        await().atMost(Duration.ofMinutes(1)).until(() -> post("/sessions", who), Reply::isAnswer);
    reply.expect(201);
    headers.put("Cookie", cookie(reply));
    headers.put("X-CSRF-Token", reply.at("/csrfToken"));
  }

  static String cookie(Reply reply) {
    String set = reply.headers().firstValue("Set-Cookie").orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  Reply get(String path) {
    return send("GET", path, null, null);
  }

  /** A file that is answered with 200. */
  byte[] file(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
            .timeout(Duration.ofSeconds(30));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Disposition")).isPresent();
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Reply delete(String path) {
    return send("DELETE", path, null, null);
  }

  Reply post(String path, Object body) {
    return send("POST", path, "application/json", JSON.writeValueAsString(body));
  }

  Reply put(String path, Object body) {
    return send("PUT", path, "application/json", JSON.writeValueAsString(body));
  }

  Reply patch(String path, Object body) {
    return send("PATCH", path, "application/json", JSON.writeValueAsString(body));
  }

  Reply postNothing(String path) {
    return send("POST", path, null, null);
  }

  /** Sends exactly this; {@code path} may be an absolute path outside the API when it begins //. */
  Reply send(String method, String path, @Nullable String contentType, @Nullable String body) {
    String full = path.startsWith("//") ? path.substring(1) : "/api/v1" + path;
    var request =
        HttpRequest.newBuilder(URI.create(server + full))
            .timeout(Duration.ofSeconds(30))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    if (contentType != null) {
      request.setHeader("Content-Type", contentType);
    }
    try {
      HttpResponse<String> response = response(request.build());
      var reply = new Reply(response.statusCode(), response.headers(), response.body());
      if (!path.startsWith("//")) {
        holdToContract(method, path, reply);
      }
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> response(HttpRequest request)
      throws IOException, InterruptedException {
    boolean mayRepeat =
        request.headers().firstValue("Idempotency-Key").isPresent()
            || !request.method().equals("POST")
            || ASKS_ONLY.matcher(request.uri().getPath()).find();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    for (int n = 1; patient && mayRepeat && isTooBusy(response) && n < ATTEMPTS; n++) {
      response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
    return response;
  }

  private static boolean isTooBusy(HttpResponse<String> response) {
    return response.statusCode() == 503
        || (response.statusCode() == 409 && response.body().contains("/problems/still-busy"));
  }

  private static void holdToContract(String method, String path, Reply reply) {
    assertThat(reply.headers().firstValue("API-Version")).hasValue(CONTRACT.version());
    assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
    String type = reply.headers().firstValue("Content-Type").orElse("");
    if (reply.status() >= 400) {
      assertThat(type).startsWith("application/problem+json");
      assertThat(CONTRACT.faults("/components/schemas/Problem", reply.json())).isEmpty();
      assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
      return;
    }
    if (reply.text().isEmpty() || type.startsWith("text/event-stream")) {
      return;
    }
    Operation operation = operation(method, path.replaceAll("\\?.*", ""));
    if (!type.startsWith("application/json")) {
      assertThat(operation.answers()).as(type).contains(type.replaceAll(";.*", ""));
      return;
    }
    String pointer =
        "/paths/"
            + operation.path().replace("~", "~0").replace("/", "~1")
            + "/"
            + method.toLowerCase(Locale.ROOT)
            + "/responses/"
            + reply.status()
            + "/content/application~1json/schema";
    assertThat(CONTRACT.at(pointer).isMissingNode()).as(pointer).isFalse();
    assertThat(CONTRACT.faults(pointer, reply.json())).as(reply.text()).isEmpty();
  }

  /** The operation that this path belongs to: a fixed segment wins over a parameter. */
  static Operation operation(String method, String path) {
    return CONTRACT.operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> path.matches(operation.path().replaceAll("\\{\\w+}", "[^/]+")))
        .min((a, b) -> Integer.compare(braces(a), braces(b)))
        .orElseThrow(() -> new AssertionError("not in the contract: " + method + " " + path));
  }

  private static int braces(Operation operation) {
    return operation.path().split("\\{", -1).length;
  }
}
