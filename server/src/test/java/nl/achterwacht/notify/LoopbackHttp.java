package nl.achterwacht.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A small real HTTP or HTTPS server on a free port of the loopback address. */
public final class LoopbackHttp implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String origin;

  /** A request as it came; names of headers in small letters. */
  public record Request(String path, Map<String, String> headers, String bodyInLatin1) {
    /** The header, or empty text. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body, byte for byte. */
    public byte[] body() {
      return bodyInLatin1.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** An answer without body. */
  public record Response(int status, Map<String, String> headers) {
    /** Only a status. */
    public static Response of(int status) {
      return new Response(status, Map.of());
    }
  }

  /** Answers one request. */
  public interface Answering {
    Response answer(Request request);
  }

  /** Starts it; with a certificate it speaks HTTPS as {@code localhost}. */
  public LoopbackHttp(@Nullable TestCertificate certificate, Answering answering) {
    this(InetAddress.getLoopbackAddress(), certificate, answering);
  }

  /** At another address of this machine. */
  public LoopbackHttp(
      InetAddress address, @Nullable TestCertificate certificate, Answering answering) {
    try {
      var at = new InetSocketAddress(address, 0);
      server = certificate == null ? HttpServer.create(at, 200) : https(at, certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, answering));
    server.start();
    String scheme = certificate == null ? "http" : "https";
    String host = address.isLoopbackAddress() ? "localhost" : address.getHostAddress();
    origin = scheme + "://" + host + ":" + server.getAddress().getPort();
  }

  /** Scheme, host and port. */
  public String origin() {
    return origin;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer https(InetSocketAddress at, TestCertificate certificate)
      throws IOException {
    HttpsServer server = HttpsServer.create(at, 200);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    return server;
  }

  private static void serve(HttpExchange exchange, Answering answering) throws IOException {
    try (exchange) {
      var headers = new HashMap<String, String>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(lower(name), String.join(", ", values)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      Response response =
          answering.answer(
              new Request(
                  exchange.getRequestURI().getPath(),
                  headers,
                  new String(body, StandardCharsets.ISO_8859_1)));
      response.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(response.status(), -1);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
