package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.alarm.Act;
import nl.achterwacht.alarm.ActResult;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmEvent;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.alarm.AlarmState;
import nl.achterwacht.alarm.Outcome;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/**
 * Those who are called: they ignore it, take it, forget it, hand it over, close it; and somebody
 * meddles now and then.
 */
final class Colleagues {
  private final Town town;
  private final Batch batch;

  Colleagues(Town town, Batch batch) {
    this.town = town;
    this.batch = batch;
  }

  /**
   * A call about an alarm reached somebody.
   *
   * @param name says which call this is
   * @param step of the ladder, as it stands on their screen
   */
  void called(UUID alarm, String who, String name, int step) {
    if (town.isHealed() || town.draw().chance(0.45, "reacts", name)) {
      boolean late = !town.isHealed() && town.draw().chance(0.2, "reacts late", name);
      int after = late ? aLongTime("reacts after", name) : aWhile("reacts after", name);
      later(after, "ack " + name, () -> acknowledge(alarm, who, name, step));
    } else if (town.draw().chance(0.15, "calls the next", name)) {
      // Pressed at what was on the screen then; it may arrive when the ladder is further.
      int after = town.draw().between(1, 200, "calls the next after", name);
      var press = new AlarmEvent.EscalationAsked(town.person(who), step);
      later(after, "next " + name, () -> act(alarm, press, who, false));
    }
    if (town.draw().chance(0.08, "meddles", name)) {
      later(20, "meddle " + name, () -> meddle(alarm, name, step));
    }
  }

  /** Somebody is asked to take over. */
  void askedToTakeOver(UUID alarm, String who, String name) {
    if (town.isHealed() || town.draw().chance(0.7, "answers", name)) {
      boolean accepts = town.isHealed() || town.draw().chance(0.7, "accepts", name);
      boolean late = !town.isHealed() && town.draw().chance(0.3, "answers late", name);
      later(
          late ? aLongTime("answers after", name) : aWhile("answers after", name),
          "answer " + name,
          () -> {
            var event = new AlarmEvent.HandOverAnswered(town.person(who), accepts);
            if (act(alarm, event, who, false) && accepts) {
              handles(alarm, who, name + "+", 0);
            }
          });
    }
  }

  private int aWhile(String what, String name) {
    return town.draw().between(3, 45, what, name);
  }

  /** So long that promises ran out, and others may have it, or have closed it. */
  private int aLongTime(String what, String name) {
    return town.draw().between(60, 400, what, name);
  }

  private void acknowledge(UUID alarm, String who, String name, int step) {
    if (act(alarm, new AlarmEvent.Acknowledged(town.person(who)), who, false)) {
      handles(alarm, who, name, step);
      if (town.draw().chance(0.1, "acknowledges twice", name)) {
        act(alarm, new AlarmEvent.Acknowledged(town.person(who)), who, false);
      }
    }
  }

  /** What the handler does next. */
  private void handles(UUID alarm, String who, String name, int step) {
    double next = town.isHealed() ? 0 : town.draw().of("handles", name);
    int after = town.draw().between(2, 25, "handles after", name);
    if (next < 0.45) {
      later(after, "close " + name, () -> close(alarm, who, name));
    } else if (next < 0.65) {
      later(after, "update " + name, () -> update(alarm, who, name, step));
    } else if (next < 0.8) {
      String to = List.of("Bram", "Carla", "Dirk").get(town.draw().between(0, 2, "to", name));
      var offer = new AlarmEvent.HandOverOffered(town.person(who), town.person(to));
      later(after, "hand over " + name, () -> act(alarm, offer, who, false));
    } else if (next < 0.88) {
      var press = new AlarmEvent.EscalationAsked(town.person(who), step);
      later(after, "escalate " + name, () -> act(alarm, press, who, false));
    } else {
      forgets(alarm, who, name, step);
    }
  }

  /** The promise runs out; perhaps it comes to mind when others are at it, or are done. */
  private void forgets(UUID alarm, String who, String name, int step) {
    double remembers = town.draw().of("remembers", name);
    int after = aLongTime("remembers after", name);
    if (remembers < 0.25) {
      later(after, "late close " + name, () -> close(alarm, who, name));
    } else if (remembers < 0.5) {
      later(after, "late update " + name, () -> update(alarm, who, name, step));
    } else if (remembers < 0.65) {
      later(after, "late ack " + name, () -> acknowledge(alarm, who, name + "l", step));
    } else if (remembers < 0.75) {
      var offer = new AlarmEvent.HandOverOffered(town.person(who), town.person("Carla"));
      later(after, "late hand over " + name, () -> act(alarm, offer, who, false));
    }
  }

  private void update(UUID alarm, String who, String name, int step) {
    if (act(alarm, new AlarmEvent.Updated(town.person(who), false), who, false)) {
      handles(alarm, who, name + "u", step);
    }
  }

  private void close(UUID alarm, String who, String name) {
    boolean goesOn = !town.isHealed() && town.draw().chance(0.4, "goes on", name);
    var event = new AlarmEvent.ClosingAsked(town.person(who), Outcome.SAFE);
    batch.phone(town).promises().heard(batch.latestNow());
    act(alarm, event, who, goesOn);
  }

  /** Somebody who has nothing to do with it: closes, escalates, hands over, answers. */
  private void meddle(UUID alarm, String name, int step) {
    PersonId dirk = town.person("Dirk");
    List<AlarmEvent> meddling =
        List.of(
            new AlarmEvent.ClosingAsked(dirk, Outcome.FALSE_ALARM),
            new AlarmEvent.HandOverOffered(dirk, town.person("Carla")),
            new AlarmEvent.HandOverAnswered(dirk, true),
            new AlarmEvent.EscalationAsked(dirk, step),
            new AlarmEvent.Updated(dirk, false));
    act(alarm, meddling.get(town.draw().between(0, 4, "meddling", name)), "Dirk", false);
  }

  /** Whether it was done; not when it was refused, or nobody knows. */
  private boolean act(UUID alarm, AlarmEvent event, String who, boolean goesOn) {
    SimServer server = batch.anyServer(who + event);
    if (server == null) {
      return false;
    }
    var act = new Act(event, town.person(who), null, null, null, goesOn, null);
    try {
      ActResult result =
          server
              .database()
              .inTransaction(town.organisation(), tx -> take(tx, server, new AlarmId(alarm), act));
      town.story()
          .tell("%s: %s ► %s".formatted(who, event.getClass().getSimpleName(), said(result)));
      return result instanceof ActResult.Done;
    } catch (RuntimeException e) {
      if (!DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      server.lostTheDatabase(Duration.ofSeconds(15));
      return false;
    }
  }

  private ActResult take(Tx tx, SimServer server, AlarmId id, Act act) {
    Alarm before =
        act.event() instanceof AlarmEvent.EscalationAsked
            ? new AlarmRegister().find(tx, town.organisation(), id)
            : null;
    ActResult result = server.engine().alarms().handle(tx, town.organisation(), id, act);
    if (before != null
        && act.event() instanceof AlarmEvent.EscalationAsked press
        && press.seenStep() < before.state().step()
        && result instanceof ActResult.Done(Alarm after)
        && !after.state().equals(before.state())) {
      throw town.broke("a press at step %d skipped %s".formatted(press.seenStep(), before.state()));
    }
    return result;
  }

  private static String said(ActResult result) {
    return switch (result) {
      case ActResult.Done d -> stateOf(d.alarm().state());
      case ActResult.Refused r -> "refused, " + r.reason();
      case ActResult.Unknown _ -> "unknown";
    };
  }

  private static String stateOf(AlarmState state) {
    return state.getClass().getSimpleName() + " step " + state.step() + " round " + state.round();
  }

  private void later(int seconds, String what, Runnable act) {
    Instant moment = batch.time().instant().plusSeconds(seconds);
    town.agenda().add(moment, "colleague " + what, act);
  }
}
