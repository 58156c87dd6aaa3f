package nl.achterwacht.policy;

import java.util.Set;
import java.util.TreeSet;

/**
 * Facts of which none contradicts another: an evening visit has the factor of evening visits, also
 * when only the clock said so, and the other way round.
 */
final class WholeFacts {
  private WholeFacts() {}

  static Facts of(Facts facts) {
    Set<String> factors = new TreeSet<>(facts.factors());
    boolean outside = facts.outsideOfficeHours() || factors.contains(RiskFactor.T1.name());
    boolean dark = facts.dark() || factors.contains(RiskFactor.T2.name());
    boolean hotSpot = facts.hotSpot() || factors.contains(RiskFactor.O2.name());
    boolean unannounced = !facts.byAppointment() || factors.contains(RiskFactor.D3.name());
    add(factors, outside, RiskFactor.T1);
    add(factors, dark, RiskFactor.T2);
    add(factors, hotSpot, RiskFactor.O2);
    add(factors, unannounced, RiskFactor.D3);
    return new Facts(
        factors,
        !unannounced,
        outside,
        dark,
        hotSpot,
        facts.cautions(),
        facts.companions(),
        facts.responseMinutes(),
        facts.batteryPercent(),
        facts.travelMode());
  }

  private static void add(Set<String> factors, boolean holds, RiskFactor factor) {
    if (holds) {
      factors.add(factor.name());
    }
  }
}
