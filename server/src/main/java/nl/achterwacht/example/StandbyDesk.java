package nl.achterwacht.example;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A played standby: acknowledges what nobody else took after a while, follows the call script and
 * closes. Alarms of people who are not played are left alone much longer: they are a visitor's.
 */
final class StandbyDesk implements TownPlay.Part {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
  private static final Duration LEAVES_TO_VISITORS = Duration.ofMinutes(5);

  /** A missed sign can wait for a call for help; the board's own order is by age. */
  private static final Comparator<JsonNode> URGENT_FIRST =
      Comparator.comparing(alarm -> alarm.path("kind").asString("").equals("missed-sign"));

  private static final List<String> CAUSES =
      List.of("forgot-to-end", "no-coverage", "battery-empty", "other");

  private final Client client;
  private final InstantSource clock;
  private final Pace pace;
  private final Random random;
  private final Map<String, Instant> takesAt = new HashMap<>();
  private String myId = "";

  StandbyDesk(Client client, InstantSource clock, Pace pace, Random random) {
    this.client = client;
    this.clock = clock;
    this.pace = pace;
    this.random = random;
  }

  @Override
  public void play() throws InterruptedException {
    myId = client.get("/me").text("id");
    while (true) {
      List<JsonNode> alarms =
          client.get("/board").body().path("alarms").valueStream().sorted(URGENT_FIRST).toList();
      takesAt.keySet().retainAll(alarms.stream().map(StandbyDesk::id).toList());
      for (JsonNode alarm : alarms) {
        if (handled(alarm)) {
          break; // that took a while: what else is urgent, the board tells anew
        }
      }
      Pace.rest(pace.of(LOOKS_EVERY));
    }
  }

  private boolean handled(JsonNode alarm) throws InterruptedException {
    return switch (alarm.path("state").asString("")) {
      case "calling" -> {
        Instant takes =
            takesAt.computeIfAbsent(id(alarm), _ -> clock.instant().plus(patience(alarm)));
        yield !clock.instant().isBefore(takes) && taken(alarm);
      }
      case "handing-over" -> isMe(alarm.path("offeredToId")) && taken(alarm);
      default -> {
        takesAt.remove(id(alarm));
        boolean mine = isMe(alarm.path("handledById"));
        if (mine) {
          handle(alarm);
        }
        yield mine;
      }
    };
  }

  private boolean isMe(JsonNode personId) {
    return personId.asString("").equals(myId);
  }

  private Duration patience(JsonNode alarm) {
    return Cast.PLAYED_NAMES.contains(alarm.path("workerName").asString(""))
        ? pace.between(random, 25, 55)
        : pace.of(LEAVES_TO_VISITORS);
  }

  private boolean taken(JsonNode alarm) throws InterruptedException {
    boolean taken = act(alarm, "acknowledgements", Client.json());
    if (taken) {
      handle(alarm);
    }
    return taken;
  }

  /** Step by step; stops as soon as the server says that it is somebody else's now. */
  private void handle(JsonNode alarm) throws InterruptedException {
    JsonNode page = client.get("/alarms/" + id(alarm)).body();
    for (JsonNode step : page.path("script")) {
      Pace.rest(pace.between(random, 3, 8));
      ObjectNode tick =
          Client.json().put("number", step.path("number").asInt()).put("ticked", true);
      if (!step.path("tickedAt").isString() && !act(alarm, "script-ticks", tick)) {
        return;
      }
    }
    Pace.rest(pace.between(random, 4, 10));
    String kind = alarm.path("kind").asString("");
    if (act(alarm, "updates", Client.json().put("text", found(kind)))) {
      Pace.rest(pace.between(random, 4, 10));
      act(alarm, "closures", closure(kind));
    }
  }

  private static String found(String kind) {
    return switch (kind) {
      case "panic", "duress" -> "Gebeld: een collega is ernaartoe, de politie is gewaarschuwd.";
      case "departure" -> "Gebeld: weggegaan en veilig, op weg naar kantoor.";
      case "drill" -> "Oefening: de oproep kwam aan.";
      default -> "Gebeld: nam op en is in orde.";
    };
  }

  private ObjectNode closure(String kind) {
    ObjectNode closure = Client.json().put("text", "Afgehandeld door de voorbeeldachterwacht.");
    return switch (kind) {
      case "panic", "duress" -> closure.put("outcome", "helped");
      case "departure" -> closure.put("outcome", "safe").put("watchGoesOn", true);
      case "drill" -> closure.put("outcome", "drill");
      default ->
          closure
              .put("outcome", "false-alarm")
              .put("cause", CAUSES.get(random.nextInt(CAUSES.size())))
              .put("watchGoesOn", random.nextBoolean());
    };
  }

  private boolean act(JsonNode alarm, String act, ObjectNode body) throws InterruptedException {
    return client.post("/alarms/" + id(alarm) + "/" + act, body).isDone();
  }

  private static String id(JsonNode alarm) {
    return alarm.path("id").asString("");
  }
}
