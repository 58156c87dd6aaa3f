package nl.achterwacht.place.area;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A made-up GeoJSON file in the form of CBS wijken en buurten. */
final class Town {
  /** Two squares side by side, one with a hole, one in two parts, and one that has no shape. */
  static final String FILE =
      """
      {"type": "FeatureCollection", "name": "buurten",
       "features": [
        {"type": "Feature",
         "properties": {"buurtcode": "BU0363AD07", "buurtnaam": "Het Plein", "wijkcode": "WK0363AD",
           "gemeentecode": "GM0363", "gemeentenaam": "Voorbeeldstad", "water": "NEE",
           "aantal_inwoners": -99997, "lijst": [1, {"a": 2}]},
         "geometry": {"type": "Polygon", "coordinates":
           [[[4.0, 52.0], [4.1, 52.0], [4.1, 52.1], [4.0, 52.1], [4.0, 52.0]],
            [[4.04, 52.04], [4.06, 52.04], [4.06, 52.06], [4.04, 52.06], [4.04, 52.04]]]}},
        {"type": "Feature", "geometry": {"coordinates":
           [[[[4.1, 52.0], [4.2, 52.0], [4.2, 52.1], [4.1, 52.1], [4.1, 52.0]]],
            [[[4.5, 52.5, 3], [4.6, 52.5, 3], [4.6, 52.6, 3], [4.5, 52.5, 3]]]],
           "type": "MultiPolygon"},
         "properties": {"buurtcode": "BU03630001", "buurtnaam": "De Haven", "water": "NEE"}},
        {"type": "Feature", "geometry": null,
         "properties": {"buurtcode": "BU03639997", "buurtnaam": "", "water": "JA"}}
       ]}
      """;

  private Town() {}

  static InputStream file(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file with one neighbourhood of this geometry. */
  static InputStream with(String geometry) {
    return file(
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"buurtcode": "BU03630001"}, "geometry": %s}]}
        """
            .formatted(geometry));
  }
}
