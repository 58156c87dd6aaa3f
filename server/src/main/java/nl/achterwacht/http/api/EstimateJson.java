package nl.achterwacht.http.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.achterwacht.preparation.Estimate;
import org.jspecify.annotations.Nullable;

/** The contract's {@code RiskEstimate}. */
record EstimateJson(
    List<String> factors,
    String reaction,
    @Nullable String wayOut,
    boolean safeWordUsed,
    @Nullable String callFirst,
    @Nullable Integer batteryPercent) {
  static EstimateJson of(Estimate e) {
    return new EstimateJson(
        e.factors().stream().sorted().toList(),
        e.reaction().name().toLowerCase(Locale.ROOT),
        e.wayOut(),
        e.safeWordUsed(),
        e.callFirst(),
        e.batteryPercent());
  }

  Estimate estimate() {
    return new Estimate(
        Set.copyOf(factors),
        Estimate.Reaction.valueOf(reaction.toUpperCase(Locale.ROOT)),
        wayOut,
        safeWordUsed,
        callFirst,
        batteryPercent);
  }
}
