package nl.achterwacht.watch;

import java.time.Instant;
import java.util.Objects;
import nl.achterwacht.base.Decision;
import org.jspecify.annotations.Nullable;

/** One decided change of a watch; {@code act} is null when the server itself looked. */
record WatchChange(
    Watch before,
    WatchEvent event,
    @Nullable Act act,
    Decision<WatchState, WatchEffect> decision,
    Instant now) {
  boolean changesState() {
    return !decision.next().equals(before.state());
  }

  /** Whether anything of the row changes: a sign that moves no deadline was still heard. */
  boolean changesRow() {
    return changesState() || !Objects.equals(lastSignAt(), before.lastSignAt());
  }

  /** When the worker was last heard, never later than now and never earlier than before. */
  @Nullable Instant lastSignAt() {
    Instant heard = heardAt();
    Instant known = before.lastSignAt();
    if (heard == null || isRefused()) {
      return known;
    }
    Instant at = Trip.earliest(heard, now);
    return known == null || at.isAfter(known) ? at : known;
  }

  /** A watch begins with whatever makes it run: also a departure from a visit nobody started. */
  @Nullable Instant startedAt() {
    if (before.startedAt() != null || !(decision.next().shown() instanceof WatchState.Running)) {
      return before.startedAt();
    }
    Instant heard = heardAt();
    return heard == null ? now : Trip.earliest(heard, now);
  }

  /**
   * Whether the worker was asked something and has answered it, or seems to have; or the question
   * was about a start that is now another. A sign in time does not count, as signs must stay cheap:
   * a reminder that is still on its way soon expires.
   */
  boolean answersUs() {
    boolean asked =
        switch (before.state().shown()) {
          case WatchState.Planned s -> s.asked() > 0;
          case WatchState.Overdue _, WatchState.Alarmed _ -> true;
          case WatchState.Running _, WatchState.Closed _ -> false;
        };
    return asked
        && switch (decision.next().shown()) {
          case WatchState.Running _, WatchState.Closed _ -> true;
          case WatchState.Planned s -> s.asked() == 0;
          case WatchState.Overdue _, WatchState.Alarmed _ -> false;
        };
  }

  /** When the alarm for a silence was due that this change raises; null when it raises none. */
  @Nullable Instant alarmWasDueAt() {
    if (!(event instanceof WatchEvent.Woken)
        || decision.effects().stream().noneMatch(WatchEffect.RaiseAlarm.class::isInstance)) {
      return null;
    }
    return switch (before.state()) {
      case WatchState.Running s -> s.dueAt().plus(before.plan().grace());
      case WatchState.Overdue s -> s.alarmAt();
      case WatchState.Planned _, WatchState.Alarmed _, WatchState.Closed _ -> null;
    };
  }

  WatchEffect.@Nullable Reason refusal() {
    for (WatchEffect effect : decision.effects()) {
      if (effect instanceof WatchEffect.Refuse(WatchEffect.Reason reason)) {
        return reason;
      }
    }
    return null;
  }

  boolean isRefused() {
    return refusal() != null;
  }

  Watch after() {
    return changesRow()
        ? before.after(decision.next(), lastSignAt(), startedAt(), nextVersion())
        : before;
  }

  /**
   * A safe code that ends an alarm changes the row twice: heard, and closed. Under a mask that is
   * one change; the version, which the phone sees, counts it as both.
   */
  int nextVersion() {
    boolean seemsToEndIt =
        decision.next() instanceof WatchState.Alarmed(_, _, _, WatchState.Mask.Seems(var shown))
            && before.state().shown() instanceof WatchState.Alarmed
            && !(shown instanceof WatchState.Alarmed);
    boolean wasHeard = !Objects.equals(lastSignAt(), before.lastSignAt());
    return before.version() + (seemsToEndIt && wasHeard ? 2 : 1);
  }

  private @Nullable Instant heardAt() {
    return switch (event) {
      case WatchEvent.Started e -> e.madeAt();
      case WatchEvent.SignOfLife e -> e.madeAt();
      case WatchEvent.Extended e -> e.madeAt();
      case WatchEvent.LegReached e -> e.madeAt();
      case WatchEvent.Departed e -> e.madeAt();
      case WatchEvent.HelpAsked e -> e.madeAt();
      case WatchEvent.DeviceAlarmed e -> e.madeAt();
      case WatchEvent.Ended e -> e.madeAt();
      case WatchEvent.CodeGiven e -> e.madeAt();
      case WatchEvent.Cancelled _,
          WatchEvent.Replanned _,
          WatchEvent.Woken _,
          WatchEvent.AlarmClosed _ ->
          null;
    };
  }
}
