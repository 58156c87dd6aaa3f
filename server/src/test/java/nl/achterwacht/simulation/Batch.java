package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntSupplier;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Notice;
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
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Instant DAY = Instant.parse("2026-11-23T08:00:00Z");

  private final long number;
  private final Random luck;
  private final VirtualClock clock = new VirtualClock(DAY);
  private final Database database;
  private final List<SimServer> servers;
  private final Map<OrganisationId, Town> towns = new LinkedHashMap<>();
  private final Map<Town, Phone> phones = new HashMap<>();
  private final Map<Town, Anna> annas = new HashMap<>();
  private final Map<Town, Colleagues> colleagues = new HashMap<>();
  private final List<Instant> asleep = new ArrayList<>();
  private final Provider provider = new Provider(this);
  private final Checks checks;
  private int dieInSending = -1;
  private boolean healed;

  Batch(long number, TestDatabase test) {
    this.number = number;
    luck = new Random(number * 7919 + 17);
    database = test.database();
    servers = List.of(new SimServer(test.pool(), clock), new SimServer(test.pool(), clock));
    checks = new Checks(this);
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
    if (town.draw().chance(0.2, "edits")) {
      int when = town.draw().between(100, 900, "edits at");
      town.agenda()
          .add(
              DAY.plusSeconds(when),
              "edits",
              () -> database.inTransactionDo(tx -> town.editLadders(tx, 1)));
    }
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
    while (clock.instant().isBefore(DAY.plus(ACTIVE))) {
      step();
    }
    heal();
    while (!checks.allAtRest()) {
      if (clock.instant().isAfter(DAY.plus(ACTIVE).plus(REST))) {
        throw checks.unrest();
      }
      for (int i = 0; i < 10; i++) {
        step();
      }
    }
    checks.atTheEnd();
  }

  private void step() {
    clock.advance(STEP);
    misfortune();
    servers.forEach(SimServer::maybeComesBack);
    for (Town town : towns.values()) {
      town.agenda().runUntil(clock.instant());
    }
    servers.stream().filter(SimServer::isUp).forEach(SimServer::beat);
    boolean awake = wakeAll();
    sendAll();
    if (awake) {
      checks.afterWaking();
    } else {
      asleep.add(clock.instant());
    }
  }

  private void misfortune() {
    double what = luck.nextDouble();
    SimServer server = servers.get(luck.nextInt(2));
    int commits = 1 + luck.nextInt(12);
    var where =
        luck.nextBoolean()
            ? CrashingDataSource.Where.BEFORE_COMMIT
            : CrashingDataSource.Where.AFTER_COMMIT;
    int minutes = 1 + luck.nextInt(number % 5 == 4 ? 60 : 6);
    dieInSending = luck.nextDouble() < 0.01 ? luck.nextInt(6) : -1;
    if (healed) {
      dieInSending = -1;
    } else if (what < 0.04) {
      server.willDie(commits, where);
    } else if (what < 0.043) {
      tell("both servers are away for %d min".formatted(minutes));
      servers.forEach(one -> one.dies(Duration.ofMinutes(minutes)));
    }
  }

  private void heal() {
    healed = true;
    servers.forEach(SimServer::lives);
    towns.values().forEach(Town::heal);
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

  /** True when some server got through all that was due. */
  private boolean wakeAll() {
    SimServer server = anyServer(clock.instant());
    if (server == null) {
      return false;
    }
    int limit = luck.nextInt(5) == 0 ? 1 + luck.nextInt(9) : 500;
    return drained(server, () -> server.engine().watches().wakeDue(limit))
        && drained(server, () -> server.engine().alarms().wakeDue(limit));
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

  private void sendAll() {
    for (ChannelKind channel : List.of(ChannelKind.EMAIL, ChannelKind.WEB_PUSH)) {
      SimServer server = anyServer(channel + "/" + clock.instant());
      if (server == null) {
        continue;
      }
      List<Notice> claimed =
          server.whileAlive(() -> server.engine().notices().claim(channel, LEASE, 500), List.of());
      checks.onlyCallsThatAreNeeded(claimed);
      for (Notice notice : claimed) {
        if (dieInSending-- == 0) {
          server.dies(Duration.ofSeconds(30));
        }
        if (!server.isUp()) {
          break;
        }
        send(server, notice);
      }
    }
  }

  private void send(SimServer server, Notice notice) {
    Town town = town(notice.organisation());
    String name = nameOf(town, notice);
    Provider.Done done = provider.take(town, notice, name);
    if (dieInSending-- == 0) {
      town.story().tell("  the server dies before it wrote down the answer");
      server.dies(Duration.ofSeconds(30));
    } else if (done.answer() != null) {
      record(server, notice, done.answer());
    } else {
      int after = town.draw().between(35, 120, "hangs", name);
      Channel.Answer late =
          town.draw().chance(0.5, "late answer", name)
              ? new Channel.Answer.Accepted("late")
              : new Channel.Answer.TryLater("too slow");
      town.agenda()
          .add(
              clock.instant().plusSeconds(after),
              "late " + name + notice.state().attempts(),
              () -> record(server, notice, late));
    }
  }

  private static void record(SimServer server, Notice notice, Channel.Answer answer) {
    if (server.isUp()) {
      server.whileAlive(
          () -> {
            server.engine().notices().record(notice, answer);
            return true;
          },
          false);
    }
  }

  private static String nameOf(Town town, Notice notice) {
    UUID person = notice.personId();
    String who = person == null ? "webhook" : town.nameOf(new PersonId(person));
    return String.join(
        "/",
        who,
        notice.channel(),
        notice.kind().text(),
        notice.params().getOrDefault("alarmKind", ""),
        notice.params().getOrDefault("raisedAt", ""),
        notice.subject().step() + "." + notice.subject().round(),
        notice.madeAt().toString());
  }

  private void tell(String what) {
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

  /** How long since {@code moment} no server got through its work. */
  Duration asleepSince(Instant moment) {
    return STEP.multipliedBy(asleep.stream().filter(at -> !at.isBefore(moment)).count());
  }

  Story storyOf(long seed) {
    return towns.values().stream().filter(t -> t.seed() == seed).findFirst().orElseThrow().story();
  }

  VirtualClock clock() {
    return clock;
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
