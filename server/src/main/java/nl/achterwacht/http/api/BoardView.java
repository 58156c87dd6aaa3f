package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmId;
import nl.achterwacht.alarm.AlarmKind;
import nl.achterwacht.alarm.AlarmRegister;
import nl.achterwacht.alarm.AlarmState;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.BoardJson.AlarmJson;
import nl.achterwacht.http.api.BoardJson.AssuranceJson;
import nl.achterwacht.http.api.BoardJson.EventJson;
import nl.achterwacht.http.api.BoardJson.OutageJson;
import nl.achterwacht.http.api.BoardJson.WatchJson;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;

/**
 * Watches and alarms as colleagues see them: the truth, also of a silent alarm. The worker whom
 * that is about may look at the board too, and then sees no more than on the phone (DESIGN 4,
 * promise 5).
 */
public final class BoardView {
  private final WatchRegister watches;
  private final AlarmRegister alarms;
  private final PeopleRegister people;
  private final JournalReader journal;
  private final OwnSilence silence;
  private final Assurance assurance;
  private final InstantSource clock;

  public BoardView(
      WatchRegister watches,
      AlarmRegister alarms,
      PeopleRegister people,
      JournalReader journal,
      OwnSilence silence,
      Assurance assurance,
      InstantSource clock) {
    this.watches = watches;
    this.alarms = alarms;
    this.people = people;
    this.journal = journal;
    this.silence = silence;
    this.assurance = assurance;
    this.clock = clock;
  }

  /** To its worker every event of a watch is called the same: its name could betray what it was. */
  private static final String OWN_WATCH_CHANGED = "watch.changed";

  /** An event, and how {@code about} sees it: not at all when {@code toThem} is null. */
  public record Event(EventJson toOthers, @Nullable PersonId about, @Nullable EventJson toThem) {}

  /** What an event is about, as others see it and as its worker does. */
  private record Seen<T>(@Nullable PersonId worker, T byOthers, @Nullable T byWorker) {}

  /** The whole board; its position is read first, so that the stream may repeat but never skip. */
  public BoardJson board(Tx tx, OrganisationId organisation, PersonId viewer) {
    String position = journal.horizon(tx).toString();
    Names names = Names.of(tx, people, organisation);
    List<Alarm> open = silence.seen(tx, alarms.open(tx, organisation), viewer);
    return new BoardJson(
        position,
        clock.instant(),
        watches.open(tx, organisation).stream()
            .map(w -> w.seenBy(viewer))
            .filter(BoardView::isOut)
            .map(w -> watch(names, w, open))
            .toList(),
        open.stream().map(alarm -> alarm(names, alarm)).toList(),
        assurance());
  }

  /** Journal lines of one organisation as events: what they are about, as it is now. */
  public List<Event> events(Tx tx, OrganisationId organisation, List<JournalReader.Line> lines) {
    Names names = Names.of(tx, people, organisation);
    List<Alarm> open = alarms.open(tx, organisation);
    Map<UUID, Seen<WatchJson>> watchesNow = new HashMap<>();
    Map<UUID, Seen<AlarmJson>> alarmsNow = new HashMap<>();
    for (JournalReader.Line line : lines) {
      addWatch(tx, names, organisation, line.watchId(), open, watchesNow);
      addAlarm(tx, names, organisation, line.alarmId(), alarmsNow);
    }
    return lines.stream()
        .map(line ->
            event(
                line,
                line.watchId() == null ? null : watchesNow.get(line.watchId()),
                line.alarmId() == null ? null : alarmsNow.get(line.alarmId())))
        .toList();
  }

  private static Event event(
      JournalReader.Line line, @Nullable Seen<WatchJson> watch, @Nullable Seen<AlarmJson> alarm) {
    var toOthers =
        new EventJson(
            line.kind(),
            line.at(),
            watch == null ? null : watch.byOthers(),
            alarm == null ? null : alarm.byOthers());
    if (alarm == null) {
      return watch == null
          ? new Event(toOthers, null, null)
          : new Event(
              toOthers,
              watch.worker(),
              new EventJson(OWN_WATCH_CHANGED, line.at(), watch.byWorker(), null));
    }
    if (alarm.byWorker() == null) {
      return new Event(toOthers, alarm.worker(), null);
    }
    @Nullable WatchJson theirs = watch == null ? null : watch.byWorker();
    return new Event(
        toOthers, alarm.worker(), new EventJson(line.kind(), line.at(), theirs, alarm.byWorker()));
  }

  /** The assurance as JSON. */
  public AssuranceJson assurance() {
    Assurance.Known known = assurance.now();
    return new AssuranceJson(
        known.watching(),
        known.since(),
        known.reason(),
        Math.max(0, known.oldestDue().toSeconds()),
        clock.instant(),
        known.outage().map(o -> new OutageJson(o.from(), o.until())).orElse(null));
  }

  WatchJson watch(Names names, Watch watch, List<Alarm> open) {
    return new WatchJson(
        watch.id().value(),
        watch.version(),
        word(watch.state()),
        watch.plan().shape().text(),
        watch.state().leg().text(),
        watch.worker().value(),
        names.nameOf(watch.worker()),
        names.teamName(watch.team()),
        watch.trip().place(),
        watch.startedAt(),
        dueAt(watch.state()),
        alarmAt(watch),
        watch.lastSignAt(),
        watch.plan().highRisk(),
        watch.trip().travelMode(),
        names.vehicle(watch.trip().vehicleId()),
        watch.trip().companion(),
        open.stream()
            .filter(alarm -> watch.id().value().equals(alarm.watchId()))
            .map(alarm -> alarm.id().value())
            .toList(),
        watch.state() instanceof WatchState.Overdue s && s.ownOutage());
  }

  AlarmJson alarm(Names names, Alarm alarm) {
    AlarmState state = alarm.state();
    @Nullable PersonId handler = WorkerWatchView.handler(state);
    boolean calling = state instanceof AlarmState.Calling;
    boolean closed = state instanceof AlarmState.Closed;
    @Nullable Instant next = state.wakeAt().orElse(null);
    return new AlarmJson(
        alarm.id().value(),
        alarm.version(),
        alarm.kind().text(),
        word(state),
        alarm.silent(),
        alarm.kind() == AlarmKind.DRILL,
        alarm.watchId(),
        alarm.worker() == null ? null : alarm.worker().value(),
        names.nameOf(alarm.worker()),
        names.teamName(alarm.team()),
        address(alarm),
        alarm.raisedAt(),
        alarm.openedAt(),
        state.step() + 1,
        alarm.ladder().steps().size(),
        state.round(),
        calling ? next : null,
        handler == null ? null : names.nameOf(handler),
        handler == null ? null : handler.value(),
        calling || closed ? null : next,
        state instanceof AlarmState.HandingOver s ? s.to().value() : null);
  }

  private void addWatch(
      Tx tx,
      Names names,
      OrganisationId organisation,
      @Nullable UUID id,
      List<Alarm> open,
      Map<UUID, Seen<WatchJson>> into) {
    if (id == null || into.containsKey(id)) {
      return;
    }
    @Nullable Watch watch = watches.find(tx, organisation, new WatchId(id));
    if (watch != null) {
      PersonId worker = watch.worker();
      into.put(
          id,
          new Seen<>(
              worker,
              watch(names, watch, open),
              watch(names, watch.seenBy(worker), silence.seen(tx, open, worker))));
    }
  }

  private void addAlarm(
      Tx tx,
      Names names,
      OrganisationId organisation,
      @Nullable UUID id,
      Map<UUID, Seen<AlarmJson>> into) {
    if (id == null || into.containsKey(id)) {
      return;
    }
    @Nullable Alarm alarm = alarms.find(tx, organisation, new AlarmId(id));
    if (alarm != null) {
      AlarmJson json = alarm(names, alarm);
      @Nullable PersonId worker = alarm.worker();
      boolean hidden = worker != null && silence.hides(tx, alarm, worker);
      into.put(id, new Seen<>(worker, json, hidden ? null : json));
    }
  }

  private static boolean isOut(Watch watch) {
    return switch (watch.state()) {
      case WatchState.Running _, WatchState.Overdue _, WatchState.Alarmed _ -> true;
      case WatchState.Planned _, WatchState.Closed _ -> false;
    };
  }

  private static String word(WatchState state) {
    return switch (state) {
      case WatchState.Planned _ -> "planned";
      case WatchState.Running _ -> "running";
      case WatchState.Overdue _ -> "overdue";
      case WatchState.Alarmed _ -> "alarmed";
      case WatchState.Closed _ -> "closed";
    };
  }

  static String word(AlarmState state) {
    return switch (state) {
      case AlarmState.Calling _ -> "calling";
      case AlarmState.Acknowledged _ -> "acknowledged";
      case AlarmState.HandingOver _ -> "handing-over";
      case AlarmState.Closed _ -> "closed";
    };
  }

  private static @Nullable Instant dueAt(WatchState state) {
    return switch (state) {
      case WatchState.Planned s -> s.startBy();
      case WatchState.Running s -> s.dueAt();
      case WatchState.Overdue s -> s.dueAt();
      case WatchState.Alarmed _, WatchState.Closed _ -> null;
    };
  }

  private static @Nullable Instant alarmAt(Watch watch) {
    return switch (watch.state()) {
      case WatchState.Running s -> s.dueAt().plus(watch.plan().grace());
      case WatchState.Overdue s -> s.alarmAt();
      case WatchState.Planned _, WatchState.Alarmed _, WatchState.Closed _ -> null;
    };
  }

  private static @Nullable String address(Alarm alarm) {
    return alarm.placeJson() == null ? null : Json.read(alarm.placeJson(), Place.class).address();
  }
}
