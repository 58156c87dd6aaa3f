package nl.achterwacht.place.area;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one GeoJSON geometry from a stream, position by position, and holds it to what can be a
 * Dutch neighbourhood.
 */
final class Shapes {
  static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final int DEEPEST = 4;
  private static final int SHORTEST_RING = 4;
  private static final double WEST = 3;
  private static final double EAST = 8;
  private static final double SOUTH = 50;
  private static final double NORTH = 54;
  // In degrees nothing is so far; in metres of the Dutch grid everything is.
  private static final double METRES = 400;

  private final JsonParser json;
  private final int mostPoints;
  private int points;

  Shapes(JsonParser json, int mostPoints) {
    this.json = json;
    this.mostPoints = mostPoints;
  }

  /** Arrays in arrays; the innermost are rings of positions. */
  private record Nested(List<Nested> parts, List<Coordinate> ring) {
    int depth() {
      return parts.isEmpty() ? 1 : 1 + parts.getFirst().depth();
    }
  }

  /**
   * The geometry that begins at the parser's present token; null for {@code null}.
   *
   * @param which the feature, for a message
   */
  @Nullable MultiPolygon read(String which) throws NotNeighbourhoods {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new NotNeighbourhoods("geometry", which + ": its geometry is no object.");
    }
    String type = "";
    Nested coordinates = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if ("type".equals(name)) {
        type = json.getString();
      } else if ("coordinates".equals(name) && json.currentToken() == JsonToken.START_ARRAY) {
        coordinates = coordinates(which);
      } else {
        json.skipChildren();
      }
    }
    return shape(which, type, coordinates);
  }

  private Nested coordinates(String which) throws NotNeighbourhoods {
    return json.nextToken() == JsonToken.END_ARRAY
        ? new Nested(List.of(), List.of())
        : nested(which, 1);
  }

  /** An array of which the first inner array has begun already. */
  private Nested nested(String which, int depth) throws NotNeighbourhoods {
    if (depth > DEEPEST) {
      throw new NotNeighbourhoods("geometry", which + ": its coordinates are nested too deep.");
    }
    var parts = new ArrayList<Nested>();
    var ring = new ArrayList<Coordinate>();
    do {
      JsonToken first = json.currentToken() == JsonToken.START_ARRAY ? json.nextToken() : null;
      if (first != null && first.isNumeric()) {
        ring.add(position(which));
      } else if (first == JsonToken.START_ARRAY) {
        parts.add(nested(which, depth + 1));
      } else {
        throw new NotNeighbourhoods("geometry", which + ": its coordinates are no positions.");
      }
    } while (json.nextToken() != JsonToken.END_ARRAY);
    if (!parts.isEmpty() && !ring.isEmpty()) {
      throw new NotNeighbourhoods("geometry", which + ": its coordinates are of two kinds.");
    }
    return new Nested(parts, ring);
  }

  /** Longitude, latitude, and perhaps a height, which is passed over. */
  private Coordinate position(String which) throws NotNeighbourhoods {
    points++;
    if (points > mostPoints) {
      throw new NotNeighbourhoods("too-large", "The file has more than " + mostPoints + " points.");
    }
    double x = json.getDoubleValue();
    JsonToken second = json.nextToken();
    if (second == null || !second.isNumeric()) {
      throw new NotNeighbourhoods("geometry", which + ": a position has two numbers.");
    }
    double y = json.getDoubleValue();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (!json.currentToken().isNumeric()) {
        throw new NotNeighbourhoods("geometry", which + ": a position has only numbers.");
      }
    }
    if (Math.abs(x) > METRES || Math.abs(y) > METRES) {
      throw new NotNeighbourhoods(
          "rd-coordinates",
          which
              + ": the coordinates are metres of the Dutch grid (RD, EPSG:28992). Load the file in"
              + " degrees (WGS 84, EPSG:4326).");
    }
    if (!(x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH)) {
      throw new NotNeighbourhoods(
          "outside",
          which + ": outside 3 to 8 degrees east, 50 to 54 degrees north. Longitude stands first.");
    }
    return new Coordinate(x, y);
  }

  private static MultiPolygon shape(String which, String type, @Nullable Nested coordinates)
      throws NotNeighbourhoods {
    boolean isPolygon = type.equals("Polygon");
    if (!isPolygon && !type.equals("MultiPolygon")) {
      throw new NotNeighbourhoods("geometry", which + ": only Polygon and MultiPolygon are read.");
    }
    if (coordinates == null || coordinates.depth() != (isPolygon ? 2 : 3)) {
      throw new NotNeighbourhoods("geometry", which + ": its coordinates do not fit its type.");
    }
    List<Nested> polygons = isPolygon ? List.of(coordinates) : coordinates.parts();
    var shapes = new ArrayList<Polygon>();
    for (Nested polygon : polygons) {
      shapes.add(polygon(which, polygon));
    }
    return GEOMETRIES.createMultiPolygon(shapes.toArray(Polygon[]::new));
  }

  private static Polygon polygon(String which, Nested polygon) throws NotNeighbourhoods {
    var rings = new ArrayList<LinearRing>();
    for (Nested part : polygon.parts()) {
      List<Coordinate> ring = part.ring();
      if (ring.size() < SHORTEST_RING || !ring.getFirst().equals2D(ring.getLast())) {
        throw new NotNeighbourhoods("geometry", which + ": a ring ends where it began.");
      }
      rings.add(GEOMETRIES.createLinearRing(ring.toArray(Coordinate[]::new)));
    }
    if (rings.isEmpty()) {
      throw new NotNeighbourhoods("geometry", which + ": a polygon has a ring.");
    }
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return GEOMETRIES.createPolygon(rings.getFirst(), holes);
  }
}
