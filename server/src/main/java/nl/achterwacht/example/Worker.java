package nl.achterwacht.example;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.achterwacht.example.Phone.Shown;
import nl.achterwacht.example.Spots.Spot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A played worker: goes out again and again, to planned visits and on the spot. */
final class Worker implements TownPlay.Part {
  private static final List<String> PURPOSES =
      List.of("Huisbezoek", "Keukentafelgesprek", "Controle", "Intake", "Nagesprek");

  private static final Duration PLANNED_EARLY = Duration.ofMinutes(3);
  private static final Duration PLANNED_LATE = Duration.ofMinutes(10);

  private final Cast.Member member;
  private final Phone phone;
  private final Pace pace;
  private final Random random;
  private final Outing outing;
  private final Duration firstRest;
  private Optional<String> vehicle = Optional.empty();
  private String travelMode = "walking";

  Worker(
      Cast.Member member, Phone phone, Pace pace, Random random, Troubles troubles, Duration rest) {
    this.member = member;
    this.phone = phone;
    this.pace = pace;
    this.random = random;
    this.outing = new Outing(phone, pace, random, troubles);
    this.firstRest = rest;
  }

  /** A watch to be started, and how long it takes. */
  private record Trip(ObjectNode start, String shape, Spot spot, Duration out, Duration stay) {}

  @Override
  public void play() throws InterruptedException {
    knowVehicle();
    Shown left = phone.mine();
    if (left != null && !left.isClosed() && !left.state().equals("planned")) {
      // Of before a restart: it says at once that all is well, and is brought to a good end.
      outing.round(phone.sign(left), Spots.OFFICE, pace.between(random, 20, 90));
    }
    Pace.rest(firstRest);
    while (true) {
      goOut();
      Pace.rest(pace.between(random, 60, 240));
    }
  }

  private void goOut() throws InterruptedException {
    Trip trip = plannedNow().orElseGet(this::onTheSpot);
    Shown watch = phone.start(trip.start());
    if (watch == null) {
      return;
    }
    if (trip.shape().equals("visit")) {
      outing.visit(watch, trip.spot(), trip.out(), trip.stay());
    } else {
      outing.round(watch, trip.spot(), trip.stay());
    }
  }

  private Optional<Trip> plannedNow() throws InterruptedException {
    Instant from = phone.now().minus(PLANNED_LATE);
    Instant until = phone.now().plus(PLANNED_EARLY);
    String query = "/visits?mine=true&pageSize=20&from=%s&until=%s".formatted(from, until);
    for (JsonNode visit : phone.client().get(query).body().path("items")) {
      if (visit.path("state").asString("").equals("planned")) {
        JsonNode place = visit.path("place");
        var spot =
            new Spot(
                place.path("address").asString(""),
                place.path("latitude").asDouble(Spots.OFFICE.latitude()),
                place.path("longitude").asDouble(Spots.OFFICE.longitude()));
        ObjectNode start = start("visit").put("visitId", visit.path("id").asString(""));
        return Optional.of(
            new Trip(
                start,
                "visit",
                spot,
                pace.between(random, 20, 60),
                pace.between(random, 120, 400)));
      }
    }
    return Optional.empty();
  }

  private Trip onTheSpot() {
    Spot spot = Spots.any(random);
    Duration out = pace.between(random, 15, 60);
    Duration stay = pace.between(random, 100, 480);
    String shape = shape();
    ObjectNode start = start(shape).put("travelMode", travelMode).put("highRisk", isRisky());
    vehicle.ifPresent(id -> start.put("vehicleId", id));
    start
        .putObject("place")
        .put("address", spot.address())
        .put("floor", Spots.door(random))
        .put("latitude", spot.latitude())
        .put("longitude", spot.longitude());
    if (shape.equals("shift")) {
      start.put("purpose", "Ronde").put("signEverySeconds", 60 + random.nextInt(150));
    } else {
      // Some plan too little time, and will be asked.
      Duration slack = pace.between(random, 0, 150).minus(pace.of(Duration.ofSeconds(20)));
      Duration least = Duration.ofSeconds(10);
      Duration planned = out.plus(stay).plus(slack);
      Duration time = planned.compareTo(least) < 0 ? least : planned;
      start.put("purpose", shape.equals("visit") ? purpose() : "Naar huis");
      start.put("expectedEndAt", phone.now().plus(time).toString());
      start.put("travelHomeMinutes", 2 + random.nextInt(5));
    }
    if (random.nextInt(8) == 0) {
      start.put("companion", "Een collega");
    }
    return new Trip(start, shape, spot, out, stay);
  }

  /** Only a visit has a way out: a round is where it is, and a journey is the way home. */
  private static ObjectNode start(String shape) {
    String leg =
        switch (shape) {
          case "shift" -> "on-site";
          case "journey" -> "home";
          default -> "out";
        };
    return Client.json().put("shape", shape).put("leg", leg);
  }

  private String shape() {
    int luck = random.nextInt(10);
    boolean walksRounds = member.team().equals(Cast.TOEZICHT);
    return walksRounds && luck < 5 ? "shift" : luck < 8 ? "visit" : "journey";
  }

  private boolean isRisky() {
    return random.nextInt(7) == 0;
  }

  private String purpose() {
    return PURPOSES.get(random.nextInt(PURPOSES.size()));
  }

  private void knowVehicle() throws InterruptedException {
    JsonNode first = phone.client().get("/me").body().path("vehicles").path(0);
    if (first.isObject()) {
      vehicle = Optional.of(first.path("id").asString(""));
      travelMode = first.path("kind").asString("").equals("car") ? "car" : "bicycle";
    }
  }
}
