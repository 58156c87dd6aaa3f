package nl.achterwacht.watch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.journal.Entry;
import org.jspecify.annotations.Nullable;

/** The journal's words for what happened to a watch. */
final class WatchJournal {
  private WatchJournal() {}

  static Entry entry(WatchChange change) {
    Watch watch = change.before();
    Act act = change.act();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("was", word(watch.state()));
    if (watch.isMasked()) {
      data.put("wasSilent", true);
    }
    if (change.event() instanceof WatchEvent.HelpAsked asked && asked.silent()) {
      data.put("askedSilently", true);
    }
    putState(data, change.decision().next());
    WatchEffect.Reason reason = change.refusal();
    if (reason != null) {
      data.put("refused", reason.name());
    }
    if (act != null && act.batteryPercent() != null) {
      data.put("batteryPercent", act.batteryPercent());
    }
    return new Entry(
        watch.organisation(),
        change.now(),
        kind(change),
        actor(change),
        watch.id().value(),
        null,
        act == null ? null : act.eventId(),
        act == null ? null : act.saidMadeAt(),
        Json.write(data));
  }

  /** A watch was made: planned, or running at once. */
  static Entry made(NewWatch watch, WatchState state, PersonId by, @Nullable Act act, Instant now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("shape", watch.plan().shape().text());
    data.put("graceSeconds", watch.plan().grace().toSeconds());
    data.put("signEverySeconds", watch.plan().signEvery().toSeconds());
    putState(data, state);
    return new Entry(
        watch.organisation(),
        now,
        state instanceof WatchState.Planned ? "watch.planned" : "watch.started",
        by.value(),
        watch.id().value(),
        null,
        act == null ? null : act.eventId(),
        act == null ? null : act.saidMadeAt(),
        Json.write(data));
  }

  private static void putState(Map<String, Object> data, WatchState state) {
    data.put("state", word(state));
    data.put("leg", state.leg().text());
    switch (state) {
      case WatchState.Planned s -> {
        data.put("startBy", s.startBy().toString());
        data.put("asked", s.asked());
      }
      case WatchState.Running s -> {
        data.put("dueAt", s.dueAt().toString());
        data.put("endAt", s.endAt().toString());
      }
      case WatchState.Overdue s -> {
        data.put("dueAt", s.dueAt().toString());
        data.put("endAt", s.endAt().toString());
        data.put("alarmAt", s.alarmAt().toString());
        data.put("ownOutage", s.ownOutage());
      }
      case WatchState.Alarmed s -> {
        data.put("since", s.since().toString());
        data.put("endAt", s.endAt().toString());
        data.put("silent", !(s.mask() instanceof WatchState.Mask.None));
        if (s.mask() instanceof WatchState.Mask.Seems(WatchState shown)) {
          Map<String, Object> seen = new LinkedHashMap<>();
          putState(seen, shown);
          data.put("shown", seen);
        }
      }
      case WatchState.Closed s -> {
        data.put("how", s.how().name());
        data.put("by", s.by().toString());
      }
    }
  }

  static String word(WatchState state) {
    return switch (state) {
      case WatchState.Planned _ -> "planned";
      case WatchState.Running _ -> "running";
      case WatchState.Overdue _ -> "overdue";
      case WatchState.Alarmed _ -> "alarmed";
      case WatchState.Closed _ -> "closed";
    };
  }

  private static @Nullable UUID actor(WatchChange change) {
    if (change.act() != null) {
      return change.act().by().value();
    }
    return change.event() instanceof WatchEvent.AlarmClosed closed ? closed.by().value() : null;
  }

  private static String kind(WatchChange change) {
    if (change.isRefused() && !change.changesState()) {
      return "watch.refused";
    }
    return switch (change.event()) {
      case WatchEvent.Started _ -> "watch.started";
      case WatchEvent.SignOfLife _ -> "watch.sign-of-life";
      case WatchEvent.Extended _ -> "watch.extended";
      case WatchEvent.LegReached _ -> "watch.leg-reached";
      case WatchEvent.Departed _ -> "watch.departed";
      case WatchEvent.HelpAsked _ -> "watch.help-asked";
      case WatchEvent.DeviceAlarmed _ -> "watch.device-alarmed";
      case WatchEvent.Ended _ -> "watch.ended";
      case WatchEvent.CodeGiven _ -> "watch.code-given";
      case WatchEvent.Cancelled _ -> "watch.cancelled";
      case WatchEvent.Replanned _ -> "watch.replanned";
      case WatchEvent.AlarmClosed _ -> "watch.alarm-closed";
      case WatchEvent.Woken _ -> woken(change);
    };
  }

  private static String woken(WatchChange change) {
    return switch (change.decision().next()) {
      case WatchState.Planned _ -> "watch.start-asked";
      case WatchState.Running _ -> "watch.reminded";
      case WatchState.Overdue s when s.ownOutage() -> "watch.could-not-be-heard";
      case WatchState.Overdue _ when change.before().state() instanceof WatchState.Overdue ->
          "watch.asked-again";
      case WatchState.Overdue _ -> "watch.overdue";
      case WatchState.Alarmed _ when change.before().state() instanceof WatchState.Alarmed ->
          "watch.asked-in-silence";
      case WatchState.Alarmed _ -> "watch.alarmed";
      case WatchState.Closed _ -> "watch.closed";
    };
  }
}
