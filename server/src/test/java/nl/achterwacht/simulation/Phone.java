package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.Tx;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Sign;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchKeeper;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;

/**
 * Anna's phone: offline at times, with a clock that may be wrong, and a queue that is delivered
 * later, sometimes twice and sometimes in the wrong order.
 */
final class Phone {
  private static final byte[] KEY = {1};
  private static final Duration AGAIN = Duration.ofSeconds(15);

  /** Something pressed, with the time the phone says it was made. */
  private record Pressed(UUID eventId, String what, Instant madeAt, WatchEvent event) {}

  private final Town town;
  private final Batch batch;
  private final Promises promises;
  private final Deque<Pressed> queue = new ArrayDeque<>();
  private final Set<UUID> tried = new HashSet<>();
  private final Set<UUID> confirmed = new HashSet<>();
  private final Instant firstDay;
  private boolean dead;
  private boolean openlyAlarmed;
  private int presses;

  Phone(Town town, Batch batch) {
    this.town = town;
    this.batch = batch;
    this.promises = new Promises(town, batch);
    this.firstDay = batch.time().instant();
  }

  Promises promises() {
    return promises;
  }

  /** What the phone was told (2xx) to have arrived. */
  Set<UUID> confirmed() {
    return confirmed;
  }

  void dies() {
    dead = true;
    town.story().tell("Anna's phone dies");
  }

  boolean isDead() {
    return dead;
  }

  /** Anna presses something; it goes into the queue and out as soon as that can be. */
  void press(String what, Function<Instant, WatchEvent> event) {
    if (dead) {
      return;
    }
    int number = presses++;
    Instant madeAt = batch.clock().instant().plus(clockError(number));
    var pressed = new Pressed(town.draw().id("event", number), what, madeAt, event.apply(madeAt));
    if (town.draw().chance(0.05, "overtakes", number)) {
      queue.addFirst(pressed);
    } else {
      queue.addLast(pressed);
    }
    town.story().tell("Anna presses %s (made %s)".formatted(pressed.event(), madeAt));
    flush();
  }

  private Duration clockError(int press) {
    double kind = town.draw().of("clock");
    if (town.isHealed() || kind < 0.7) {
      return Duration.ZERO;
    }
    // Three hours wrong all the time, or jumping about.
    Object name = kind < 0.85 ? "always" : press;
    return Duration.ofSeconds(town.draw().between(-10_800, 10_800, "clock error", name));
  }

  /** Something that Anna does in so many seconds. */
  void later(int seconds, String what, Runnable act) {
    town.agenda().add(batch.time().instant().plusSeconds(seconds), "anna " + what, act);
  }

  void flush() {
    while (!queue.isEmpty() && !dead) {
      if (!isOnline() || !deliver(queue.peekFirst(), true)) {
        town.agenda().add(batch.time().instant().plus(AGAIN), "flush", this::flush);
        return;
      }
      Pressed arrived = queue.removeFirst();
      if (town.draw().chance(0.15, "twice", arrived.eventId())) {
        int later = town.draw().between(0, 200, "twice later", arrived.eventId());
        Instant again = batch.time().instant().plusSeconds(later);
        town.agenda().add(again, "twice " + arrived.eventId(), () -> deliver(arrived, false));
      }
    }
  }

  private boolean isOnline() {
    long second = Duration.between(firstDay, batch.time().instant()).toSeconds();
    for (int window = 0; window < 3; window++) {
      if (town.draw().chance(0.3, "offline", window) && !town.isHealed()) {
        int from = town.draw().between(0, 1200, "offline from", window);
        int length = town.draw().between(20, 420, "offline for", window);
        if (second >= from && second < from + length) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the phone was told that it arrived. */
  private boolean deliver(Pressed pressed, boolean first) {
    SimServer server = batch.anyServer(pressed.eventId());
    if (server == null) {
      return false;
    }
    var act =
        new Act(
            pressed.event(),
            town.person("Anna"),
            pressed.eventId(),
            pressed.madeAt(),
            null,
            null,
            null);
    promises.mayArrive(pressed.event(), batch.latestNow());
    boolean maybeThere = !tried.add(pressed.eventId());
    try {
      ActResult result =
          act.event() instanceof WatchEvent.SignOfLife sign
              ? sign(server, act, sign.madeAt())
              : take(server, act);
      town.story()
          .tell(
              "  %s arrived%s: %s".formatted(pressed.what(), first ? "" : " again", said(result)));
      if (result instanceof ActResult.Unknown) {
        // It overtook the start; the start goes first then.
        queue.addLast(queue.removeFirst());
        return false;
      }
      if (confirmed.add(pressed.eventId())) {
        promises.onArrived(pressed.event(), result, openlyAlarmed, server.now());
        if (!maybeThere) {
          promises.onFirstArrived(pressed.event(), result);
        }
      }
      return true;
    } catch (RuntimeException e) {
      if (!DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      town.story()
          .tell("  %s: broken off, nobody knows whether it arrived".formatted(pressed.what()));
      server.lostTheDatabase(Duration.ofSeconds(20));
      return false;
    }
  }

  /** As the intake does it, for one phone. */
  private ActResult sign(SimServer server, Act act, Instant madeAt) {
    var sign =
        new Sign(
            town.organisation(),
            town.watch(),
            new Sign.Proof.Session(town.person("Anna")),
            act.eventId(),
            madeAt,
            act.saidMadeAt(),
            null,
            null);
    return switch (server.engine().watches().takeSigns(List.of(sign)).getFirst()) {
      case Sign.Result.Taken(Watch watch) -> new ActResult.Done(watch, null);
      case Sign.Result.NotProven(), Sign.Result.Busy() -> new ActResult.Unknown();
    };
  }

  private ActResult take(SimServer server, Act act) {
    return server.database().inTransaction(town.organisation(), tx -> take(tx, server, act));
  }

  private ActResult take(Tx tx, SimServer server, Act act) {
    Watch before = new WatchRegister().find(tx, town.organisation(), town.watch());
    openlyAlarmed = before != null && before.state().shown() instanceof WatchState.Alarmed;
    WatchKeeper watches = server.engine().watches();
    return act.event() instanceof WatchEvent.Started
        ? watches.start(tx, batch.newWatch(town), act, KEY)
        : watches.handle(tx, town.organisation(), town.watch(), act);
  }

  private static String said(ActResult result) {
    return switch (result) {
      case ActResult.Done d -> "done, " + d.watch().state();
      case ActResult.Refused r -> "refused, " + r.reason();
      case ActResult.Unknown _ -> "unknown";
    };
  }
}
