package nl.achterwacht.example;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import nl.achterwacht.example.Phone.Shown;
import nl.achterwacht.example.Spots.Spot;
import nl.achterwacht.example.Troubles.Trouble;
import tools.jackson.databind.node.ObjectNode;

/** One watch of a played worker, from the start until it is closed. */
final class Outing {
  private static final Duration NEAR_DEADLINE = Duration.ofSeconds(20);
  private static final Duration WAY_HOME = Duration.ofSeconds(50);

  private final Phone phone;
  private final Pace pace;
  private final Random random;
  private final Troubles troubles;

  Outing(Phone phone, Pace pace, Random random, Troubles troubles) {
    this.phone = phone;
    this.pace = pace;
    this.random = random;
    this.troubles = troubles;
  }

  /** Out, on the spot, and back to the office. */
  void visit(Shown started, Spot spot, Duration out, Duration stay) throws InterruptedException {
    Shown watch = along(started, spot, out);
    if (watch.isRunning()) {
      watch = phone.act(watch, "legs", Client.json().put("leg", "on-site"));
    }
    watch = along(watch, spot, stay);
    if (watch.isRunning()) {
      String homeBy = phone.now().plus(pace.of(WAY_HOME.multipliedBy(2))).toString();
      ObjectNode leaves = Client.json().put("where", "on-site").put("homeBy", homeBy);
      leaves.put("how", random.nextInt(8) == 0 ? "nobody-home" : "finished");
      watch = phone.act(watch, "endings", leaves);
    }
    watch = along(watch, Spots.OFFICE, pace.of(WAY_HOME));
    finish(watch, "finished");
  }

  /** On a round, or on the way: it ends where the time is over. */
  void round(Shown started, Spot spot, Duration time) throws InterruptedException {
    finish(along(started, spot, time), "finished");
  }

  /** Waits, keeps the deadline, says where it is, and may get into trouble. */
  private Shown along(Shown before, Spot spot, Duration time) throws InterruptedException {
    Instant until = phone.now().plus(time);
    Shown watch = before;
    while (watch.isRunning() && phone.now().isBefore(until)) {
      Pace.rest(shorter(pace.between(random, 12, 25), Duration.between(phone.now(), until)));
      phone.moveTo(spot, 0.4);
      Optional<Trouble> trouble = troubles.takeTurn(phone.untilDue(watch));
      if (trouble.isPresent()) {
        return inTrouble(watch, trouble.get());
      }
      if (phone.untilDue(watch).compareTo(NEAR_DEADLINE) < 0) {
        watch = keepDeadline(watch);
      } else if (random.nextInt(3) == 0) {
        watch = phone.act(watch, "positions", Client.json());
      }
    }
    return helped(watch);
  }

  /** Mostly in time; some are late, and are asked by the server first. */
  private Shown keepDeadline(Shown watch) throws InterruptedException {
    if (random.nextInt(4) == 0) {
      Instant due = watch.dueAt();
      Instant alarm = watch.alarmAt();
      if (due != null && alarm != null) {
        Duration half = Duration.between(due, alarm).dividedBy(2);
        Pace.rest(Duration.between(phone.now(), due.plus(half)));
      }
      return phone.sign(watch);
    }
    return random.nextBoolean()
        ? phone.sign(watch)
        : phone.act(watch, "extensions", Client.json().put("minutes", 2 + random.nextInt(3)));
  }

  private Shown inTrouble(Shown before, Trouble trouble) throws InterruptedException {
    return switch (trouble) {
      case PANIC -> helped(phone.act(before, "panics", Client.json()));
      case SILENCE -> {
        Shown watch = before;
        while (watch.isRunning()) {
          Pace.rest(pace.between(random, 4, 6));
          watch = phone.look(watch);
        }
        yield helped(watch);
      }
      case DEPARTURE -> {
        var words = Client.json().put("text", "De sfeer werd dreigend, ik ben weggegaan.");
        Shown watch =
            along(phone.act(before, "departures", words), Spots.OFFICE, pace.of(WAY_HOME));
        yield finish(watch, "safe-elsewhere");
      }
    };
  }

  /** While an alarm is open the handler acts, not the worker. */
  private Shown helped(Shown before) throws InterruptedException {
    Shown watch = before;
    while (!watch.isRunning() && !watch.isClosed()) {
      Pace.rest(pace.between(random, 3, 5));
      watch = phone.look(watch);
    }
    return watch;
  }

  private Shown finish(Shown before, String how) throws InterruptedException {
    Shown watch = helped(before);
    if (watch.isClosed()) {
      return watch;
    }
    ObjectNode ending = Client.json().put("how", how).put("where", "office");
    if (watch.codeToEnd()) {
      ending.put("code", ExampleTown.SAFE_CODE);
    }
    watch = helped(phone.act(watch, "endings", ending));
    return watch.isClosed() ? phone.act(watch, "debriefs", debrief()) : watch;
  }

  private ObjectNode debrief() {
    int luck = random.nextInt(20);
    String answer = luck == 0 ? "incident" : luck < 4 ? "tense" : "as-expected";
    return Client.json().put("answer", answer);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
