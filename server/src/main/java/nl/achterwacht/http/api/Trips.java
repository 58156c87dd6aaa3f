package nl.achterwacht.http.api;

import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.WatchPlan;
import org.jspecify.annotations.Nullable;

/** Bounds of the times a trip may be given, and the plan that follows from a team's numbers. */
final class Trips {
  // A deadline next week is no deadline: whoever is missing would be missed too late.
  private static final Duration LONGEST = Duration.ofHours(24);

  private Trips() {}

  /** A time by which something ends must lie after the act, and within a day of it. */
  static void checkEnd(String pointer, @Nullable Instant end, Instant madeAt) {
    if (end == null) {
      return;
    }
    if (!end.isAfter(madeAt)) {
      throw Refusal.invalid(pointer, "past", "This time has passed.");
    }
    if (end.isAfter(madeAt.plus(LONGEST))) {
      throw Refusal.invalid(pointer, "too-far", "This time is more than a day ahead.");
    }
  }

  /** What a watch goes by. */
  record Wish(
      Shape shape,
      boolean highRisk,
      boolean halfwaySign,
      @Nullable Integer signEverySeconds,
      int travelHomeMinutes) {}

  static WatchPlan plan(Wish wish, TeamNumbers numbers) {
    return new WatchPlan(
        wish.shape(),
        wish.highRisk(),
        wish.halfwaySign(),
        wish.signEverySeconds() == null
            ? numbers.shiftSignEvery()
            : Duration.ofSeconds(wish.signEverySeconds()),
        numbers.reminder(),
        wish.highRisk() ? numbers.highRiskGrace() : numbers.grace(),
        numbers.phoneAfter(),
        numbers.extension(),
        Duration.ofMinutes(wish.travelHomeMinutes()),
        numbers.journeyMargin(),
        numbers.shortGrace());
  }
}
