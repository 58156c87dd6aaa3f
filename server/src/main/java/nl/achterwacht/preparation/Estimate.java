package nl.achterwacht.preparation;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a risk estimate: whom do I visit and what do I do there ({@code factors}), how
 * will they react, and what if.
 *
 * @param factors codes of the risk factors that the worker sees, such as {@code D2}
 * @param reaction what the worker expects of the resident
 * @param wayOut how to get out, in a few words; null when not answered
 * @param safeWordUsed the worker and the standby know the safe word
 * @param callFirst whom the worker calls first; null when not answered
 * @param batteryPercent of the phone that goes along; null when unknown
 */
public record Estimate(
    Set<String> factors,
    Reaction reaction,
    @Nullable String wayOut,
    boolean safeWordUsed,
    @Nullable String callFirst,
    @Nullable Integer batteryPercent) {
  // True today, not the next time: time of day, unrest, and how sure the worker feels.
  private static final Predicate<String> OF_ONE_DAY =
      code -> code.startsWith("T") || Set.of("M3", "O3", "P8").contains(code);

  public Estimate {
    factors = Set.copyOf(factors);
  }

  /** What the worker expects. */
  public enum Reaction {
    CALM,
    TENSE,
    UNKNOWN
  }

  /** What of this estimate is a fair beginning of the next one for the same place. */
  Estimate forNextTime() {
    Set<String> lasting =
        factors.stream().filter(OF_ONE_DAY.negate()).collect(Collectors.toCollection(TreeSet::new));
    return new Estimate(lasting, reaction, wayOut, false, callFirst, null);
  }
}
