package nl.achterwacht.visit;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a visit.
 *
 * @param travelMode walking, bicycle, car, public-transport or other
 * @param travelMinutes expected time from the door to home or office
 */
public record Appointment(
    Place place,
    @Nullable String purpose,
    Instant plannedStartAt,
    Instant plannedEndAt,
    boolean highRisk,
    String travelMode,
    @Nullable UUID vehicleId,
    int travelMinutes) {
  /** The same at another time. */
  public Appointment at(Instant startAt, Instant endAt) {
    return new Appointment(
        place, purpose, startAt, endAt, highRisk, travelMode, vehicleId, travelMinutes);
  }
}
