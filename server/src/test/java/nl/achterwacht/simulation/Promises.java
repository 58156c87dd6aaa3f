package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmKind;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Code;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchPlan;
import nl.achterwacht.watch.WatchState;

/**
 * What Anna may count on, kept apart from the product: how late a deadline may be at most, and what
 * must be true the moment an act was answered.
 */
final class Promises {
  private final Town town;
  private final Batch batch;
  private final Duration step;
  private Instant latestDue = Instant.MIN;
  private Instant silentSince = Instant.MAX;
  private boolean loud;

  Promises(Town town, Batch batch) {
    this.town = town;
    this.batch = batch;
    WatchPlan plan = town.plan();
    Duration home = plan.travelHome().plus(plan.journeyMargin());
    Duration next = plan.shape() == Shape.SHIFT ? plan.signEvery() : plan.extension();
    this.step = home.compareTo(next) > 0 ? home : next;
  }

  /** No deadline of this watch may be later. */
  Instant latestDue() {
    return latestDue;
  }

  /** The watch goes on by somebody's word at {@code now}. */
  void heard(Instant now) {
    latestDue = later(latestDue, now.plus(step));
  }

  /** An act may arrive now, whether or not the phone hears of it. */
  void mayArrive(WatchEvent event, Instant now) {
    heard(now);
    Duration margin = town.plan().journeyMargin();
    switch (event) {
      case WatchEvent.Started e -> latestDue = later(latestDue, e.endAt().plus(margin));
      case WatchEvent.Extended e -> latestDue = later(latestDue, now).plus(e.by());
      case WatchEvent.Departed _ -> latestDue = later(latestDue, now.plus(town.plan().extension()));
      case WatchEvent.LegReached e ->
          e.until().ifPresent(until -> latestDue = later(latestDue, until.plus(margin)));
      default -> {}
    }
  }

  /**
   * An act was answered.
   *
   * @param openlyAlarmed whether an alarm was on the screen before
   * @param now what the server that answered takes for now
   */
  void onArrived(WatchEvent event, ActResult result, boolean openlyAlarmed, Instant now) {
    switch (event) {
      case WatchEvent.SignOfLife e -> wasHeard(e.madeAt(), result, now);
      case WatchEvent.HelpAsked e -> {
        silentSince = e.silent() ? earlier(silentSince, batch.latestNow()) : silentSince;
        loud |= !e.silent();
        mustAlarm(AlarmKind.PANIC, result);
        if (e.silent()) {
          mustNotShow(result, openlyAlarmed);
        }
      }
      case WatchEvent.DeviceAlarmed _ -> mustAlarm(AlarmKind.DEVICE, result);
      case WatchEvent.Departed _ -> mustAlarm(AlarmKind.DEPARTURE, result);
      case WatchEvent.Coded e when e.code() == Code.DURESS -> {
        silentSince = earlier(silentSince, batch.latestNow());
        mustAlarm(AlarmKind.DURESS, result);
        mustNotShow(result, openlyAlarmed);
      }
      default -> {}
    }
  }

  /** An act of which nothing can have arrived before was answered. */
  void onFirstArrived(WatchEvent event, ActResult result) {
    if (event instanceof WatchEvent.Coded e
        && e.code() == Code.WRONG
        && result instanceof ActResult.Done(Watch watch, _)
        && !(watch.state().shown() instanceof WatchState.Closed)) {
      throw town.broke("a wrong code was taken: %s".formatted(watch.state()));
    }
  }

  /** Something sounds or lights up on Anna's phone. */
  void phoneShows(String kind, boolean aboutPanic, Instant noticeMadeAt) {
    if (kind.startsWith("worker-")) {
      return;
    }
    if (!kind.equals("help-comes")) {
      throw town.broke("Anna's phone got %s about herself".formatted(kind));
    }
    // What was on its way before she typed the code would have come after the safe code as well.
    Instant certainly = noticeMadeAt.minus(batch.clock().everSetBack());
    if (silentSince.isBefore(certainly) && !(loud && aboutPanic)) {
      throw town.broke("Anna's phone betrayed a silent alarm: %s".formatted(kind));
    }
  }

  private void wasHeard(Instant madeAt, ActResult result, Instant now) {
    if (!(result instanceof ActResult.Done(Watch watch, _))) {
      throw town.broke("a sign of life was not taken: %s".formatted(result));
    }
    Instant at = madeAt.isBefore(now) ? madeAt : now;
    Instant known = watch.lastSignAt();
    // One that came before the clock was set back may seem to lie ahead.
    Instant latest = batch.latestNow().plus(batch.clock().everSetBack());
    if (known == null || known.isBefore(at) || known.isAfter(latest)) {
      throw town.broke(
          "a sign of %s was confirmed, but the last one known is %s".formatted(at, known));
    }
  }

  private void mustAlarm(AlarmKind kind, ActResult result) {
    boolean open =
        batch
            .database()
            .inTransaction(
                tx -> new AlarmRegister().openOf(tx, town.organisation(), town.watch().value()))
            .stream()
            .map(Alarm::kind)
            .anyMatch(kind::equals);
    if (!open) {
      throw town.broke("%s was confirmed (%s), but no such alarm is open".formatted(kind, result));
    }
    if (result instanceof ActResult.Refused && kind != AlarmKind.DURESS) {
      throw town.broke("a call for help was refused: %s".formatted(result));
    }
  }

  private void mustNotShow(ActResult result, boolean openlyAlarmed) {
    if (!(result instanceof ActResult.Done(Watch watch, _))) {
      return;
    }
    boolean shows = watch.state().shown() instanceof WatchState.Alarmed;
    if (shows && !openlyAlarmed) {
      throw town.broke("the screen shows the silent alarm: %s".formatted(watch.state()));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
