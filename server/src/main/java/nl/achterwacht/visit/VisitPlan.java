package nl.achterwacht.visit;

import java.time.Duration;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchPlan;

/**
 * What the watch of a visit goes by after the visit was changed. What was asked of it beyond the
 * team's numbers, by the policy, stays: a change of plan never loosens it.
 */
final class VisitPlan {
  private VisitPlan() {}

  /** For the same worker, in whose team the watch was planned. */
  static WatchPlan moved(WatchPlan plan, Appointment was, Appointment to, TeamNumbers numbers) {
    boolean highRisk = was.highRisk() == to.highRisk() ? plan.highRisk() : to.highRisk();
    Duration grace =
        highRisk == plan.highRisk()
            ? plan.grace()
            : highRisk ? shorter(plan.grace(), numbers.highRiskGrace()) : numbers.grace();
    return with(plan, highRisk, plan.halfwaySign(), grace, to);
  }

  /** For another worker: {@code fresh} by the numbers of the new team, as strict as it was. */
  static WatchPlan handedOver(WatchPlan fresh, WatchPlan plan, Appointment was, Appointment to) {
    boolean askedByPolicy = plan.highRisk() && !was.highRisk();
    return with(
        fresh,
        fresh.highRisk() || askedByPolicy,
        fresh.halfwaySign() || plan.halfwaySign(),
        plan.highRisk() && !to.highRisk() && !askedByPolicy
            ? fresh.grace()
            : shorter(fresh.grace(), plan.grace()),
        to);
  }

  /** The trip as colleagues should know it; who comes along stays. */
  static TripFacts trip(VisitId id, Appointment to, Watch watch) {
    return new TripFacts(
        id.value(),
        to.place(),
        to.purpose(),
        to.travelMode(),
        to.vehicleId(),
        watch.trip().companion());
  }

  private static WatchPlan with(
      WatchPlan plan, boolean highRisk, boolean halfwaySign, Duration grace, Appointment to) {
    return new WatchPlan(
        plan.shape(),
        highRisk,
        halfwaySign,
        plan.signEvery(),
        plan.reminder(),
        grace,
        plan.phoneAfter(),
        plan.extension(),
        Duration.ofMinutes(to.travelMinutes()),
        plan.journeyMargin(),
        plan.shortGrace());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
