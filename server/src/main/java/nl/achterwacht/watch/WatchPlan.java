package nl.achterwacht.watch;

import java.time.Duration;

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
    Duration shortGrace) {}
