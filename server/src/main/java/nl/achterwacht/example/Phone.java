package nl.achterwacht.example;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import nl.achterwacht.example.Spots.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A worker's phone: the acts of one person, with a battery that runs down and a place. */
final class Phone {
  private static final double METRES_40 = 0.0004;

  private final Client client;
  private final InstantSource clock;
  private final Random random;
  private double latitude = Spots.OFFICE.latitude();
  private double longitude = Spots.OFFICE.longitude();
  private double battery;

  Phone(Client client, InstantSource clock, Random random) {
    this.client = client;
    this.clock = clock;
    this.random = random;
    this.battery = 55 + random.nextInt(45);
  }

  /**
   * A watch as the server last showed it to this phone.
   *
   * @param dueAt null when there is no deadline now
   */
  record Shown(
      String id,
      String state,
      @Nullable Instant dueAt,
      @Nullable Instant alarmAt,
      boolean codeToEnd) {
    boolean isRunning() {
      return state.equals("running") || state.equals("overdue");
    }

    boolean isClosed() {
      return state.equals("closed");
    }
  }

  Client client() {
    return client;
  }

  Instant now() {
    return clock.instant();
  }

  /** The watch that runs for this person; null when there is none. */
  @Nullable Shown mine() throws InterruptedException {
    JsonNode watch = client.get("/me/watch").body().path("watch");
    return watch.isObject() ? shown(watch) : null;
  }

  /** Null when the server said no. */
  @Nullable Shown start(ObjectNode start) throws InterruptedException {
    start.set("made", made());
    Client.Reply reply = client.post("/watches", start);
    return reply.isDone() ? shown(reply.body()) : null;
  }

  Shown look(Shown watch) throws InterruptedException {
    Client.Reply reply = client.get("/watches/" + watch.id());
    return reply.isDone() ? shown(reply.body()) : watch;
  }

  /** Does an act on a watch; when the server says no, the watch as it is. */
  Shown act(Shown watch, String act, ObjectNode body) throws InterruptedException {
    body.set("made", made());
    Client.Reply reply = client.post("/watches/" + watch.id() + "/" + act, body);
    return reply.isDone() && reply.body().has("state") ? shown(reply.body()) : look(watch);
  }

  Shown sign(Shown watch) throws InterruptedException {
    return act(watch, "signs-of-life", Client.json());
  }

  /** Goes a part of the way to {@code spot}: 0 stays, 1 is there. */
  void moveTo(Spot spot, double part) {
    latitude += (spot.latitude() - latitude) * part + (random.nextDouble() - 0.5) * METRES_40;
    longitude += (spot.longitude() - longitude) * part + (random.nextDouble() - 0.5) * METRES_40;
    battery = battery < 8 ? 90 : battery - random.nextDouble() / 2;
  }

  private ObjectNode made() {
    String now = clock.instant().toString();
    ObjectNode made = Client.json().put("madeAt", now).put("batteryPercent", (int) battery);
    made.putObject("position")
        .put("latitude", rounded(latitude))
        .put("longitude", rounded(longitude))
        .put("accuracyMetres", 5 + random.nextInt(30))
        .put("measuredAt", now);
    return made;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 100_000) / 100_000.0;
  }

  private static Shown shown(JsonNode watch) {
    return new Shown(
        watch.path("id").asString(""),
        watch.path("state").asString(""),
        instant(watch.path("dueAt")),
        instant(watch.path("alarmAt")),
        watch.path("codeToEnd").asBoolean(false));
  }

  static @Nullable Instant instant(JsonNode node) {
    return node.isString() ? Instant.parse(node.stringValue()) : null;
  }

  /** Time left until the deadline; a day when there is none. */
  Duration untilDue(Shown watch) {
    Instant due = watch.dueAt();
    return due == null ? Duration.ofDays(1) : Duration.between(now(), due);
  }
}
