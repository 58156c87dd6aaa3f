package nl.achterwacht.alarm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.achterwacht.base.Json;
import nl.achterwacht.journal.Entry;
import org.jspecify.annotations.Nullable;

/** The journal's words for what happened to an alarm. */
final class AlarmJournal {
  private AlarmJournal() {}

  static Entry entry(AlarmChange change, Instant now) {
    Alarm alarm = change.before();
    Act act = change.act();
    AlarmState next = change.decision().next();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", alarm.kind().text());
    if (change.event() != null) {
      data.put("was", word(alarm.state()));
    }
    data.put("state", word(next));
    data.put("step", next.step() + 1);
    data.put("round", next.round());
    next.wakeAt().ifPresent(at -> data.put("nextAt", at.toString()));
    if (change.event() == null) {
      data.put("raisedAt", alarm.raisedAt().toString());
      data.put("silent", alarm.silent());
      if (change.causeId() != null) {
        data.put("cause", change.causeId().toString());
      }
    }
    switch (next) {
      case AlarmState.HandingOver s -> {
        data.put("handler", s.by().toString());
        data.put("to", s.to().toString());
      }
      case AlarmState.Closed s -> {
        data.put("by", s.by().toString());
        data.put("outcome", s.outcome().text());
      }
      case AlarmState.Acknowledged s -> data.put("handler", s.by().toString());
      case AlarmState.Calling s -> data.put("wasTaken", s.wasTaken());
    }
    for (AlarmEffect effect : change.decision().effects()) {
      if (effect instanceof AlarmEffect.Refuse(AlarmEffect.Reason reason)) {
        data.put("refused", reason.name());
      }
    }
    if (act != null && act.text() != null) {
      data.put("text", act.text());
    }
    if (act != null && act.cause() != null) {
      data.put("falseAlarmCause", act.cause());
    }
    return new Entry(
        alarm.organisation(),
        now,
        kind(change),
        act == null ? null : act.by().value(),
        alarm.watchId(),
        alarm.id().value(),
        act == null ? change.causeId() : act.eventId(),
        act == null ? null : act.madeAt(),
        Json.write(data));
  }

  /** What webhooks hear of it; null for what is only of use inside. */
  static @Nullable String announced(AlarmChange change) {
    if (change.event() == null) {
      return "alarm.opened";
    }
    if (!change.changesState()) {
      return null;
    }
    boolean wasHandled = change.before().state() instanceof AlarmState.Acknowledged;
    return switch (change.decision().next()) {
      case AlarmState.Acknowledged _ when !wasHandled -> "alarm.acknowledged";
      case AlarmState.Closed _ -> "alarm.closed";
      case AlarmState.Calling _ -> "alarm.escalated";
      case AlarmState.Acknowledged _, AlarmState.HandingOver _ -> null;
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

  private static String kind(AlarmChange change) {
    AlarmEvent event = change.event();
    if (event == null) {
      return "alarm.opened";
    }
    if (change.isRefused()) {
      return "alarm.refused";
    }
    return switch (event) {
      case AlarmEvent.Woken _ when change.before().state() instanceof AlarmState.Calling ->
          "alarm.escalated";
      case AlarmEvent.Woken _ -> "alarm.promise-ran-out";
      case AlarmEvent.Acknowledged _ -> "alarm.acknowledged";
      case AlarmEvent.Updated e -> e.arrived() ? "alarm.arrived" : "alarm.updated";
      case AlarmEvent.HandOverOffered _ -> "alarm.hand-over-offered";
      case AlarmEvent.HandOverAnswered e ->
          e.accepted() ? "alarm.handed-over" : "alarm.hand-over-declined";
      case AlarmEvent.EscalationAsked _ -> "alarm.escalation-asked";
      case AlarmEvent.StepUnreachable _ -> "alarm.step-unreachable";
      case AlarmEvent.WorkerSafe _ -> "alarm.safe-code";
      case AlarmEvent.RaisedAgain _ -> "alarm.raised-again";
      case AlarmEvent.ClosingAsked _ -> "alarm.closed";
      case AlarmEvent.DrillEnded _ -> "alarm.drill-ended";
    };
  }
}
