package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.Vehicle;
import nl.achterwacht.people.VehicleRegister;
import nl.achterwacht.travel.Plate;
import nl.achterwacht.travel.VehicleLookup;
import nl.achterwacht.travel.VehicleLookup.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What I travel in, and help with typing a number plate. */
@Controller
@RequestMapping(BASE + "/me")
public final class VehicleRoutes {
  private final Acts acts;
  private final VehicleLookup lookup;
  private final InstantSource clock;
  private final VehicleRegister vehicles = new VehicleRegister();

  public VehicleRoutes(Acts acts, VehicleLookup lookup, InstantSource clock) {
    this.acts = acts;
    this.lookup = lookup;
    this.clock = clock;
  }

  record VehiclesJson(List<VehicleJson> items) {}

  record NewVehicle(
      String kind,
      @Nullable String plate,
      @Nullable String brand,
      @Nullable String colour,
      @Nullable String description) {
    Vehicle as(UUID id, Caller owner) {
      @Nullable String make = tidy(brand);
      @Nullable String paint = tidy(colour);
      return new Vehicle(
          id,
          owner.person(),
          kind,
          Plate.tidy(plate),
          make,
          paint,
          said(tidy(description), make, paint));
    }

    /** Who looks for a car looks for a make or a colour, so one of the three must be there. */
    private static String said(
        @Nullable String description, @Nullable String make, @Nullable String paint) {
      if (description != null) {
        return description;
      }
      if (make != null) {
        return paint == null ? make : make + ", " + paint;
      }
      if (paint != null) {
        return paint;
      }
      throw Refusal.invalid("/description", "blank", "Say what it looks like.");
    }

    private static @Nullable String tidy(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  record PlateQuestion(String plate) {}

  record FoundJson(
      @Nullable String brand,
      @Nullable String model,
      @Nullable String colour,
      @Nullable String kind) {}

  record PlateJson(
      String plate,
      String mark,
      @Nullable String sort,
      List<String> warnings,
      String register,
      @Nullable FoundJson found) {}

  @GetMapping("/vehicles")
  Answer mine(Received in) {
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                new VehiclesJson(vehicles.of(tx, me(in)).stream().map(VehicleJson::of).toList())));
  }

  @PostMapping("/vehicles")
  Answer add(Received in) {
    Vehicle vehicle = in.body(NewVehicle.class).as(Ids.next(), in.caller());
    return acts.once(
        in,
        (tx, event) -> {
          vehicles.add(tx, in.caller().organisation(), vehicle);
          return Answer.created(VehicleJson.of(vehicle));
        });
  }

  @PutMapping("/vehicles/{vehicleId}")
  Answer change(Received in) {
    Vehicle vehicle = in.body(NewVehicle.class).as(in.id("vehicleId"), in.caller());
    return acts.once(
        in,
        (tx, _) -> {
          if (!vehicles.change(tx, in.caller().organisation(), vehicle)) {
            throw Refusal.notFound("vehicle");
          }
          return Answer.ok(VehicleJson.of(vehicle));
        });
  }

  @DeleteMapping("/vehicles/{vehicleId}")
  Answer remove(Received in) {
    UUID id = in.id("vehicleId");
    return acts.once(
        in,
        (tx, _) -> {
          if (!vehicles.remove(tx, me(in), id, clock.instant())) {
            throw Refusal.notFound("vehicle");
          }
          return Answer.done();
        });
  }

  /** Asks no database, and a register elsewhere only when the operator turned that on. */
  @PostMapping("/plate-checks")
  Answer checkPlate(Received in) {
    in.caller();
    Plate plate = Plate.read(in.body(PlateQuestion.class).plate());
    Known known = lookup.find(plate);
    return Answer.ok(
        new PlateJson(
            plate.written(),
            plate.mark().text(),
            plate.sort().map(Plate.Sort::text).orElse(null),
            VehicleJson.warnings(plate),
            register(known),
            found(known)));
  }

  private static String register(Known known) {
    return switch (known) {
      case Known.Found _ -> "found";
      case Known.NoSuchPlate() -> "unknown";
      case Known.NotAsked _ -> "not-asked";
    };
  }

  private static @Nullable FoundJson found(Known known) {
    return known instanceof Known.Found(var brand, var model, var colour, var kind)
        ? new FoundJson(brand, model, colour, kind)
        : null;
  }

  private static PersonRef me(Received in) {
    return new PersonRef(in.caller().organisation(), in.caller().person());
  }
}
