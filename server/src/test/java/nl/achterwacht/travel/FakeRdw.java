package nl.achterwacht.travel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The open data of RDW on the loopback address: a list of what is registered under a plate. */
public final class FakeRdw implements AutoCloseable {
  private static final String PATH = "/resource/m9d7-ebf2.json";

  private final HttpServer server;
  private final Map<String, String> answers;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * @param answers what is sent for a plate without dashes; an empty list for any other
   */
  public FakeRdw(Map<String, String> answers) {
    this.answers = Map.copyOf(answers);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PATH, this::answer);
    server.start();
  }

  /** Where the data set stands. */
  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
  }

  /** Every question: the query, and the token after a space when there was one. */
  public List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getRawQuery();
      List<String> tokens = exchange.getRequestHeaders().getOrDefault("X-App-Token", List.of());
      asked.add(tokens.isEmpty() ? query : query + " " + tokens.getFirst());
      byte[] body =
          answers
              .getOrDefault(query.substring("kenteken=".length()), "[]")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
