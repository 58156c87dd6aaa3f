package nl.achterwacht.workplace;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large a risk is: by Fine-Kinney (effect × exposure × probability), or by effect × probability
 * of 1 to 5 when there is no exposure.
 *
 * @param exposure how often one is in that situation; null for the second way
 */
public record RiskScore(BigDecimal effect, @Nullable BigDecimal exposure, BigDecimal probability) {
  public static final List<BigDecimal> EFFECTS = scale("1", "3", "7", "15", "40", "100");
  public static final List<BigDecimal> EXPOSURES = scale("0.5", "1", "2", "3", "6", "10");
  public static final List<BigDecimal> PROBABILITIES =
      scale("0.1", "0.2", "0.5", "1", "3", "6", "10");

  /** Of effect and probability, where a workplace is scored without exposure. */
  public static final List<BigDecimal> ONE_TO_FIVE = scale("1", "2", "3", "4", "5");

  /** Up to where each class but the last goes. */
  private static final Map<Integer, RiskClass> FINE_KINNEY = upTo(20, 70, 200, 400);

  private static final Map<Integer, RiskClass> MATRIX = upTo(4, 9, 12, 16);

  /** Which part is not a value of its scale: effect, exposure or probability; null when none. */
  public @Nullable String partOffScale() {
    if (!isOn(exposure == null ? ONE_TO_FIVE : EFFECTS, effect)) {
      return "effect";
    }
    if (exposure != null && !isOn(EXPOSURES, exposure)) {
      return "exposure";
    }
    return isOn(exposure == null ? ONE_TO_FIVE : PROBABILITIES, probability) ? null : "probability";
  }

  /** The parts multiplied. */
  public BigDecimal value() {
    BigDecimal product = effect.multiply(probability);
    return exposure == null ? product : product.multiply(exposure);
  }

  /** What it asks for. A score on a bound is of the milder class. */
  public RiskClass riskClass() {
    Map<Integer, RiskClass> upTo = exposure == null ? MATRIX : FINE_KINNEY;
    return upTo.entrySet().stream()
        .filter(bound -> value().compareTo(BigDecimal.valueOf(bound.getKey())) <= 0)
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder())
        .orElse(RiskClass.STOP);
  }

  /** As on paper: {@code 7 × 3 × 6 = 126}. */
  public String inNumbers() {
    String parts = plain(effect) + " × ";
    return parts
        + (exposure == null ? "" : plain(exposure) + " × ")
        + plain(probability)
        + " = "
        + plain(value());
  }

  /** A number without needless zeros. */
  public static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static boolean isOn(List<BigDecimal> scale, BigDecimal value) {
    return scale.stream().anyMatch(step -> step.compareTo(value) == 0);
  }

  private static Map<Integer, RiskClass> upTo(int accept, int attention, int measures, int atOnce) {
    return Map.of(
        accept, RiskClass.ACCEPT,
        attention, RiskClass.ATTENTION,
        measures, RiskClass.MEASURES,
        atOnce, RiskClass.AT_ONCE);
  }

  private static List<BigDecimal> scale(String... values) {
    return Arrays.stream(values).map(BigDecimal::new).toList();
  }
}
