package nl.achterwacht.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** Where a watch stands: a closed one cannot have a deadline, a running one cannot lack one. */
public sealed interface WatchState {
  /** When the worker is asked about a start that did not come, after the planned start. */
  Duration ASK_WORKER_AFTER = Duration.ofMinutes(15);

  /** When the standby is told about it: forgotten is not safe. */
  Duration TELL_STANDBY_AFTER = Duration.ofMinutes(30);

  /** And how often again, until somebody starts or cancels the visit. */
  Duration TELL_STANDBY_EVERY = Duration.ofMinutes(60);

  /** The visit should start at {@code startBy}; {@code asked} times somebody was asked about it. */
  record Planned(Leg leg, Instant startBy, int asked) implements WatchState {
    Instant asksAt() {
      if (asked == 0) {
        return startBy.plus(ASK_WORKER_AFTER);
      }
      return startBy.plus(TELL_STANDBY_AFTER).plus(TELL_STANDBY_EVERY.multipliedBy(asked - 1L));
    }
  }

  /**
   * The worker is out. A sign of life must reach us by {@code dueAt}.
   *
   * @param endAt visit and journey: the expected end as prolonged; shift: the same as {@code dueAt}
   * @param remindAt when the worker is reminded of it; {@code null} when that is done
   */
  record Running(Leg leg, Instant dueAt, Instant endAt, @Nullable Instant remindAt)
      implements WatchState {}

  /**
   * The sign is late and the worker is being asked. The alarm goes off at {@code alarmAt}.
   *
   * @param phoneAt when the worker is asked once more, by telephone; {@code null} when done
   * @param ownOutage the deadline fell while our own servers were away
   */
  record Overdue(
      Leg leg,
      Instant dueAt,
      Instant endAt,
      Instant alarmAt,
      @Nullable Instant phoneAt,
      boolean ownOutage)
      implements WatchState {}

  /**
   * An alarm is open. From here on the alarm keeps its own deadlines.
   *
   * @param mask what the worker's screen goes on to show when the alarm is silent
   */
  record Alarmed(Leg leg, Instant since, Instant endAt, Mask mask) implements WatchState {}

  /** The worker is safe, or {@code by} has said so. */
  record Closed(Leg leg, Instant at, PersonId by, How how) implements WatchState {}

  /** What a silent alarm shows to whoever looks at the worker's phone: that nothing happened. */
  sealed interface Mask {
    /** Not silent: the screen tells the truth. */
    record None() implements Mask {}

    /**
     * The screen shows {@code state}, which goes on, questions and all, as if no alarm were open
     * and every code had been the safe one. Never itself under a mask.
     */
    record Seems(WatchState state) implements Mask {}
  }

  /** How a watch ended. */
  enum How {
    FINISHED,
    NOBODY_HOME,
    SAFE_ELSEWHERE,
    BY_HANDLER,
    CANCELLED
  }

  Leg leg();

  /** The state as the worker's screen shows it. */
  default WatchState shown() {
    return this instanceof Alarmed(_, _, _, Mask.Seems(WatchState seeming)) ? seeming : this;
  }

  /** The moment to look at this watch again if nothing happens before; empty if there is none. */
  default Optional<Instant> wakeAt() {
    return switch (shown()) {
      case Planned s -> Optional.of(s.asksAt());
      case Running s -> Optional.of(earlier(s.remindAt(), s.dueAt()));
      case Overdue s -> Optional.of(earlier(s.phoneAt(), s.alarmAt()));
      case Alarmed _, Closed _ -> Optional.empty();
    };
  }

  /** The deadline that silence is measured from; empty where none is running. */
  default Optional<Instant> fellDueAt() {
    return switch (this) {
      case Running s -> Optional.of(s.dueAt());
      case Overdue s -> Optional.of(s.dueAt());
      case Planned _, Alarmed _, Closed _ -> Optional.empty();
    };
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one != null && one.isBefore(other) ? one : other;
  }
}
