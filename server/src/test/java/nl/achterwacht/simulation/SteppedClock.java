package nl.achterwacht.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of the database's machine: it goes as time goes, until somebody sets it. Forward by
 * minutes when the machine slept, back by seconds when its clock had run ahead.
 */
final class SteppedClock implements InstantSource {
  /** So long after it was set back, something may still stand in a row that was reckoned before. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /** That the clock was set: when really, what it showed then, and by how much. */
  private record Step(Instant really, Instant shown, Duration by) {}

  private final InstantSource time;
  private final List<Step> steps = new ArrayList<>();
  private Duration ahead = Duration.ZERO;

  /** A clock that is right, as long as nobody sets it; {@code time} is as it really passes. */
  SteppedClock(InstantSource time) {
    this.time = time;
  }

  @Override
  public Instant instant() {
    return time.instant().plus(ahead);
  }

  /** How far it is ahead of the time that really passed. */
  Duration ahead() {
    return ahead;
  }

  void step(Duration by) {
    steps.add(new Step(time.instant(), instant(), by));
    ahead = ahead.plus(by);
  }

  /** By how much a moment in a row may seem too late, because the clock was set back of late. */
  Duration slack() {
    Instant since = time.instant().minus(REMEMBERED);
    return sum(steps.stream().filter(s -> s.by().isNegative() && s.really().isAfter(since)));
  }

  /** By how much it was ever set back. */
  Duration everSetBack() {
    return sum(steps.stream().filter(s -> s.by().isNegative()));
  }

  /**
   * By how much it was set forward since it showed {@code moment}; also when it never showed that
   * moment, but a server that did not know yet took it for the time.
   */
  Duration setForwardSince(Instant moment) {
    return sum(
        steps.stream()
            .filter(s -> s.by().isPositive() && !s.shown().plus(s.by()).isBefore(moment)));
  }

  /** Whether it was set within the last minute, so that a server may not know it yet. */
  boolean wasJustSet() {
    Instant since = time.instant().minusSeconds(60);
    return steps.stream().anyMatch(s -> s.really().isAfter(since));
  }

  private static Duration sum(java.util.stream.Stream<Step> steps) {
    return steps.map(s -> s.by().abs()).reduce(Duration.ZERO, Duration::plus);
  }
}
