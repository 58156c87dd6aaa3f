package nl.achterwacht.http.api;

import java.util.List;
import java.util.UUID;
import nl.achterwacht.people.Vehicle;
import nl.achterwacht.travel.Plate;
import org.jspecify.annotations.Nullable;

/** A vehicle, as the contract's {@code Vehicle}. */
record VehicleJson(
    UUID id,
    String kind,
    @Nullable String plate,
    @Nullable String brand,
    @Nullable String colour,
    String description,
    List<String> plateWarnings) {
  static VehicleJson of(Vehicle vehicle) {
    @Nullable String plate = vehicle.plate();
    return new VehicleJson(
        vehicle.id(),
        vehicle.kind(),
        plate,
        vehicle.brand(),
        vehicle.colour(),
        vehicle.description(),
        plate == null ? List.of() : warnings(Plate.read(plate)));
  }

  static List<String> warnings(Plate plate) {
    return plate.warnings().stream().map(Plate.Warning::text).toList();
  }
}
