package nl.achterwacht.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.achterwacht.example.Spots.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans the visits of today and tomorrow, other ones each day, and keeps one or two ready for Anna.
 * What nobody started is cancelled before anybody is asked about it.
 */
final class PlannerDesk implements TownPlay.Part {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(20);

  /** The server asks a worker about a start that is a quarter of an hour late. */
  private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(13);

  private static final Duration READY_FOR_ANNA = Duration.ofMinutes(90);
  private static final int OPENS_AT = 9;
  private static final int WORKING_MINUTES = 7 * 60;

  private final Client client;
  private final InstantSource clock;
  private final Map<String, String> idsByName = new HashMap<>();
  private @Nullable LocalDate plannedOn;

  PlannerDesk(Client client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /** A visit to be planned: the same day and name always give the same ones. */
  private record Wanted(Cast.Member worker, Instant startAt, Duration length, Random random) {}

  @Override
  public void play() throws InterruptedException {
    for (JsonNode person : client.get("/people").body().path("items")) {
      idsByName.put(person.path("name").asString(""), person.path("id").asString(""));
    }
    new PastIncidents(client, idsByName).report(clock.instant());
    while (true) {
      keepAnnaBusy();
      LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
      if (!today.equals(plannedOn)) {
        planDay(today);
        planDay(today.plusDays(1));
        plannedOn = today;
      }
      giveUpForgotten();
      Pace.rest(LOOKS_EVERY);
    }
  }

  private void keepAnnaBusy() throws InterruptedException {
    Instant now = clock.instant();
    String anna = idOf(Cast.ANNA);
    int ready = 0;
    for (JsonNode visit : visits(now.minus(Duration.ofMinutes(5)), now.plus(READY_FOR_ANNA))) {
      if (isPlanned(visit) && visit.path("workerId").asString("").equals(anna)) {
        ready++;
      }
    }
    Instant fiveMinutes = Instant.ofEpochSecond(now.getEpochSecond() / 300 * 300);
    for (int n = ready; n < 2; n++) {
      Instant start = fiveMinutes.plus(Duration.ofMinutes(n == 0 ? 15 : 75));
      plan(new Wanted(Cast.ANNA, start, Duration.ofMinutes(40), randomOf("anna" + start)));
    }
  }

  private void planDay(LocalDate day) throws InterruptedException {
    for (Cast.Member worker : Cast.PLAYED) {
      Random random = randomOf(day + worker.userName());
      int minute = random.nextInt(60);
      while (minute < WORKING_MINUTES) {
        Instant start =
            day.atTime(LocalTime.of(OPENS_AT, 0))
                .plusMinutes(minute / 5 * 5L)
                .atZone(HERE)
                .toInstant();
        var length = Duration.ofMinutes(30 + 15L * random.nextInt(3));
        var wanted = new Wanted(worker, start, length, randomOf(worker.userName() + start));
        if (start.isAfter(clock.instant())) {
          plan(wanted);
        }
        minute += 120 + random.nextInt(120);
      }
    }
  }

  private void giveUpForgotten() throws InterruptedException {
    Instant now = clock.instant();
    for (JsonNode visit : visits(now.minus(Duration.ofHours(36)), now.minus(GIVEN_UP_AFTER))) {
      if (isPlanned(visit)) {
        client.delete("/visits/" + visit.path("id").asString(""));
      }
    }
  }

  /** Under a key of its own, so that a visit is planned once, however often we start. */
  private void plan(Wanted wanted) throws InterruptedException {
    Random random = wanted.random();
    Spot spot = Spots.any(random);
    ObjectNode visit =
        Client.json()
            .put("workerId", idOf(wanted.worker()))
            .put("purpose", random.nextBoolean() ? "Huisbezoek" : "Keukentafelgesprek")
            .put("plannedStartAt", wanted.startAt().toString())
            .put("plannedEndAt", wanted.startAt().plus(wanted.length()).toString())
            .put("highRisk", random.nextInt(8) == 0)
            .put("travelMode", random.nextBoolean() ? "bicycle" : "car")
            .put("travelMinutes", 10 + random.nextInt(15));
    visit
        .putObject("place")
        .put("address", spot.address())
        .put("floor", Spots.door(random))
        .put("latitude", spot.latitude())
        .put("longitude", spot.longitude());
    String name = idOf(wanted.worker()) + " " + wanted.startAt();
    client.post("/visits", visit, UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }

  private JsonNode visits(Instant from, Instant until) throws InterruptedException {
    String query = "/visits?mine=false&pageSize=200&from=%s&until=%s".formatted(from, until);
    return client.get(query).body().path("items");
  }

  private static boolean isPlanned(JsonNode visit) {
    return visit.path("state").asString("").equals("planned");
  }

  private String idOf(Cast.Member member) {
    return idsByName.getOrDefault(member.name(), "");
  }

  private static Random randomOf(String seed) {
    return new Random(UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)).getMostSignificantBits());
  }
}
