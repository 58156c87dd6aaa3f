package nl.achterwacht.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills the register of lone workplaces once, as a safety officer would. */
final class WorkplaceDesk implements TownPlay.Part {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final Duration FOR_GOOD = Duration.ofDays(365);

  private final Client client;
  private final InstantSource clock;
  private final Map<String, String> ids = new HashMap<>();

  WorkplaceDesk(Client client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public void play() throws InterruptedException {
    if (client.get("/workplaces?ended=true").body().path("items").isEmpty()) {
      for (String list : new String[] {"/people", "/teams"}) {
        for (JsonNode one : client.get(list).body().path("items")) {
          ids.put(one.path("name").asString(""), one.path("id").asString(""));
        }
      }
      for (JsonNode one : register()) {
        add(one);
      }
    }
    Pace.rest(FOR_GOOD);
  }

  private void add(JsonNode one) throws InterruptedException {
    ObjectNode workplace = (ObjectNode) one.path("workplace");
    workplace.put("teamId", idOf(one, "team")).put("ownerId", idOf(one, "owner"));
    String path = "/workplaces/" + client.post("/workplaces", workplace).text("id");
    for (JsonNode risk : one.path("risks")) {
      client.post(path + "/risks", (ObjectNode) risk);
    }
    for (JsonNode measure : one.path("measures")) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
      ObjectNode asked = (ObjectNode) measure;
      asked
          .put("ownerId", idOf(measure, "owner"))
          .put("dueOn", today.plusDays(measure.path("days").asInt()).toString());
      client.post(path + "/measures", asked);
    }
    if (one.has("decision")) {
      client.post(path + "/decisions", (ObjectNode) one.path("decision"));
    }
  }

  private String idOf(JsonNode one, String field) {
    return Objects.requireNonNull(ids.get(one.path(field).asString("")), field);
  }

  private static JsonNode register() {
    try (InputStream in = WorkplaceDesk.class.getResourceAsStream("/example/workplaces.json")) {
      return Client.read(Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
