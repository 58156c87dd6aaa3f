package nl.achterwacht.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues should know about the trip; nothing is decided on it.
 *
 * @param travelMode walking, bicycle, car, public-transport or other
 * @param companion who goes along, in the worker's words
 */
public record TripFacts(
    @Nullable UUID visitId,
    @Nullable Place place,
    @Nullable String purpose,
    String travelMode,
    @Nullable UUID vehicleId,
    @Nullable String companion) {}
