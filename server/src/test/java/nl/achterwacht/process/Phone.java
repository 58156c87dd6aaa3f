package nl.achterwacht.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import nl.achterwacht.process.SmallTown.Out;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a server as a phone does, proven by the key of its watch. */
record Phone(RunningServer server) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What came back, and after how long. */
  record Reply(int status, String type, String text, Duration took) {
    JsonNode json() {
      return JSON.readTree(text);
    }
  }

  Reply sign(Out out, UUID key) throws IOException {
    return post(out, "signs-of-life", key);
  }

  Reply panic(Out out, UUID key) throws IOException {
    return post(out, "panics", key);
  }

  Reply get(String path) throws IOException {
    return send(HttpRequest.newBuilder(at(path)).GET());
  }

  /** Whatever this server counted under {@code meter}. */
  long counted(String meter) throws IOException {
    JsonNode json = get("/actuator/metrics/" + meter).json();
    return json.at("/measurements/0/value").asLong();
  }

  private Reply post(Out out, String what, UUID key) throws IOException {
    return send(
        HttpRequest.newBuilder(at("/api/v1/watches/" + out.watch() + "/" + what))
            .header("Watch-Key", out.key())
            .header("Idempotency-Key", key.toString())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}")));
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  private static Reply send(HttpRequest.Builder request) throws IOException {
    long began = System.nanoTime();
    try {
      HttpResponse<String> response =
          HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
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
