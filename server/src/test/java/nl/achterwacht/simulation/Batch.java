package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.postgres.TestDatabase;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.WatchEvent;
import org.jspecify.annotations.Nullable;

/**
 * Many towns side by side in one database under one clock, served by two servers. The towns draw
 * from their own seeds, the servers' misfortunes from the batch's; so a seed replays by running its
 * batch again.
 */
final class Batch {
  /** Towns of one batch; seeds 1 to 200 are batch 0. Part of what a seed means: never change it. */
  static final int SIZE = 200;

  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration ACTIVE = Duration.ofMinutes(24);
  private static final Duration REST = Duration.ofMinutes(45);
  private static final Instant DAY = Instant.parse("2026-11-23T08:00:00Z");

  private final long number;
  private final Random luck;
  private final VirtualClock time = new VirtualClock(DAY);
  private final SteppedClock clock = new SteppedClock(time);
  private final Heart heart = new Heart();
  private final Database database;
  private final List<SimServer> servers;
  private final Map<OrganisationId, Town> towns = new LinkedHashMap<>();
  private final Map<Town, Phone> phones = new HashMap<>();
  private final Map<Town, Anna> annas = new HashMap<>();
  private final Map<Town, Colleagues> colleagues = new HashMap<>();
  private final Map<Town, Administrator> administrators = new HashMap<>();
  private final List<Instant> asleep = new ArrayList<>();
  private final Checks checks;
  private final Sending sending;
  private final Misfortunes misfortunes;
  private boolean healed;

  Batch(long number, TestDatabase test) {
    this.number = number;
    luck = new Random(number * 7919 + 17);
    database = test.database();
    servers =
        List.of(
            new SimServer(test.pool(), time, clock, heart),
            new SimServer(test.pool(), time, clock, heart));
    checks = new Checks(this);
    sending = new Sending(this, luck, checks);
    misfortunes = new Misfortunes(luck, this);
    database.inTransactionDo(tx -> {
      for (long seed = number * SIZE + 1; seed <= (number + 1) * SIZE; seed++) {
        Town town = new Town(seed, tx, clock);
        towns.put(town.organisation(), town);
      }
    });
    for (Town town : towns.values()) {
      populate(town);
    }
  }

  private void populate(Town town) {
    var phone = new Phone(town, this);
    var anna = new Anna(town, phone, DAY);
    phones.put(town, phone);
    annas.put(town, anna);
    colleagues.put(town, new Colleagues(town, this));
    anna.planDay();
    if (town.draw().chance(0.15, "planned")) {
      town.agenda().add(DAY, "planned", () -> planVisit(town, anna));
    }
    var administrator = new Administrator(town, this, DAY);
    administrators.put(town, administrator);
    administrator.planDay();
  }

  private void planVisit(Town town, Anna anna) {
    SimServer server = anyServer("planned");
    if (server != null) {
      Instant startBy = anna.start().minusSeconds(town.draw().between(0, 1500, "forgets to start"));
      server.whileAlive(
          () -> {
            NewWatch watch = newWatch(town);
            server
                .database()
                .inTransactionDo(
                    tx -> server.engine().watches().plan(tx, watch, startBy, watch.worker()));
            return true;
          },
          false);
    }
  }

  /** Runs everything; a broken promise is thrown. */
  void run() {
    while (time.instant().isBefore(DAY.plus(ACTIVE))) {
      step();
    }
    heal();
    while (!checks.allAtRest()) {
      if (time.instant().isAfter(DAY.plus(ACTIVE).plus(REST))) {
        throw checks.unrest();
      }
      for (int i = 0; i < 10; i++) {
        step();
      }
    }
    checks.atTheEnd();
  }

  private void step() {
    time.advance(STEP);
    if (!healed) {
      misfortunes.strike();
    }
    servers.forEach(SimServer::maybeComesBack);
    for (Town town : towns.values()) {
      town.agenda().runUntil(time.instant());
    }
    servers.stream().filter(SimServer::isUp).forEach(this::beat);
    SimServer woke = wakeAll();
    if (woke != null) {
      checks.afterWaking(woke);
    } else {
      asleep.add(clock.instant());
    }
    // Whoever is reached may act at once, and make something due that nobody has looked at yet.
    sending.sendAll();
  }

  private void beat(SimServer server) {
    if (misfortunes.isLate(server)) {
      server.beatWithoutComparing();
    } else {
      server.beat();
    }
  }

  private void heal() {
    healed = true;
    misfortunes.end();
    servers.forEach(SimServer::lives);
    towns.values().forEach(Town::heal);
    administrators.values().forEach(Administrator::setRight);
    for (Town town : towns.values()) {
      var act =
          Act.of(
              new WatchEvent.Cancelled(town.person("Bram")),
              town.person("Bram"),
              town.draw().id("cancelled"));
      database.inTransactionDo(tx ->
          servers.getFirst().engine().watches().handle(tx, town.organisation(), town.watch(), act));
    }
  }

  /** The server that got through all that was due; null when none did. */
  private @Nullable SimServer wakeAll() {
    SimServer server = anyServer(time.instant());
    if (server == null) {
      return null;
    }
    int limit = luck.nextInt(5) == 0 ? 1 + luck.nextInt(9) : 500;
    boolean drained =
        drained(server, () -> server.engine().watches().wakeDue(limit))
            && drained(server, () -> server.engine().alarms().wakeDue(limit));
    return drained ? server : null;
  }

  private static boolean drained(SimServer server, IntSupplier wakeDue) {
    for (int round = 0; round < 500; round++) {
      int woken = server.isUp() ? server.whileAlive(wakeDue::getAsInt, -1) : -1;
      if (woken <= 0) {
        return woken == 0;
      }
    }
    throw new IllegalStateException("the same rows are due again and again");
  }

  void tell(String what) {
    towns.values().forEach(town -> town.story().tell(what));
  }

  /** One of the servers that are up, drawn by name; null when there is none. */
  @Nullable SimServer anyServer(Object name) {
    List<SimServer> up = servers.stream().filter(SimServer::isUp).toList();
    return up.isEmpty() ? null : up.get(new Draw(0).between(0, up.size() - 1, name));
  }

  NewWatch newWatch(Town town) {
    var trip = new TripFacts(null, null, null, "walking", null, null);
    return new NewWatch(
        town.organisation(),
        town.watch(),
        town.person("Anna"),
        town.team(),
        town.plan(),
        trip,
        Leg.OUT);
  }

  /** How long since {@code moment} no server got through its work, or time was skipped. */
  Duration asleepSince(Instant moment) {
    return STEP.multipliedBy(asleep.stream().filter(at -> !at.isBefore(moment)).count())
        .plus(clock.setForwardSince(moment));
  }

  Story storyOf(long seed) {
    return towns.values().stream().filter(t -> t.seed() == seed).findFirst().orElseThrow().story();
  }

  long number() {
    return number;
  }

  List<SimServer> servers() {
    return servers;
  }

  boolean isHealed() {
    return healed;
  }

  /** Time as it really passes: for people, phones and providers. */
  VirtualClock time() {
    return time;
  }

  /** The clock of the database's machine. */
  SteppedClock clock() {
    return clock;
  }

  Heart heart() {
    return heart;
  }

  /** The latest that the database or a server takes for now. */
  Instant latestNow() {
    Instant latest = clock.instant();
    for (SimServer server : servers) {
      latest = server.now().isAfter(latest) ? server.now() : latest;
    }
    return latest;
  }

  Database database() {
    return database;
  }

  Iterable<Town> towns() {
    return towns.values();
  }

  Town town(OrganisationId organisation) {
    Town town = towns.get(organisation);
    if (town == null) {
      throw new IllegalStateException("no town is " + organisation);
    }
    return town;
  }

  Phone phone(Town town) {
    return of(phones, town);
  }

  Anna anna(Town town) {
    return of(annas, town);
  }

  Colleagues colleagues(Town town) {
    return of(colleagues, town);
  }

  private static <T> T of(Map<Town, T> all, Town town) {
    T one = all.get(town);
    if (one == null) {
      throw new IllegalStateException("not of this batch: " + town.seed());
    }
    return one;
  }
}
