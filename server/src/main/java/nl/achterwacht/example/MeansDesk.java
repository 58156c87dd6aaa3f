package nl.achterwacht.example;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Hands out personal alarms and agrees on transport once, as a safety officer would. */
final class MeansDesk implements TownPlay.Part {
  private static final Duration FOR_GOOD = Duration.ofDays(365);

  private final Client client;
  private final Map<String, String> ids = new HashMap<>();

  MeansDesk(Client client) {
    this.client = client;
  }

  @Override
  public void play() throws InterruptedException {
    if (client.get("/devices").body().path("items").isEmpty()) {
      for (String list : new String[] {"/people", "/teams"}) {
        for (JsonNode one : client.get(list).body().path("items")) {
          ids.put(one.path("name").asString(""), one.path("id").asString(""));
        }
      }
      devices();
      transport();
    }
    Pace.rest(FOR_GOOD);
  }

  private void devices() throws InterruptedException {
    String button = device(Cast.ANNA, "button", "Noodknop BV", "NK-0117");
    client.post("/devices/" + button + "/hand-outs", to(Cast.ANNA));
    client.post("/devices/" + button + "/tests", Client.json().put("works", true));
    client.post("/devices/" + button + "/batteries", Client.json().put("percent", 82));
    String tracker = device(Cast.MARK, "gps-tracker", "Volgmij", "VM-2203");
    client.post("/devices/" + tracker + "/batteries", Client.json().put("percent", 14));
    client.post(
        "/devices/" + tracker + "/tests",
        Client.json().put("works", false).put("note", "Vindt geen netwerk in de kelder."));
    device(Cast.INEKE, "button", "Noodknop BV", "NK-0118");
  }

  private void transport() throws InterruptedException {
    ObjectNode taxi =
        Client.json()
            .put("teamId", id(Cast.MARK.team()))
            .put("means", "taxi")
            .put("carrier", "Taxi Voorbeeldstad")
            .put("phone", "0101234567")
            .put("homeAt", "23:15")
            .put("travelMinutes", 25)
            .put("note", "De taxi wacht bij de hoofdingang.");
    taxi.putArray("days").add(4).add(5).add(6);
    client.post("/transports", taxi);
  }

  private String device(Cast.Member ofTeam, String kind, String maker, String number)
      throws InterruptedException {
    ObjectNode device =
        Client.json()
            .put("kind", kind)
            .put("maker", maker)
            .put("number", number)
            .put("teamId", id(ofTeam.team()))
            .put("testEveryDays", 30);
    return client.post("/devices", device).text("id");
  }

  private ObjectNode to(Cast.Member member) {
    return Client.json().put("personId", id(member.name()));
  }

  private String id(String name) {
    return Objects.requireNonNull(ids.get(name), name);
  }
}
