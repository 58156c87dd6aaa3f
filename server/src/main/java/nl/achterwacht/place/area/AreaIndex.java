package nl.achterwacht.place.area;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the neighbourhood of a point. Read-only once made, so many may ask at once. */
final class AreaIndex {
  private final STRtree tree = new STRtree();

  private record Area(Neighbourhood neighbourhood, IndexedPointInAreaLocator locator) {}

  AreaIndex(List<Boundary> boundaries) {
    for (Boundary boundary : boundaries) {
      var shape = boundary.shape();
      if (shape != null && !shape.isEmpty()) {
        tree.insert(
            shape.getEnvelopeInternal(),
            new Area(boundary.neighbourhood(), new IndexedPointInAreaLocator(shape)));
      }
    }
    tree.build();
  }

  /** On a border both are right; the lower code is chosen, each time. Land goes before water. */
  Optional<Neighbourhood> at(double latitude, double longitude) {
    var point = new Coordinate(longitude, latitude);
    List<?> near = tree.query(new Envelope(point));
    return near.stream()
        .map(Area.class::cast)
        .filter(area -> area.locator().locate(point) != Location.EXTERIOR)
        .map(Area::neighbourhood)
        .min(Comparator.comparing(Neighbourhood::water).thenComparing(Neighbourhood::code));
  }
}
