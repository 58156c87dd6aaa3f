package nl.achterwacht.place.area;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.achterwacht.place.AddressCheck;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a GeoJSON file with the attributes of "CBS wijken en buurten", feature by feature: the text
 * is never in memory as a whole. All of the file is good, or nothing is taken over.
 */
final class NeighbourhoodFile {
  static final int MOST_BYTES = 64 * 1024 * 1024;
  static final int MOST_FEATURES = 20_000;
  static final int MOST_POINTS = 1_500_000;

  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final Pattern DISTRICT = Pattern.compile("WK[0-9]{4}[0-9A-Z]{2}");
  private static final Pattern MUNICIPALITY = Pattern.compile("GM[0-9]{4}");
  private static final int LONGEST_NAME = 200;

  private final JsonParser json;
  private final Shapes shapes;
  private final List<Boundary> boundaries = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();

  private NeighbourhoodFile(JsonParser json) {
    this.json = json;
    this.shapes = new Shapes(json, MOST_POINTS);
  }

  /** All neighbourhoods of the file. */
  static List<Boundary> read(InputStream file) throws NotNeighbourhoods {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), new Bounded(file))) {
      var reading = new NeighbourhoodFile(json);
      reading.readCollection();
      return reading.boundaries;
    } catch (JacksonIOException e) {
      throw e.getCause() instanceof TooLarge
          ? new NotNeighbourhoods(
              "too-large", "The file has more than " + MOST_BYTES / 1024 / 1024 + " MB.")
          : new NotNeighbourhoods("broken-off", "The file broke off.");
    } catch (JacksonException e) {
      throw new NotNeighbourhoods("json", "The file is not JSON, or it broke off.");
    }
  }

  private void readCollection() throws NotNeighbourhoods {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw notACollection();
    }
    boolean seen = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if ("features".equals(name) && value == JsonToken.START_ARRAY) {
        seen = true;
        readFeatures();
      } else if ("type".equals(name) && !"FeatureCollection".equals(json.getString())) {
        throw notACollection();
      } else {
        json.skipChildren();
      }
    }
    if (!seen || json.currentToken() != JsonToken.END_OBJECT) {
      throw notACollection();
    }
    if (boundaries.isEmpty()) {
      throw new NotNeighbourhoods("empty", "There is no neighbourhood in the file.");
    }
  }

  private static NotNeighbourhoods notACollection() {
    return new NotNeighbourhoods("type", "The file is no GeoJSON FeatureCollection.");
  }

  private void readFeatures() throws NotNeighbourhoods {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (boundaries.size() == MOST_FEATURES) {
        throw new NotNeighbourhoods(
            "too-large", "The file has more than " + MOST_FEATURES + " neighbourhoods.");
      }
      readFeature("Feature " + (boundaries.size() + 1));
    }
  }

  private void readFeature(String which) throws NotNeighbourhoods {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new NotNeighbourhoods("type", which + " is no object.");
    }
    Map<String, String> properties = Map.of();
    MultiPolygon shape = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if ("properties".equals(name) && value == JsonToken.START_OBJECT) {
        properties = texts();
      } else if ("geometry".equals(name)) {
        shape = shapes.read(which);
      } else {
        json.skipChildren();
      }
    }
    Neighbourhood neighbourhood = neighbourhood(which, properties);
    if (!codes.add(neighbourhood.code())) {
      throw new NotNeighbourhoods("twice", neighbourhood.code() + " is in the file twice.");
    }
    boundaries.add(new Boundary(neighbourhood, shape));
  }

  /** The texts of an object; the statistics beside them are numbers and are passed over. */
  private Map<String, String> texts() {
    var texts = new HashMap<String, String>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }

  private static Neighbourhood neighbourhood(String which, Map<String, String> properties)
      throws NotNeighbourhoods {
    String code = properties.getOrDefault("buurtcode", "");
    if (!AddressCheck.isNeighbourhoodCode(code)) {
      throw new NotNeighbourhoods(
          "code", which + ": buurtcode is BU, four digits, and four digits or capitals.");
    }
    String name = properties.getOrDefault("buurtnaam", code);
    return new Neighbourhood(
        code,
        shortened(name.isBlank() ? code : name),
        fitting(DISTRICT, properties.get("wijkcode")),
        fitting(MUNICIPALITY, properties.get("gemeentecode")),
        properties.containsKey("gemeentenaam")
            ? shortened(properties.getOrDefault("gemeentenaam", ""))
            : null,
        "JA".equals(properties.get("water")));
  }

  private static String shortened(String name) {
    String clean = name.replace("\0", "");
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
  }

  private static @Nullable String fitting(Pattern form, @Nullable String code) {
    return code != null && form.matcher(code).matches() ? code : null;
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Ends a file that is too large, whatever its sender said of its length. */
  private static final class Bounded extends FilterInputStream {
    private long left = MOST_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      counted(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int came = super.read(into, from, most);
      counted(Math.max(came, 0));
      return came;
    }

    private void counted(int bytes) throws TooLarge {
      left -= bytes;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
