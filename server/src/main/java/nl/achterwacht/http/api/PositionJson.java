package nl.achterwacht.http.api;

import java.time.Instant;
import nl.achterwacht.watch.Act;
import org.jspecify.annotations.Nullable;

/** Where a phone was, as the contract's {@code Position}. */
record PositionJson(
    double latitude, double longitude, @Nullable Double accuracyMetres, Instant measuredAt) {
  static PositionJson of(Act.Position position) {
    return new PositionJson(
        position.latitude(),
        position.longitude(),
        position.accuracyMetres(),
        position.measuredAt());
  }
}
