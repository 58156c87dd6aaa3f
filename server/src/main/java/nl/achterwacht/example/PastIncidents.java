package nl.achterwacht.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two incidents of the past days, the first with aftercare that is under way. */
final class PastIncidents {
  private static final Set<String> HELD =
      Set.of("same-day", "first-talk", "reaction", "next-contact");

  private final Client client;
  private final Map<String, String> idsByName;

  PastIncidents(Client client, Map<String, String> idsByName) {
    this.client = client;
    this.idsByName = idsByName;
  }

  /** Reports them as the safety officer, unless this town has incidents already. */
  void report(Instant now) throws InterruptedException {
    Client.Reply known = client.get("/incidents?scope=all");
    if (!known.isDone() || !known.body().path("items").isEmpty()) {
      return;
    }
    ObjectNode shouted =
        incident("aggression", now.minus(Duration.ofDays(4)), "Fatma Yildiz")
            .put(
                "what",
                "Bij het gesprek over de stopgezette vergoeding schold de bewoner mij uit en duwde"
                    + " mij naar de deur.")
            .put("address", "Lindenlaan 8, Voorbeeldstad")
            .put("seriousness", 3);
    ObjectNode details = shouted.putObject("details");
    details.put("what", shouted.path("what").asString(""));
    List.of("scolding", "pushing").forEach(details.putArray("behaviours")::add);
    details.put("form", "frustration").put("setting", "home").put("cause", "decision");
    details.put("alone", true);
    details.putObject("consequences").put("injury", "none").put("mental", "upset");
    Client.Reply made = client.post("/incidents", shouted);
    client.post("/incidents/%s/attachments".formatted(made.text("id")), letter());
    for (JsonNode step : made.body().path("steps")) {
      if (HELD.contains(step.path("kind").asString(""))) {
        client.post(
            "/incidents/%s/steps/%s/outcomes"
                .formatted(made.text("id"), step.path("id").asString("")),
            Client.json().put("outcome", "done"));
      }
    }
    client.post(
        "/incidents",
        incident("near-miss", now.minus(Duration.ofDays(1)), "Kevin Muldering")
            .put("what", "Een hond zonder lijn kwam op mij af. Ik kon net achter het hek komen.")
            .put("address", "Parkweg, Voorbeeldstad")
            .put("seriousness", 2));
  }

  /** It came in the post the next day. */
  private static ObjectNode letter() {
    try (InputStream in =
        Objects.requireNonNull(PastIncidents.class.getResourceAsStream("/example/brief.jpg"))) {
      return Client.json()
          .put("name", "brief.jpg")
          .put("description", "Brief met de hand geschreven: ik weet waar jullie werken")
          .put("content", Base64.getEncoder().encodeToString(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("a file of ours cannot be read", e);
    }
  }

  private ObjectNode incident(String kind, Instant happenedAt, String victim) {
    ObjectNode incident = Client.json().put("kind", kind).put("happenedAt", happenedAt.toString());
    incident
        .putArray("involved")
        .addObject()
        .put("personId", idsByName.getOrDefault(victim, ""))
        .put("role", "victim");
    return incident;
  }
}
