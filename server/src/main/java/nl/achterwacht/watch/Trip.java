package nl.achterwacht.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.watch.WatchEvent.Extended;
import nl.achterwacht.watch.WatchEvent.LegReached;
import nl.achterwacht.watch.WatchEvent.Started;
import nl.achterwacht.watch.WatchState.Alarmed;
import nl.achterwacht.watch.WatchState.Overdue;
import nl.achterwacht.watch.WatchState.Running;
import org.jspecify.annotations.Nullable;

/** Computes the deadlines of a trip; decides nothing. */
final class Trip {
  private Trip() {}

  static Running begun(WatchPlan plan, Started start, Instant now) {
    Instant at = earliest(start.madeAt(), now);
    return switch (plan.shape()) {
      case SHIFT -> dueFromNow(plan, start.leg(), at.plus(plan.signEvery()), now);
      case JOURNEY -> dueFromNow(plan, start.leg(), start.endAt().plus(plan.journeyMargin()), now);
      case VISIT -> {
        Instant end = start.endAt();
        Instant quiet = quietSign(plan, at, end);
        yield quiet != null && quiet.isAfter(now) && quiet.isBefore(end)
            ? new Running(start.leg(), quiet, end, remindAt(plan, quiet, now))
            : dueFromNow(plan, start.leg(), end, now);
      }
    };
  }

  /**
   * A sign kept on a phone without coverage counts from when it was made. In a visit it answers the
   * half-way question; near or past the expected end it means "still busy".
   */
  static Running signed(WatchPlan plan, Running s, Instant madeAt, Instant now) {
    Instant at = earliest(madeAt, now);
    if (plan.shape() == Shape.SHIFT) {
      Instant due = latest(s.dueAt(), at.plus(plan.signEvery()));
      return due.equals(s.dueAt()) ? s : running(plan, s.leg(), due, now);
    }
    if (at.isBefore(s.dueAt().minus(plan.reminder()))) {
      return s;
    }
    if (s.dueAt().isBefore(s.endAt())) {
      return running(plan, s.leg(), s.endAt(), now);
    }
    Instant end = latest(s.endAt(), at.plus(plan.extension()));
    return end.equals(s.endAt()) ? s : running(plan, s.leg(), end, now);
  }

  static Running prolonged(WatchPlan plan, Running s, Extended e, Instant now) {
    Instant at = earliest(e.madeAt(), now);
    Instant end = latest(s.endAt(), at).plus(e.by());
    boolean halfwayAhead = s.dueAt().isBefore(s.endAt());
    if (halfwayAhead && at.isBefore(s.dueAt().minus(plan.reminder()))) {
      return new Running(s.leg(), s.dueAt(), end, s.remindAt());
    }
    return running(plan, s.leg(), end, now);
  }

  static Running onLeg(WatchPlan plan, Running s, LegReached e, Instant now) {
    // From a queue the agreed moment may have passed; then it says nothing about what comes.
    Optional<Instant> until = e.until().filter(moment -> moment.isAfter(now));
    if (e.leg() == Leg.HOME) {
      Instant home = until.orElse(earliest(e.madeAt(), now).plus(plan.travelHome()));
      return dueFromNow(plan, Leg.HOME, home.plus(plan.journeyMargin()), now);
    }
    if (until.isPresent() && plan.shape() != Shape.SHIFT) {
      return callBackStands(plan, s, until.get(), now)
          ? new Running(e.leg(), s.dueAt(), until.get(), s.remindAt())
          : running(plan, e.leg(), until.get(), now);
    }
    Running signed = signed(plan, s, e.madeAt(), now);
    return new Running(e.leg(), signed.dueAt(), signed.endAt(), signed.remindAt());
  }

  /** The one quiet sign of a visit: at the agreed moment, or half-way; null when none is asked. */
  private static @Nullable Instant quietSign(WatchPlan plan, Instant begun, Instant end) {
    if (plan.callBackAt() != null) {
      return plan.callBackAt();
    }
    return plan.halfwaySign() ? begun.plus(Duration.between(begun, end).dividedBy(2)) : null;
  }

  /** What was agreed with a colleague is not given up by saying how long the visit will take. */
  private static boolean callBackStands(WatchPlan plan, Running s, Instant end, Instant now) {
    return s.dueAt().equals(plan.callBackAt()) && s.dueAt().isAfter(now) && s.dueAt().isBefore(end);
  }

  /** The visit is over; now home must be reached in time. */
  static Running homeward(WatchPlan plan, Instant madeAt, Instant now) {
    Instant home = earliest(madeAt, now).plus(plan.travelHome()).plus(plan.journeyMargin());
    return dueFromNow(plan, Leg.HOME, home, now);
  }

  /** Left because it could not be handled: a sign from somewhere safe is expected soon. */
  static Running leaving(WatchPlan plan, Instant madeAt, Instant now) {
    return dueFromNow(plan, Leg.HOME, earliest(madeAt, now).plus(plan.extension()), now);
  }

  /** After an alarm that turned out well, the watch goes on. */
  static Running resumed(WatchPlan plan, Alarmed s, Instant now) {
    Duration next = plan.shape() == Shape.SHIFT ? plan.signEvery() : plan.extension();
    Instant due = plan.shape() == Shape.SHIFT ? now.plus(next) : latest(s.endAt(), now.plus(next));
    return running(plan, s.leg(), due, now);
  }

  static Running reminded(Running s) {
    return new Running(s.leg(), s.dueAt(), s.endAt(), null);
  }

  static Overdue overdue(WatchPlan plan, Running s) {
    Instant alarmAt = s.dueAt().plus(plan.grace());
    Instant phoneAt = s.dueAt().plus(plan.phoneAfter());
    return new Overdue(
        s.leg(), s.dueAt(), s.endAt(), alarmAt, phoneAt.isBefore(alarmAt) ? phoneAt : null, false);
  }

  static Overdue phoned(Overdue s) {
    return new Overdue(s.leg(), s.dueAt(), s.endAt(), s.alarmAt(), null, s.ownOutage());
  }

  static Overdue withLeg(Overdue s, Running next) {
    return new Overdue(next.leg(), s.dueAt(), s.endAt(), s.alarmAt(), s.phoneAt(), s.ownOutage());
  }

  static Running asRunning(Overdue s) {
    return new Running(s.leg(), s.dueAt(), s.endAt(), null);
  }

  // The phone's clock can be ahead of ours; nothing ever counts from the future.
  static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * An act from a queue may set a deadline that has passed already: then the worker is asked now.
   */
  private static Running dueFromNow(WatchPlan plan, Leg leg, Instant due, Instant now) {
    return running(plan, leg, latest(due, now), now);
  }

  private static Running running(WatchPlan plan, Leg leg, Instant due, Instant now) {
    return new Running(leg, due, due, remindAt(plan, due, now));
  }

  private static @Nullable Instant remindAt(WatchPlan plan, Instant due, Instant now) {
    Instant at = due.minus(plan.reminder());
    return at.isAfter(now) ? at : null;
  }
}
