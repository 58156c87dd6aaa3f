package nl.achterwacht.example;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has the shipped protocol in force, what Wijkteam Noord agreed and its next meeting: once, as a
 * safety officer would.
 */
final class TogetherDesk implements TownPlay.Part {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final Duration FOR_GOOD = Duration.ofDays(365);

  private final Client client;
  private final InstantSource clock;

  TogetherDesk(Client client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public void play() throws InterruptedException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
    if (client.get("/protocol").body().path("version").asInt() == 0) {
      putProtocolIntoForce(today);
    }
    String team = idOf("/teams", Cast.NOORD);
    if (isEmpty("/agreements?scope=all")) {
      String owner = idOf("/people", Cast.CARLA.name());
      agree(team, owner, "Wij gaan nooit alleen naar een eerste gesprek.", today.plusDays(60));
      agree(team, owner, "Wij parkeren met de neus naar de uitgang.", today.plusDays(120));
    }
    if (isEmpty("/meetings?scope=all")) {
      plan(team, today.plusDays(6));
    }
    Pace.rest(FOR_GOOD);
  }

  private void putProtocolIntoForce(LocalDate today) throws InterruptedException {
    JsonNode draft = client.get("/protocol/draft").body();
    ObjectNode words = Client.json();
    words.set("words", draft.path("words"));
    words.put("revision", draft.path("revision").asInt());
    Client.Reply saved = client.put("/protocol/draft", words);
    client.post(
        "/protocol/versions",
        Client.json()
            .put("revision", saved.body().path("revision").asInt())
            .put("inForceFrom", today.toString())
            .put("note", "Ons eerste protocol, besproken in alle teams.")
            .put("remindAfterDays", 14));
  }

  private void agree(String team, String owner, String words, LocalDate reviewOn)
      throws InterruptedException {
    client.post(
        "/agreements",
        Client.json()
            .put("teamId", team)
            .put("words", words)
            .put("ownerId", owner)
            .put("reviewOn", reviewOn.toString()));
  }

  private void plan(String team, LocalDate about) throws InterruptedException {
    LocalDate day = about;
    while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      day = day.plusDays(1);
    }
    client.post(
        "/meetings",
        Client.json()
            .put("teamId", team)
            .put("startsAt", day.atTime(LocalTime.of(9, 30)).atZone(HERE).toInstant().toString())
            .put("room", "Wijkcentrum De Brink, zaal 2"));
  }

  private boolean isEmpty(String list) throws InterruptedException {
    return client.get(list).body().path("items").isEmpty();
  }

  private String idOf(String list, String name) throws InterruptedException {
    for (JsonNode one : client.get(list).body().path("items")) {
      if (one.path("name").asString("").equals(name)) {
        return one.path("id").asString("");
      }
    }
    throw new IllegalStateException(name + " is not in " + list);
  }
}
