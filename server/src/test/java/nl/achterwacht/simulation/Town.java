package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.Rows;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchPlan;

/**
 * One made-up town: Anna is out alone; Bram and Dirk stand by in turn, Carla supervises, the alarm
 * centre is the last step. Everything about it is drawn from its seed.
 */
final class Town {
  static final List<String> KINDS =
      List.of("missed-sign", "panic", "duress", "departure", "device");

  private final long seed;
  private final Draw draw;
  private final Story story;
  private final Agenda agenda = new Agenda();
  private final Rows rows;
  private final Map<String, PersonId> people = new LinkedHashMap<>();
  private final WatchPlan plan;
  private final WatchId watch;
  private boolean healed;
  private boolean lostSomebody;

  Town(long seed, Tx tx, InstantSource clock) {
    this.seed = seed;
    this.draw = new Draw(seed);
    this.story = new Story(clock);
    this.rows = new Rows(tx, "Town " + seed, draw.between(30, 60, "promise"));
    this.plan = drawnPlan();
    this.watch = new WatchId(draw.id("watch"));
    populate(clock.instant());
    story.tell(plan.toString());
  }

  private WatchPlan drawnPlan() {
    double shape = draw.of("shape");
    return new WatchPlan(
        shape < 0.6 ? Shape.VISIT : shape < 0.8 ? Shape.SHIFT : Shape.JOURNEY,
        draw.chance(0.3, "high risk"),
        draw.chance(0.3, "halfway"),
        seconds(90, 240, "sign every"),
        seconds(20, 60, "reminder"),
        seconds(30, 90, "grace"),
        seconds(10, 40, "phone after"),
        seconds(60, 150, "extension"),
        seconds(60, 150, "travel home"),
        seconds(20, 60, "margin"),
        seconds(20, 40, "short grace"));
  }

  private Duration seconds(int low, int high, String name) {
    return Duration.ofSeconds(draw.between(low, high, name));
  }

  private void populate(Instant start) {
    add("Anna", "worker", "email", "web-push");
    add("Bram", "standby", "email", "web-push");
    add("Carla", "supervisor", draw.chance(0.5, "Carla's ways") ? "email" : "web-push");
    add("Dirk", "standby", "email");
    add("Centre", "alarm-centre", "email", "web-push");
    // Between the two there may be a gap in which nobody is on duty.
    Instant handOver = start.plusSeconds(draw.between(0, 1200, "duty ends"));
    Instant takesOver = handOver.plusSeconds(draw.chance(0.3, "gap") ? 240 : 0);
    if (handOver.isAfter(start)) {
      rows.onDuty(person("Bram"), start, handOver);
    }
    rows.onDuty(person("Dirk"), takesOver, start.plus(Duration.ofDays(1)));
    if (draw.chance(0.1, "Anna stands by herself")) {
      rows.onDuty(person("Anna"), start, start.plus(Duration.ofDays(1)));
    }
    KINDS.forEach(this::ladder);
  }

  private void add(String name, String role, String... channels) {
    people.put(name, rows.person(name, role, channels));
  }

  /** Some towns have no ladder of their own and get the usual one. */
  private void ladder(String kind) {
    if (draw.chance(0.15, "no ladder", kind)) {
      return;
    }
    List<List<PersonId>> steps = new ArrayList<>(List.of(List.of()));
    if (draw.chance(0.7, "Carla is a step", kind)) {
      steps.add(List.of(person("Carla")));
    }
    if (draw.chance(0.2, "Anna is a step", kind)) {
      steps.add(List.of(person("Anna")));
    }
    steps.add(
        draw.chance(0.8, "centre is last", kind)
            ? List.of(person("Centre"))
            : List.of(person("Bram"), person("Carla")));
    for (int step = 0; step < steps.size(); step++) {
      rows.ladderStep(kind, step, steps.get(step), draw.between(15, 40, "to next", kind, step));
    }
  }

  /** The same organisation's rows, in {@code tx}. */
  Rows rows(Tx tx) {
    return new Rows(tx, rows);
  }

  /** Somebody who stands on a ladder may not be reachable from now on. */
  void loseSomebody() {
    lostSomebody = true;
  }

  /** Whether all who stand on ladders could be reached all day. */
  boolean keptEverybody() {
    return !lostSomebody;
  }

  long seed() {
    return seed;
  }

  Draw draw() {
    return draw;
  }

  Story story() {
    return story;
  }

  Agenda agenda() {
    return agenda;
  }

  OrganisationId organisation() {
    return rows.organisation();
  }

  TeamId team() {
    return rows.team();
  }

  PersonId person(String name) {
    PersonId person = people.get(name);
    if (person == null) {
      throw new IllegalStateException("nobody here is called " + name);
    }
    return person;
  }

  String nameOf(PersonId id) {
    return people.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(id.toString());
  }

  WatchPlan plan() {
    return plan;
  }

  WatchId watch() {
    return watch;
  }

  /** From now on nothing fails any more and everybody does what they should. */
  void heal() {
    healed = true;
    story.tell("all faults heal");
  }

  boolean isHealed() {
    return healed;
  }

  Breach broke(String promise) {
    return new Breach(this, promise);
  }
}
