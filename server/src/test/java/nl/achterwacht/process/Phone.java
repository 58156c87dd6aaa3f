package nl.achterwacht.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.process.SmallTown.Out;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a server as a phone does, proven by the key of its watch.
 *
 * @param patience after how long without an answer it gives up
 */
public record Phone(RunningServer server, Duration patience) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  public Phone(RunningServer server) {
    this(server, Duration.ofSeconds(30));
  }

  /** What came back, and after how long. */
  public record Reply(int status, String type, String text, Duration took) {
    public JsonNode json() {
      return JSON.readTree(text);
    }
  }

  public Reply sign(Out out, UUID key) throws IOException {
    return post(out, "signs-of-life", key);
  }

  /** As {@link #sign(Out, UUID)}, and says when it was made, as the app does. */
  public Reply sign(Out out, UUID key, Instant madeAt) throws IOException {
    return post(out, "signs-of-life", key, "{\"made\":{\"madeAt\":\"" + madeAt + "\"}}");
  }

  Reply panic(Out out, UUID key) throws IOException {
    return post(out, "panics", key);
  }

  public Reply get(String path) throws IOException {
    return send(HttpRequest.newBuilder(at(path)).GET());
  }

  Reply get(String path, String header, String value) throws IOException {
    return send(HttpRequest.newBuilder(at(path)).header(header, value).GET());
  }

  /** Whatever this server counted under {@code meter}. */
  public long counted(String meter) throws IOException {
    JsonNode json = get("/actuator/metrics/" + meter).json();
    return json.at("/measurements/0/value").asLong();
  }

  private Reply post(Out out, String what, UUID key) throws IOException {
    return post(out, what, key, "{}");
  }

  private Reply post(Out out, String what, UUID key, String body) throws IOException {
    return send(
        HttpRequest.newBuilder(at("/api/v1/watches/" + out.watch() + "/" + what))
            .header("Watch-Key", out.key())
            .header("Idempotency-Key", key.toString())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  private Reply send(HttpRequest.Builder request) throws IOException {
    long began = System.nanoTime();
    try {
      HttpResponse<String> response =
          HTTP.send(request.timeout(patience).build(), BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body(),
          Duration.ofNanos(System.nanoTime() - began));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
