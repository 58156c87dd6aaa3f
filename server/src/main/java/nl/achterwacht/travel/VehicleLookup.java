package nl.achterwacht.travel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import nl.achterwacht.base.Json;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.HttpCourier.Question;
import nl.achterwacht.notify.wire.HttpCourier.Reading;
import nl.achterwacht.notify.wire.TimeLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks the open data of RDW what a Dutch plate belongs to: brand, model, colour and kind, and
 * nothing else is taken over. A help to whoever types a plate; no answer is no hindrance.
 */
public final class VehicleLookup {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  // One vehicle is some four thousand bytes.
  private static final int MOST_BYTES = 65_536;
  private static final int AT_ONCE = 8;

  private final @Nullable Source source;
  private final HttpCourier courier;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * Where the open data are.
   *
   * @param url of the data set, such as {@code https://opendata.rdw.nl/resource/m9d7-ebf2.json}
   * @param appToken sent as {@code X-App-Token}, for more questions an hour; null for none
   */
  public record Source(URI url, @Nullable String appToken) {
    @Override
    public String toString() {
      return "Source[" + url + "]";
    }
  }

  /** What is known of a plate. */
  public sealed interface Known {
    /**
     * There is such a vehicle. Each is null when the register does not say.
     *
     * @param model without the brand
     * @param kind in the register's own word, such as {@code Personenauto}
     */
    record Found(
        @Nullable String brand,
        @Nullable String model,
        @Nullable String colour,
        @Nullable String kind)
        implements Known {}

    /** The register knows no such plate. */
    record NoSuchPlate() implements Known {}

    /** Nobody was asked, or nobody answered. */
    record NotAsked(String why) implements Known {}
  }

  /**
   * @param source null when the operator did not turn this on
   */
  public VehicleLookup(@Nullable Source source, HttpCourier courier) {
    this.source = source;
    this.courier = courier;
  }

  /** What RDW says of {@code plate}; within two seconds, whatever happens. */
  public Known find(Plate plate) {
    if (source == null) {
      return new Known.NotAsked("turned off");
    }
    if (plate.mark() != Plate.Mark.DUTCH) {
      return new Known.NotAsked("not a Dutch civil plate");
    }
    if (!places.tryAcquire()) {
      return new Known.NotAsked("too many at the same moment");
    }
    try {
      return read(source, plate);
    } finally {
      places.release();
    }
  }

  private Known read(Source from, Plate plate) {
    Map<String, String> headers =
        from.appToken() == null
            ? Map.of("Accept", "application/json")
            : Map.of("Accept", "application/json", "X-App-Token", from.appToken());
    var question =
        new Question("GET", address(from.url(), plate), headers, new byte[0], MOST_BYTES);
    return switch (TimeLimit.keep(LIMIT, () -> courier.ask(question), Reading.NotReached::new)) {
      case Reading.Read(int status, _, byte[] body) when status == 200 -> known(body);
      case Reading.Read(int status, _, _) -> new Known.NotAsked("answered " + status);
      case Reading.TooLong _ -> new Known.NotAsked("the answer is too long");
      case Reading.NotReached(String why) -> new Known.NotAsked(why);
      case Reading.Forbidden(String why) -> new Known.NotAsked(why);
    };
  }

  private static URI address(URI dataSet, Plate plate) {
    String signs = URLEncoder.encode(plate.signs(), StandardCharsets.UTF_8);
    return URI.create(dataSet + "?kenteken=" + signs);
  }

  private static Known known(byte[] body) {
    try {
      JsonNode rows = Json.tree(new String(body, StandardCharsets.UTF_8));
      if (!rows.isArray()) {
        return new Known.NotAsked("not a list");
      }
      if (rows.isEmpty()) {
        return new Known.NoSuchPlate();
      }
      JsonNode first = rows.path(0);
      return first.isObject() ? found(first) : new Known.NotAsked("not a vehicle");
    } catch (JacksonException e) {
      return new Known.NotAsked("not JSON");
    }
  }

  private static Known.Found found(JsonNode row) {
    @Nullable String brand = value(row, "merk");
    return new Known.Found(
        brand,
        withoutBrand(value(row, "handelsbenaming"), brand),
        value(row, "eerste_kleur"),
        value(row, "voertuigsoort"));
  }

  /** Every value is a string, and two of them mean none. */
  private static @Nullable String value(JsonNode row, String name) {
    String text = row.path(name).asString("").strip();
    boolean none =
        text.isEmpty() || text.equals("N.v.t.") || text.equalsIgnoreCase("Niet geregistreerd");
    return none ? null : text;
  }

  /** The register may say FIAT and FIAT 500: the brand is not repeated. */
  private static @Nullable String withoutBrand(@Nullable String model, @Nullable String brand) {
    if (model == null || brand == null) {
      return model;
    }
    boolean repeats =
        model.toUpperCase(Locale.ROOT).startsWith(brand.toUpperCase(Locale.ROOT) + " ");
    String rest = repeats ? model.substring(brand.length()).strip() : model;
    return rest.isEmpty() || rest.equalsIgnoreCase(brand) ? null : rest;
  }
}
