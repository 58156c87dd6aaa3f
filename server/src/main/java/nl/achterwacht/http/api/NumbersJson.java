package nl.achterwacht.http.api;

import java.time.Duration;
import nl.achterwacht.people.TeamNumbers;

/** A team's numbers, as the contract's {@code TeamNumbers}. */
record NumbersJson(
    int reminderSeconds,
    int graceSeconds,
    int highRiskGraceSeconds,
    int extensionMinutes,
    int journeyMarginMinutes,
    int shiftSignEverySeconds,
    int panicHoldMillis) {
  /** How long the panic button is held; the same for every team, so that a hand learns it once. */
  static final int PANIC_HOLD_MILLIS = 2000;

  static NumbersJson of(TeamNumbers numbers) {
    return new NumbersJson(
        (int) numbers.reminder().toSeconds(),
        (int) numbers.grace().toSeconds(),
        (int) numbers.highRiskGrace().toSeconds(),
        (int) numbers.extension().toMinutes(),
        (int) numbers.journeyMargin().toMinutes(),
        (int) numbers.shiftSignEvery().toSeconds(),
        PANIC_HOLD_MILLIS);
  }

  /** These numbers in the place of those of {@code now}; what a screen does not show stays. */
  TeamNumbers over(TeamNumbers now) {
    return new TeamNumbers(
        Duration.ofSeconds(reminderSeconds),
        Duration.ofSeconds(graceSeconds),
        Duration.ofSeconds(highRiskGraceSeconds),
        now.phoneAfter(),
        Duration.ofMinutes(extensionMinutes),
        Duration.ofMinutes(journeyMarginMinutes),
        Duration.ofSeconds(shiftSignEverySeconds),
        now.shortGrace(),
        now.promise());
  }
}
