package nl.achterwacht.watch;

import static nl.achterwacht.Cast.minutes;

import java.time.Duration;

/** The plans of the rule tests: the numbers of DESIGN 4. */
final class Plans {
  static final WatchPlan VISIT = visit(false, false);
  static final WatchPlan VISIT_WITH_HALFWAY_SIGN = visit(false, true);
  static final WatchPlan HIGH_RISK_VISIT = visit(true, false);
  static final WatchPlan SHIFT = plan(Shape.SHIFT, false, false, minutes(5));
  static final WatchPlan JOURNEY = plan(Shape.JOURNEY, false, false, minutes(5));

  private Plans() {}

  private static WatchPlan visit(boolean highRisk, boolean halfwaySign) {
    return plan(Shape.VISIT, highRisk, halfwaySign, highRisk ? minutes(2) : minutes(5));
  }

  private static WatchPlan plan(
      Shape shape, boolean highRisk, boolean halfwaySign, Duration grace) {
    return new WatchPlan(
        shape,
        highRisk,
        halfwaySign,
        minutes(120),
        minutes(5),
        grace,
        minutes(2),
        minutes(15),
        minutes(20),
        minutes(15),
        minutes(2));
  }
}
