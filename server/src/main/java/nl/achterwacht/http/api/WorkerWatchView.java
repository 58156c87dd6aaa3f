package nl.achterwacht.http.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.alarm.AlarmState;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.MeJson.Contactable;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;

/**
 * Shows a watch to its worker, and so to whoever stands next to the worker: a silent alarm looks as
 * if nothing happened (DESIGN 4, promise 5).
 */
public final class WorkerWatchView {
  private static final Duration STANDBY_FRESH = Duration.ofSeconds(30);
  private static final int TEAMS_REMEMBERED = 10_000;

  private final MeView me;
  private final AlarmRegister alarms;
  private final PeopleRegister people;
  private final InstantSource clock;
  private final Map<TeamRef, Standby> standbys = new ConcurrentHashMap<>();

  private record Standby(@Nullable Contactable who, long readAt) {}

  public WorkerWatchView(
      MeView me, AlarmRegister alarms, PeopleRegister people, InstantSource clock) {
    this.me = me;
    this.alarms = alarms;
    this.people = people;
    this.clock = clock;
  }

  /** How the state looks from the front door. */
  private record Looks(
      String state, @Nullable Instant dueAt, @Nullable Instant alarmAt, @Nullable Instant endAt) {}

  WorkerWatchJson of(Tx tx, Watch watch, @Nullable String watchKey) {
    return json(watch, watchKey, standby(tx, watch), helpComing(tx, watch));
  }

  /**
   * The same after a sign of life, of which there are many: who stands by may be some seconds old,
   * and nothing is read where nothing else can have changed.
   */
  WorkerWatchJson afterSign(Acts acts, Watch watch) {
    if (watch.state().shown() instanceof WatchState.Alarmed) {
      return acts.asEngineUrgently(tx -> of(tx, watch, null));
    }
    return json(watch, null, standbyKnown(acts, watch), null);
  }

  private @Nullable Contactable standbyKnown(Acts acts, Watch watch) {
    var team = new TeamRef(watch.organisation(), watch.team());
    @Nullable Standby known = standbys.get(team);
    if (known == null || System.nanoTime() - known.readAt() > STANDBY_FRESH.toNanos()) {
      known = new Standby(acts.asEngineUrgently(tx -> standby(tx, watch)), System.nanoTime());
      if (standbys.size() >= TEAMS_REMEMBERED) {
        standbys.clear();
      }
      standbys.put(team, known);
    }
    return known.who();
  }

  private @Nullable Contactable standby(Tx tx, Watch watch) {
    List<Contactable> onDuty = me.standbys(tx, watch.organisation(), watch.team());
    return onDuty.isEmpty() ? null : onDuty.getFirst();
  }

  private WorkerWatchJson json(
      Watch watch,
      @Nullable String watchKey,
      @Nullable Contactable standby,
      @Nullable String helpComing) {
    Instant now = clock.instant();
    Looks looks = looks(watch);
    boolean shift = watch.plan().shape() == Shape.SHIFT;
    return new WorkerWatchJson(
        watch.id().value(),
        watch.version(),
        watch.plan().shape().text(),
        looks.state(),
        watch.state().shown().leg().text(),
        watch.trip().place(),
        watch.trip().purpose(),
        watch.trip().visitId(),
        watch.startedAt(),
        looks.dueAt(),
        looks.alarmAt(),
        shift ? null : looks.endAt(),
        shift ? watch.plan().signEvery().toSeconds() : null,
        watch.plan().highRisk(),
        watch.asksCodeToEnd(),
        standby,
        watch.lastSignAt(),
        watchKey,
        helpComing,
        now);
  }

  /** From what the screen may show: under a mask the watch that would be, else the one that is. */
  private static Looks looks(Watch watch) {
    return switch (watch.state().shown()) {
      case WatchState.Planned _ -> new Looks("planned", null, null, null);
      case WatchState.Running s -> running(watch, s.dueAt(), s.endAt());
      case WatchState.Overdue s -> new Looks("overdue", s.dueAt(), s.alarmAt(), s.endAt());
      case WatchState.Closed _ -> new Looks("closed", null, null, null);
      case WatchState.Alarmed s -> new Looks("alarmed", null, null, s.endAt());
    };
  }

  private static Looks running(Watch watch, Instant dueAt, Instant endAt) {
    return new Looks("running", dueAt, dueAt.plus(watch.plan().grace()), endAt);
  }

  /** Who took the alarm; never of a silent one. */
  private @Nullable String helpComing(Tx tx, Watch watch) {
    if (!(watch.state() instanceof WatchState.Alarmed(_, _, _, WatchState.Mask.None()))) {
      return null;
    }
    List<Alarm> open = alarms.openOf(tx, watch.organisation(), watch.id().value());
    for (Alarm alarm : open) {
      @Nullable PersonId handler = handler(alarm.state());
      if (!alarm.silent() && handler != null) {
        @Nullable Person person = people.person(tx, watch.organisation(), handler);
        return person == null ? null : person.name();
      }
    }
    return null;
  }

  static @Nullable PersonId handler(AlarmState state) {
    return switch (state) {
      case AlarmState.Acknowledged s -> s.by();
      case AlarmState.HandingOver s -> s.by();
      case AlarmState.Calling _, AlarmState.Closed _ -> null;
    };
  }
}
