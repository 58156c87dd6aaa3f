package nl.achterwacht.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.base.PersonId;

/**
 * What can happen to a watch. {@code madeAt} is when the worker did it, corrected for the phone's
 * clock as far as that is known; it may lie in the past (made offline) and, with a lying clock, in
 * the future: the rules never count anything from the future.
 */
public sealed interface WatchEvent {
  /** The worker sets out. {@code endAt}: visit, journey: the expected end; ignored for a shift. */
  record Started(Instant madeAt, Leg leg, Instant endAt) implements WatchEvent {}

  /** "I am all right." */
  record SignOfLife(Instant madeAt) implements WatchEvent {}

  /** "Still busy": the end, or the next sign, comes {@code by} later. */
  record Extended(Instant madeAt, Duration by) implements WatchEvent {}

  /** Arrived, or on the way home; {@code until} is when that part should be done, if known. */
  record LegReached(Instant madeAt, Leg leg, Optional<Instant> until) implements WatchEvent {}

  /** "I am leaving" because it can't be handled here. */
  record Departed(Instant madeAt) implements WatchEvent {}

  /** The worker calls for help; {@code silent} when nobody there may notice. */
  record HelpAsked(Instant madeAt, boolean silent) implements WatchEvent {}

  /** A device of the worker raised an alarm: man-down, button. */
  record DeviceAlarmed(Instant madeAt) implements WatchEvent {}

  /** Something for which the worker may have typed a code. */
  sealed interface Coded extends WatchEvent {
    Instant madeAt();

    Code code();

    /** Whether the alarms that are open now would all be closed by a safe code. */
    boolean alarmYields();

    Coded withCode(Code code);

    Coded withAlarmYields(boolean alarmYields);
  }

  /** The worker ends this part ({@code onSite}) or the whole watch. */
  record Ended(
      Instant madeAt,
      PersonId by,
      WatchState.How how,
      boolean onSite,
      Code code,
      boolean alarmYields)
      implements Coded {
    @Override
    public Ended withCode(Code other) {
      return new Ended(madeAt, by, how, onSite, other, alarmYields);
    }

    @Override
    public Ended withAlarmYields(boolean yields) {
      return new Ended(madeAt, by, how, onSite, code, yields);
    }
  }

  /** The worker typed a code while an alarm is open. */
  record CodeGiven(Instant madeAt, PersonId by, Code code, boolean alarmYields) implements Coded {
    @Override
    public CodeGiven withCode(Code other) {
      return new CodeGiven(madeAt, by, other, alarmYields);
    }

    @Override
    public CodeGiven withAlarmYields(boolean yields) {
      return new CodeGiven(madeAt, by, code, yields);
    }
  }

  /** The visit is cancelled before it began. */
  record Cancelled(PersonId by) implements WatchEvent {}

  /** The visit was moved before it began: it should now start at {@code startBy}. */
  record Replanned(Instant startBy) implements WatchEvent {}

  /** The server looks, because the wake-up time came. {@code outages}: our own of late. */
  record Woken(List<Outage> outages) implements WatchEvent {
    public Woken {
      outages = List.copyOf(outages);
    }

    /** Our own outage in which {@code moment} passed, the latest if there were more. */
    Optional<Outage> outageAt(Instant moment) {
      return outages.stream()
          .filter(outage -> outage.covers(moment))
          .max(Comparator.comparing(Outage::until));
    }
  }

  /**
   * An alarm of this watch was closed by {@code by}.
   *
   * @param othersOpen whether another alarm of this watch is still open
   * @param goesOn whether the visit goes on under this watch
   */
  record AlarmClosed(PersonId by, boolean othersOpen, boolean goesOn) implements WatchEvent {}
}
