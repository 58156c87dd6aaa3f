package nl.achterwacht.simulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.alarm.Act;
import nl.achterwacht.alarm.ActResult;
import nl.achterwacht.alarm.AlarmEvent;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmState;
import nl.achterwacht.alarm.Outcome;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.PersonId;

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

  /** A call about an alarm reached somebody; {@code name} says which call this is. */
  void called(UUID alarm, String who, String name) {
    if (town.isHealed() || town.draw().chance(0.45, "reacts", name)) {
      int after = town.draw().between(3, 45, "reacts after", name);
      later(after, "ack " + name, () -> acknowledge(alarm, who, name));
    }
    if (town.draw().chance(0.08, "meddles", name)) {
      later(20, "meddle " + name, () -> meddle(alarm, name));
    }
  }

  /** Somebody is asked to take over. */
  void askedToTakeOver(UUID alarm, String who, String name) {
    if (town.isHealed() || town.draw().chance(0.7, "answers", name)) {
      boolean accepts = town.isHealed() || town.draw().chance(0.7, "accepts", name);
      later(
          town.draw().between(3, 40, "answers after", name),
          "answer " + name,
          () -> {
            var event = new AlarmEvent.HandOverAnswered(town.person(who), accepts);
            if (act(alarm, event, who, false) && accepts) {
              handles(alarm, who, name + "+");
            }
          });
    }
  }

  private void acknowledge(UUID alarm, String who, String name) {
    if (act(alarm, new AlarmEvent.Acknowledged(town.person(who)), who, false)) {
      handles(alarm, who, name);
      if (town.draw().chance(0.1, "acknowledges twice", name)) {
        act(alarm, new AlarmEvent.Acknowledged(town.person(who)), who, false);
      }
    }
  }

  /** What the handler does next. */
  private void handles(UUID alarm, String who, String name) {
    double next = town.isHealed() ? 0 : town.draw().of("handles", name);
    int after = town.draw().between(2, 25, "handles after", name);
    PersonId me = town.person(who);
    if (next < 0.45) {
      later(after, "close " + name, () -> close(alarm, who, name));
    } else if (next < 0.65) {
      later(
          after,
          "update " + name,
          () -> {
            if (act(alarm, new AlarmEvent.Updated(me), who, false)) {
              handles(alarm, who, name + "u");
            }
          });
    } else if (next < 0.8) {
      String to = List.of("Bram", "Carla", "Dirk").get(town.draw().between(0, 2, "to", name));
      later(
          after,
          "hand over " + name,
          () -> act(alarm, new AlarmEvent.HandOverOffered(me, town.person(to)), who, false));
    } else if (next < 0.88) {
      later(
          after,
          "escalate " + name,
          () -> act(alarm, new AlarmEvent.EscalationAsked(me, 0), who, false));
    } // else forgets it: the promise runs out
  }

  private void close(UUID alarm, String who, String name) {
    boolean goesOn = !town.isHealed() && town.draw().chance(0.4, "goes on", name);
    var event = new AlarmEvent.ClosingAsked(town.person(who), Outcome.SAFE);
    batch.phone(town).promises().heard(batch.clock().instant());
    act(alarm, event, who, goesOn);
  }

  /** Somebody who has nothing to do with it: closes, escalates, hands over, answers. */
  private void meddle(UUID alarm, String name) {
    PersonId dirk = town.person("Dirk");
    List<AlarmEvent> meddling =
        List.of(
            new AlarmEvent.ClosingAsked(dirk, Outcome.FALSE_ALARM),
            new AlarmEvent.HandOverOffered(dirk, town.person("Carla")),
            new AlarmEvent.HandOverAnswered(dirk, true),
            new AlarmEvent.EscalationAsked(dirk, 0),
            new AlarmEvent.Updated(dirk));
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
              .inTransaction(
                  town.organisation(),
                  tx ->
                      server
                          .engine()
                          .alarms()
                          .handle(tx, town.organisation(), new AlarmId(alarm), act));
      town.story()
          .tell("%s: %s ► %s".formatted(who, event.getClass().getSimpleName(), said(result)));
      return result instanceof ActResult.Done;
    } catch (RuntimeException e) {
      if (!DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      server.dies(java.time.Duration.ofSeconds(15));
      return false;
    }
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
    Instant moment = batch.clock().instant().plusSeconds(seconds);
    town.agenda().add(moment, "colleague " + what, act);
  }
}
