package nl.achterwacht.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about the watch; once it has begun this never changes.
 *
 * @param signEvery shift: the longest time between two signs of life
 * @param halfwaySign visit: one quiet sign half-way
 * @param highRisk ending asks the safe code
 * @param reminder how long before a deadline the worker is reminded
 * @param grace time between a missed deadline and the alarm, in which the worker is asked
 * @param phoneAfter how long after the deadline the worker is asked once more, by telephone
 * @param extension one step of "still busy"
 * @param travelHome visit: expected time from the door to home or office
 * @param journeyMargin what is added to an estimate of travel
 * @param shortGrace grace for a deadline that fell in an outage of our own
 * @param callBackAt visit: the agreed moment at which the worker is asked for a sign, in place of
 *     the one half-way; null when none is agreed
 */
public record WatchPlan(
    Shape shape,
    boolean highRisk,
    boolean halfwaySign,
    Duration signEvery,
    Duration reminder,
    Duration grace,
    Duration phoneAfter,
    Duration extension,
    Duration travelHome,
    Duration journeyMargin,
    Duration shortGrace,
    @Nullable Instant callBackAt) {
  /** A plan without a call-back. */
  public WatchPlan(
      Shape shape,
      boolean highRisk,
      boolean halfwaySign,
      Duration signEvery,
      Duration reminder,
      Duration grace,
      Duration phoneAfter,
      Duration extension,
      Duration travelHome,
      Duration journeyMargin,
      Duration shortGrace) {
    this(
        shape,
        highRisk,
        halfwaySign,
        signEvery,
        reminder,
        grace,
        phoneAfter,
        extension,
        travelHome,
        journeyMargin,
        shortGrace,
        null);
  }
}
