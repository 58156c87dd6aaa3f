package nl.achterwacht.place.lookup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A look-up service that speaks as PDOK Locatieserver v3.1 does, with made-up addresses: a Solr
 * envelope, fields that may be missing, and a refusal of every parameter that it does not know.
 */
public final class AddressBook implements AutoCloseable {
  public static final String ID = "adr-0123456789abcdef0123456789abcdef";
  private static final String BARE_ID = "adr-ffffffffffffffffffffffffffffffff";

  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "/search/v3_1/suggest", Set.of("q", "fq", "rows", "start", "fl", "sort", "wt"),
          "/search/v3_1/lookup", Set.of("id", "fl", "wt"));

  private static final String FULL =
      """
      {"bron": "BAG", "type": "adres", "id": "%s",
       "identificatie": "0356010000012345-0356200000054321",
       "weergavenaam": "Koolmees 1, 3435RA Nieuwegein", "straatnaam": "Koolmees",
       "straatnaam_verkort": "Koolmees", "huisnummer": 1, "huis_nlt": "1", "postcode": "3435RA",
       "woonplaatsnaam": "Nieuwegein", "gemeentecode": "0356", "gemeentenaam": "Nieuwegein",
       "provinciecode": "PV26", "wijkcode": "WK035601", "buurtcode": "BU03560101",
       "buurtnaam": "Buurt", "nummeraanduiding_id": "0356200000054321",
       "adresseerbaarobject_id": "0356010000012345",
       "centroide_ll": "POINT(5.07000962 52.0266669)",
       "centroide_rd": "POINT(133230.698 448750.088)", "gekoppeld_perceel": ["JPS00-C-484"]}
      """
          .formatted(ID);
  private static final String BARE =
      """
      {"type": "adres", "id": "%s", "weergavenaam": "Ergens 2, Nergens", "postcode": "1234SS",
       "buurtcode": "onbekend", "centroide_ll": "POINT(x y)"}
      """
          .formatted(BARE_ID);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.WELL;
  private final CountDownLatch end = new CountDownLatch(1);

  /** How it is. */
  public enum Mood {
    WELL,
    /** Answers 500. */
    FAILING,
    /** Answers what is not JSON. */
    CONFUSED,
    /** Answers more than anybody wants to read. */
    ENDLESS,
    /** Begins to answer and never ends. */
    HANGING
  }

  public AddressBook() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Up to and including the version. */
  public URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/search/v3_1");
  }

  /** The questions that came, as they were sent. */
  public List<String> asked() {
    return asked;
  }

  public void becomes(Mood next) {
    mood = next;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      URI uri = exchange.getRequestURI();
      asked.add(uri.getPath() + "?" + uri.getRawQuery());
      Set<String> known = KNOWN.get(uri.getPath());
      Map<String, String> query = query(uri.getRawQuery());
      if (known == null) {
        answer(exchange, 404, "{}");
      } else if (!known.containsAll(query.keySet())) {
        answer(exchange, 400, "{\"error\": \"unknown parameter\"}");
      } else {
        answerAs(exchange, uri.getPath().endsWith("/suggest") ? suggested(query) : looked(query));
      }
    }
  }

  private void answerAs(HttpExchange exchange, @Nullable String docs) throws IOException {
    switch (mood) {
      case WELL -> {
        if (docs == null) {
          answer(exchange, 400, "{\"error\": \"q is required\"}");
        } else {
          answer(
              exchange,
              200,
              "{\"response\": {\"numFound\": 1, \"start\": 0, \"docs\": ["
                  + docs
                  + "]}, \"highlighting\": {}, \"spellcheck\": {}}");
        }
      }
      case FAILING -> answer(exchange, 500, "broken");
      case CONFUSED -> answer(exchange, 200, "<html>Onderhoud</html>");
      case ENDLESS -> answer(exchange, 200, "[" + "1,".repeat(400_000) + "1]");
      case HANGING -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        awaitEnd();
      }
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable String suggested(Map<String, String> query) {
    String q = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
    if (q.isBlank()) {
      return null;
    }
    return "koolmees 1, 3435ra nieuwegein".contains(q)
        ? "{\"type\": \"adres\", \"id\": \""
            + ID
            + "\", \"weergavenaam\": \"Koolmees 1, 3435RA Nieuwegein\", \"score\": 7.1},"
            + "{\"type\": \"adres\", \"id\": \""
            + BARE_ID
            + "\", \"weergavenaam\": \"Ergens 2, Nergens\"},"
            + "{\"type\": \"weg\", \"id\": \"weg-1\", \"weergavenaam\": \"Koolmees\"},"
            + "{\"type\": \"adres\"}"
        : "";
  }

  private static String looked(Map<String, String> query) {
    return switch (query.getOrDefault("id", "")) {
      case ID -> FULL;
      case BARE_ID -> BARE;
      default -> "";
    };
  }

  private static Map<String, String> query(@Nullable String raw) {
    var query = new TreeMap<String, String>();
    for (String pair : (raw == null ? "" : raw).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
